"""Suite of marts/clubs on two clubs, their merger and a refusal."""

# ruff: noqa: E501 (whole rows stand on one line)

import duckdb
import pytest

from expectations.marts.clubs import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "marts.clubs": """
        view_id indicator_id group_id convention merging region_id period_start period_end club_number n_clubs \
            n_members null_reason
        latest income nation R none a 2001 2020 1 2 1 -
        latest income nation R none b 2001 2020 2 2 1 -
        latest income nation R none c 2001 2020 0 2 1 -
        latest income nation R phillips_sul a 2001 2020 1 1 2 -
        latest income nation R phillips_sul b 2001 2020 1 1 2 -
        latest income nation R phillips_sul c 2001 2020 0 1 1 -
        latest energy nation R none a 2010 2020 - - - refused
    """,
}
LABELS = {
    "marts.clubs": ("region_short_name", "indicator_name", "unit", "publisher", "view_name"),
}
BREAKING = {
    "club_number_or_null_reason": """
        update marts.clubs set null_reason = null
    """,
    "convention_is_known": """
        update marts.clubs set convention = 'SAS'
    """,
    "merging_is_known": """
        update marts.clubs set merging = 'all' where merging = 'phillips_sul'
    """,
    "clubs_have_the_members_they_count": """
        delete from marts.clubs where merging = 'phillips_sul' and region_id = 'b'
    """,
    "club_numbers_have_no_gaps": """
        update marts.clubs set club_number = 3 where club_number = 2
    """,
    "merging_makes_no_more_clubs": """
        update marts.clubs set n_clubs = 3 where merging = 'phillips_sul'
    """,
    "fifteen_years_at_least": """
        update marts.clubs set period_start = 2010
    """,
    "labels_in_three_languages": """
        update marts.clubs set region_short_name_zh_hant = null
    """,
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN, LABELS)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
