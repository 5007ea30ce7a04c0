"""Suite of marts/inequality_accounting on two groups, their total and a refusal."""

import duckdb
import pytest

from expectations.marts.inequality_accounting import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "marts.inequality_accounting": """
        view_id membership indicator_id set_id group_id period index_id weighting value \
            between_groups within_groups null_reason
        latest dated gdp_per_head coast all 2020 theil_t weighted 0.05 0.03 0.02 -
        latest dated gdp_per_head coast coastal11 2020 theil_t weighted 0.08 0.07 0.01 -
        latest dated gdp_per_head coast inland20 2020 theil_t weighted -0.03 -0.04 0.01 -
        latest dated gdp_per_head major_strategy all 2020 theil_t weighted - - - not_a_partition
    """,
}
LABELS = {
    "marts.inequality_accounting": (
        "group_short_name",
        "indicator_name",
        "unit",
        "publisher",
        "view_name",
    ),
}
BREAKING = {
    "value_or_null_reason": "update marts.inequality_accounting set null_reason = null",
    "between_and_within_make_the_value": """
        update marts.inequality_accounting set value = 0.06 where group_id = 'all'
    """,
    "groups_make_the_total": """
        delete from marts.inequality_accounting where group_id = 'inland20'
    """,
    "strategies_are_refused": "update marts.inequality_accounting set value = 0.05",
    "index_is_known": "update marts.inequality_accounting set index_id = 'atkinson'",
    "weighting_is_known": "update marts.inequality_accounting set weighting = 'both'",
    "labels_in_three_languages": """
        update marts.inequality_accounting set group_short_name_en = null
    """,
    "indicator_labels_in_three_languages": """
        update marts.inequality_accounting set view_name_zh_hans = ''
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


def test_the_total_needs_no_group_name(tables: duckdb.DuckDBPyConnection) -> None:
    unnamed = "update marts.inequality_accounting set group_short_name_en = null where group_id = 'all'"
    assert broken(tables, only(SUITE, "labels_in_three_languages"), unnamed) == set()
