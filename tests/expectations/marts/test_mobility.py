"""Suite of marts/mobility on a matrix of two classes, one of them never left empty."""

import duckdb
import pytest

from expectations.marts.mobility import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "marts.mobility": """
        view_id indicator_id group_id class_scheme from_class to_class period_start period_end n_moves \
            probability probability_low probability_high ergodic_share shorrocks_index
        latest income nation yearly_quartiles 1 1 2006 2024 3 0.75 0.5 0.9 0.4 0.4
        latest income nation yearly_quartiles 1 2 2006 2024 1 0.25 0.1 0.5 0.4 0.4
        latest income nation yearly_quartiles 2 1 2006 2024 1 0.2 0.1 0.4 0.6 0.4
        latest income nation yearly_quartiles 2 2 2006 2024 4 0.8 0.6 0.9 0.6 0.4
        latest energy nation relative_to_mean 1 1 2006 2024 0 - - - - -
    """,
}
LABELS = {
    "marts.mobility": ("indicator_name", "unit", "publisher", "view_name"),
}
BREAKING = {
    "scheme_is_known": """
        update marts.mobility set class_scheme = 'deciles'
    """,
    "moves_are_of_stated_years": """
        update marts.mobility set period_start = 2024
    """,
    "a_matrix_is_of_one_span": """
        update marts.mobility set period_end = 2023 where from_class = 2
    """,
    "mobility_is_not_negative": """
        update marts.mobility set shorrocks_index = -0.1
    """,
    "mobility_is_within_its_limit": """
        update marts.mobility set shorrocks_index = 1.5
    """,
    "rows_of_a_matrix_add_to_one": """
        update marts.mobility set probability = 0.5 where to_class = 1
    """,
    "unknown_is_not_zero": """
        update marts.mobility set probability = 0 where n_moves = 0
    """,
    "an_interval_holds_its_estimate": """
        update marts.mobility set probability_low = 0.95 where from_class = 2
    """,
    "long_run_shares_add_to_one": """
        update marts.mobility set ergodic_share = 0.5 where from_class = 2
    """,
    "labels_in_three_languages": """
        update marts.mobility set publisher_en = null
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
