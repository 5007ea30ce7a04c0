"""Suite of marts/conditional_beta on two sets in one window and a window without figures."""

import duckdb
import pytest

from expectations.marts.conditional_beta import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "marts.conditional_beta": """
        view_id indicator_id group_id conditioning_set_id period_start period_end n_members n_controls beta \
            standard_error hc3_standard_error p_value variance_inflation unconditional_beta \
            unconditional_standard_error null_reason
        latest income nation births 2010 2020 31 1 -0.02 0.01 0.02 0.1 1.5 -0.01 0.01 -
        latest income nation schooling 2010 2020 31 2 -0.03 0.01 - 0.1 2.5 -0.01 0.01 -
        latest income nation schooling 2009 2020 31 2 - - - - - - - refused:lacking
    """,
}
LABELS = {
    "marts.conditional_beta": (
        "control_names",
        "group_short_name",
        "indicator_name",
        "unit",
        "publisher",
        "view_name",
    ),
}
BREAKING = {
    "at_least_ten_regions_beyond_the_coefficients": "update marts.conditional_beta set n_members = 12",
    "p_is_a_probability_from_below": "update marts.conditional_beta set p_value = -0.1",
    "p_is_a_probability_from_above": "update marts.conditional_beta set p_value = 1.1",
    "windows_go_forward": "update marts.conditional_beta set period_end = 2010",
    "figures_or_a_reason": "update marts.conditional_beta set null_reason = null",
    "one_unconditional_beta_a_window": """
        update marts.conditional_beta set unconditional_beta = -0.02 where conditioning_set_id = 'births'
    """,
    "errors_are_above_zero": "update marts.conditional_beta set standard_error = 0",
    "controls_inflate_variance": "update marts.conditional_beta set variance_inflation = 0.5",
    "labels_in_three_languages": "update marts.conditional_beta set control_names_en = '出生率'",
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN, LABELS)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
