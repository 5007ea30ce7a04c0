"""Suite of marts/strategy_overlap on provinces reached by no, one and two strategies."""

import duckdb
import pytest

from expectations.marts.strategy_overlap import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "core.groups": """
        group_id group_kind
        nation nation
    """,
    "core.group_members": """
        select 'nation' as group_id, 'p' || n as region_id from range(1, 32) as numbers (n)
    """,
    "marts.strategy_overlap": """
        view_id membership indicator_id period n_strategies value reference_value ratio \
            n_members trend_before trend_before_null_reason n_years_before trend_after \
            trend_after_null_reason n_years_after first_strategy_from source_text basis_text coverage \
            reference_coverage
        latest fixed gdp_per_head 2020 0 80 100 0.8 10 0.01 - 8 0.02 - 9 2014-02-26 nbs census7 1 1
        latest fixed gdp_per_head 2020 1 100 100 1 16 -0.01 - 8 0.02 - 9 2014-02-26 nbs census7 1 1
        latest fixed gdp_per_head 2020 2 140 100 1.4 5 - too_few_years 2 0.02 - 9 2014-02-26 nbs census7 1 1
    """,
}
LABELS = {
    "marts.strategy_overlap": (
        "indicator_name",
        "unit",
        "publisher",
        "view_name",
    ),
}
BREAKING = {
    "every_class_has_a_value": """
        update marts.strategy_overlap set ratio = null where n_strategies = 0
    """,
    "classes_share_the_units_of_the_nation": "update marts.strategy_overlap set n_members = 20",
    "one_yardstick_for_all_classes": """
        update marts.strategy_overlap set reference_value = 101 where n_strategies = 0
    """,
    "classes_lie_on_both_sides": "update marts.strategy_overlap set ratio = ratio + 1",
    "ratios_are_positive": "update marts.strategy_overlap set ratio = 0 where n_strategies = 0",
    "the_count_is_at_most_all_strategies": """
        update marts.strategy_overlap set n_strategies = 6 where n_strategies = 2
    """,
    "a_trend_or_the_reason": """
        update marts.strategy_overlap set trend_before_null_reason = null where n_strategies = 2
    """,
    "trends_rest_on_four_years": "update marts.strategy_overlap set n_years_after = 3",
    "classes_are_divided_alike": """
        update marts.strategy_overlap set first_strategy_from = '2019-02-18' where n_strategies = 2
    """,
    "every_figure_has_a_source": """
        update marts.strategy_overlap set source_text = null where n_strategies = 1
    """,
    "trends_are_slow": "update marts.strategy_overlap set trend_before = 0.4 where n_strategies = 0",
    "labels_in_three_languages": "update marts.strategy_overlap set unit_en = '元'",
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN, LABELS)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
