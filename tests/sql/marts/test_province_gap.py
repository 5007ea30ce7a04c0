"""marts/province_gap: provinces labelled, no row lost or doubled."""

# ruff: noqa: E501 (whole rows stand on one line)

from tests.sql.given import check, rows, run_model
from tests.sql.marts.labels import (
    check_labels,
    check_nothing_lost,
    indicator_labels,
    indicators,
    methods,
    region_labels,
    regions,
    view_labels,
    views,
)

GAPS = rows(
    """
    view_id      indicator_id  region_id  period  value  reference_value  ratio  absolute_gap  relative_gap  log_gap  value_rank  null_reason           has_break
    first_print  gdp_per_head  110000     2020    120    80               1.5    -40           -0.5          -0.4     1           -                     true
    latest       gdp_per_head  110000     2020    120    80               1.5    -40           -0.5          -0.4     1           -                     false
    latest       gdp_per_head  540000     2020    40     -                -      -             -             -        2           nation_without_value  false
    """,
    basis_text="census7",
    source_text="nbs",
    is_weakly_attributed=False,
)


def province_gaps():
    return run_model(
        {
            "metrics/region_gap": GAPS,
            "core/regions": regions("110000", "540000", "650000"),
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/region_gap"),
        },
        "marts/province_gap",
    )


def test_values_are_those_of_the_metric():
    check(
        province_gaps(),
        """
        view_id      region_id  value  reference_value  ratio  absolute_gap  relative_gap  log_gap  value_rank  null_reason           has_break  basis_text  source_text  method_id             sort_order
        first_print  110000     120    80               1.5    -40           -0.5          -0.4     1           -                     true       census7     nbs          metrics/region_gap@1  0
        latest       110000     120    80               1.5    -40           -0.5          -0.4     1           -                     false      census7     nbs          metrics/region_gap@1  0
        latest       540000     40     -                -      -             -             -        2           nation_without_value  false      census7     nbs          metrics/region_gap@1  1
        """,
    )


def test_labels_and_grain():
    found = province_gaps()
    check_labels(
        found,
        {"region_id": region_labels, "indicator_id": indicator_labels, "view_id": view_labels},
    )
    check_nothing_lost(found, GAPS, ("view_id", "indicator_id", "region_id", "period"))
