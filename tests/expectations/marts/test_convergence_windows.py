"""Suite of marts/convergence_windows on three windows that meet."""

import duckdb
import pytest

from expectations.marts.convergence_windows import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "marts.convergence_windows": """
        view_id indicator_id group_id period_start period_end n_members beta p_value sigma_start sigma_end \
            sigma_change weighted_sigma_start weighted_sigma_end weighted_sigma_change
        latest income nation 2010 2011 31 -0.02 0.01 0.5 0.4 -0.1 0.6 0.5 -0.1
        latest income nation 2011 2012 31 0.01 0.2 0.4 0.45 0.05 0.5 0.5 0
        latest income nation 2010 2012 31 - - 0.5 0.45 -0.05 - - -
    """,
}
LABELS = {
    "marts.convergence_windows": ("group_short_name", "indicator_name", "unit", "publisher", "view_name"),
}
BREAKING = {
    "at_least_five_members": "update marts.convergence_windows set n_members = 4",
    "p_is_a_probability_from_below": "update marts.convergence_windows set p_value = -0.1",
    "p_is_a_probability_from_above": "update marts.convergence_windows set p_value = 1.1",
    "windows_go_forward": "update marts.convergence_windows set period_end = 2010 where period_end = 2011",
    "sigma_change_is_end_less_start": "update marts.convergence_windows set weighted_sigma_change = 0.3",
    "windows_that_meet_agree": """
        update marts.convergence_windows set sigma_start = 0.41, sigma_end = 0.46 where period_start = 2011
    """,
    "sigma_cannot_fall_without_beta": "update marts.convergence_windows set beta = 0.02",
    "labels_in_three_languages": "update marts.convergence_windows set view_name_en = '最新'",
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN, LABELS)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
