"""Suite of marts/parity_outlook on a fan ahead, a past one and a gap that never closes."""

# ruff: noqa: E501 (whole rows stand on one line)

import duckdb
import pytest

from expectations.marts.parity_outlook import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "marts.parity_outlook": """
        view_id indicator_id group_id origin_period period gap_low gap_lower_quartile gap_median \
            gap_upper_quartile gap_high observed_gap log_gap yearly_change n_changes verdict years_to_parity \
            never_share
        latest income west 2024 2025 0.1 0.15 0.2 0.25 0.3 - 0.2 -0.01 12 "closing at the current trend" 20 0.1
        latest income west 2017 2018 0.2 - - - 0.4 0.3 0.2 -0.01 12 "closing at the current trend" 20 0.1
        latest income northeast 2024 2025 0.3 0.35 0.4 0.45 0.5 - 0.4 0.02 12 "never at the current trend" - 1
    """,
}
LABELS = {
    "marts.parity_outlook": ("group_short_name", "indicator_name", "unit", "publisher", "view_name"),
}
BREAKING = {
    "trends_have_eight_changes": """
        update marts.parity_outlook set n_changes = 7
    """,
    "past_fans_held_what_came": """
        update marts.parity_outlook set observed_gap = 0.5 where period = 2018
    """,
    "quantiles_ascend": """
        update marts.parity_outlook set gap_median = 0.28 where period = 2025
    """,
    "never_is_said_where_the_gap_does_not_close": """
        update marts.parity_outlook set yearly_change = -0.02 where group_id = 'northeast'
    """,
    "years_are_gap_over_closing": """
        update marts.parity_outlook set years_to_parity = 25 where group_id = 'west'
    """,
    "the_gap_is_turned_to_be_positive": """
        update marts.parity_outlook set log_gap = -0.4 where group_id = 'northeast'
    """,
    "labels_in_three_languages": """
        update marts.parity_outlook set group_short_name_zh_hans = null
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
