"""Suite of marts/group_share on four blocs that make a nation."""

import duckdb
import pytest

from expectations.marts.group_share import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "marts.group_share": """
        view_id membership indicator_id group_id period share null_reason coverage \
            partition_id group_kind
        latest dated gdp nation 2020 1 - 1 - nation
        latest dated gdp east 2020 0.5 - 1 nbs4 bloc
        latest dated gdp central 2020 0.2 - 1 nbs4 bloc
        latest dated gdp west 2020 0.2 - 1 nbs4 bloc
        latest dated gdp northeast 2020 0.1 - 1 nbs4 bloc
        latest dated gdp zone 2020 - partial_members 0.4 - other
    """,
}
LABELS = {
    "marts.group_share": (
        "group_short_name",
        "indicator_name",
        "unit",
        "publisher",
        "view_name",
    ),
}
BREAKING = {
    "share_or_null_reason": "update marts.group_share set null_reason = null",
    "shares_are_not_negative": """
        update marts.group_share set share = -0.1 where group_id = 'west'
    """,
    "shares_are_at_most_everything": """
        update marts.group_share set share = 1.1 where group_id = 'west'
    """,
    "coverage_is_a_share": "update marts.group_share set coverage = 1.1 where group_id = 'west'",
    "the_four_blocs_make_the_nation": """
        update marts.group_share set share = 0.3 where group_id = 'west'
    """,
    "the_nation_is_all_of_itself": """
        update marts.group_share set share = 0.99 where group_id = 'nation'
    """,
    "labels_in_three_languages": """
        update marts.group_share set group_short_name_zh_hans = null where group_id = 'west'
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
