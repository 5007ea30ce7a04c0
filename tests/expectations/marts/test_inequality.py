"""Suite of marts/inequality on measures of one group and one withheld."""

import duckdb
import pytest

from expectations.marts.inequality import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "marts.inequality": """
        view_id membership indicator_id group_id period measure_id weighting value \
            null_reason n_present n_members method_id
        latest dated gdp_per_head east 2020 gini weighted 0.3 - 10 10 m@1
        latest dated gdp_per_head east 2020 theil_t unweighted 0.1 - 10 10 m@2
        latest dated gdp_per_head east 2020 sd_log unweighted - undefined_for_these_values 10 \
            10 m@3
    """,
}
LABELS = {
    "marts.inequality": (
        "group_name",
        "group_short_name",
        "indicator_name",
        "unit",
        "publisher",
        "view_name",
    ),
}
BREAKING = {
    "value_or_null_reason": "update marts.inequality set null_reason = null",
    "measures_are_not_negative": """
        update marts.inequality set value = -0.1 where measure_id = 'gini'
    """,
    "it_takes_two": "update marts.inequality set n_present = 1 where measure_id = 'gini'",
    "measure_is_known": """
        update marts.inequality set measure_id = 'range' where measure_id = 'gini'
    """,
    "weighting_is_known": """
        update marts.inequality set weighting = 'both' where measure_id = 'gini'
    """,
    "gini_is_below_one": "update marts.inequality set value = 1 where measure_id = 'gini'",
    "unweighted_theil_is_below_its_limit": """
        update marts.inequality set value = 2.4 where measure_id = 'theil_t'
    """,
    "present_members_are_members": """
        update marts.inequality set n_present = 11 where measure_id = 'gini'
    """,
    "labels_in_three_languages": "update marts.inequality set indicator_name_en = null",
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN, LABELS)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
