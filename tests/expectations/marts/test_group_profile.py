"""Suite of marts/group_profile on a rich group, a clean one and a share."""

import duckdb
import pytest

from expectations.marts.group_profile import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "marts.group_profile": """
        group_id indicator_id period value standing share_of_nation ratio_to_nation polarity \
            coverage value_rank n_ranked change_since_earlier change_null_reason
        east gdp_per_head 2020 150 better - 1.5 higher 1 1 4 0.3 -
        east pollution 2020 2 worse - 1.2 lower 1 4 4 - break_between
        east gdp 2020 500 neutral 0.5 - neutral 1 1 4 0.3 -
    """,
}
LABELS = {
    "marts.group_profile": (
        "group_name",
        "group_short_name",
        "indicator_name",
        "unit",
        "publisher",
    ),
}
BREAKING = {
    "every_standing_has_a_value": """
        update marts.group_profile set value = null where indicator_id = 'gdp'
    """,
    "standing_is_known": """
        update marts.group_profile set standing = 'good' where indicator_id = 'gdp'
    """,
    "shares_are_shares": """
        update marts.group_profile set share_of_nation = 1.5 where indicator_id = 'gdp'
    """,
    "coverage_is_a_share": """
        update marts.group_profile set coverage = 1.5 where indicator_id = 'gdp'
    """,
    "ranks_are_within_the_ranked": """
        update marts.group_profile set value_rank = 5 where indicator_id = 'gdp'
    """,
    "change_or_the_reason_for_none": "update marts.group_profile set change_null_reason = null",
    "the_word_fits_the_number": """
        update marts.group_profile set standing = 'better' where indicator_id = 'pollution'
    """,
    "labels_in_three_languages": """
        update marts.group_profile set publisher_en = '' where indicator_id = 'gdp'
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
