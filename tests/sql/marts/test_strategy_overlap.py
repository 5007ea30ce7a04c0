"""marts/strategy_overlap: gaps by number of strategies, labelled, no row lost or doubled."""

# ruff: noqa: E501 (whole rows stand on one line)

from tests.sql.given import check, rows, run_model
from tests.sql.marts.labels import (
    check_labels,
    check_nothing_lost,
    indicator_labels,
    indicators,
    methods,
    view_labels,
    views,
)

GAPS = rows("""
    view_id      membership  indicator_id  n_strategies  period  value  reference_value  ratio  n_members
    first_print  dated       gdp_per_head  0             2020    40     80               0.5    12
    latest       dated       energy        0             2020    4      8                0.5    12
    latest       dated       gdp_per_head  0             2020    40     80               0.5    12
    latest       dated       gdp_per_head  2             2020    120    80               1.5    7
    latest       fixed       gdp_per_head  2             2020    -      -                -      7
""")


def overlap():
    return run_model(
        {
            "metrics/gap_by_dose": GAPS,
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/gap_by_dose"),
        },
        "marts/strategy_overlap",
    )


def test_values_are_those_of_the_metric():
    check(
        overlap(),
        """
        view_id      membership  indicator_id  n_strategies  value  reference_value  ratio  n_members  method_id
        first_print  dated       gdp_per_head  0             40     80               0.5    12         metrics/gap_by_dose@1
        latest       dated       energy        0             4      8                0.5    12         metrics/gap_by_dose@1
        latest       dated       gdp_per_head  0             40     80               0.5    12         metrics/gap_by_dose@1
        latest       dated       gdp_per_head  2             120    80               1.5    7          metrics/gap_by_dose@1
        latest       fixed       gdp_per_head  2             -      -                -      7          metrics/gap_by_dose@1
        """,
    )


def test_labels_and_grain():
    found = overlap()
    check_labels(found, {"indicator_id": indicator_labels, "view_id": view_labels})
    key = ("view_id", "membership", "indicator_id", "n_strategies", "period")
    check_nothing_lost(found, GAPS, key)
