"""Suite of marts/inequality_decomposition on the nation as two members and two strategies."""

# ruff: noqa: E501 (whole rows stand on one line)

import duckdb
import pytest

from expectations.marts.inequality_decomposition import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "marts.inequality_decomposition": """
        view_id membership indicator_id index_id outer_set_id set_id group_id period weighting value \
            between_groups between_inner_groups within_groups overlap_of_groups n_members
        latest dated income ge_2 none coast all 2020 weighted 0.08 0.05 - 0.03 - 31
        latest dated income gini none coast all 2020 weighted 0.3 0.15 - 0.1 0.05 31
        latest dated income theil_t_nested northsouth coast all 2020 weighted 0.2 0.05 0.1 0.05 - 31
        latest fixed income theil_t_shapley none major_strategy all 2020 weighted 0.1 - - - - 31
        latest fixed income theil_t_shapley none major_strategy belt 2020 weighted 0.07 - - - - 11
        latest fixed income theil_t_shapley none major_strategy delta 2020 weighted 0.03 - - - - 4
    """,
    "metrics.coefficient_of_variation": """
        view_id indicator_id group_id period weighting value n_members
        latest income nation 2020 weighted 0.4 31
    """,
    "core.groups": """
        group_id group_kind
        nation nation
    """,
}
LABELS = {
    "marts.inequality_decomposition": (
        "group_short_name",
        "indicator_name",
        "unit",
        "publisher",
        "view_name",
    ),
}
BREAKING = {
    "index_is_known": """
        update marts.inequality_decomposition set index_id = 'atkinson'
    """,
    "parts_make_the_index": """
        update marts.inequality_decomposition set within_groups = 0.2 where index_id = 'gini'
    """,
    "parts_are_not_negative": """
        update marts.inequality_decomposition set between_inner_groups = -0.1 where index_id = 'theil_t_nested'
    """,
    "ge_2_is_half_the_squared_variation": """
        update marts.inequality_decomposition set value = 0.09 where index_id = 'ge_2'
    """,
    "shares_of_strategies_make_their_sum": """
        update marts.inequality_decomposition set value = 0.08 where group_id = 'belt'
    """,
    "group_names_in_three_languages": """
        update marts.inequality_decomposition set group_short_name_en = '' where group_id = 'belt'
    """,
    "labels_in_three_languages": """
        update marts.inequality_decomposition set view_name_en = null
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
