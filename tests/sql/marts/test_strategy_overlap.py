"""marts/strategy_overlap: gaps by number of strategies, labelled, no row lost or doubled."""

# ruff: noqa: E501 (whole rows stand on one line)

import math
from datetime import date

import pytest

from tests.sql.given import rows, run_model
from tests.sql.marts.labels import (
    check_labels,
    check_nothing_lost,
    indicator_labels,
    indicators,
    methods,
    view_labels,
    views,
)

GAPS = rows(
    """
    view_id      membership  indicator_id  n_strategies  period  value  reference_value  ratio  log_gap  n_members  n_breaks  coverage
    first_print  dated       gdp_per_head  0             2020    40     80               0.5    0.7      12         0         1
    latest       dated       energy        0             2020    4      8                0.5    0.7      12         0         1
    latest       dated       gdp_per_head  0             2020    40     80               0.5    0.7      12         0         1
    latest       dated       gdp_per_head  2             2020    120    80               1.5    -0.4     7          0         1
    latest       fixed       gdp_per_head  2             2013    -      -                -      -        7          1         0.9
    latest       fixed       gdp_per_head  2             2014    120    80               1.5    -0.4     7          1         1
    latest       fixed       gdp_per_head  2             2016    120    80               1.5    -0.4     7          1         1
    latest       fixed       gdp_per_head  2             2020    120    80               1.5    -0.4     7          2         1
    """,
    reference_coverage=0.99,
    basis_text="census7",
    is_mixed_basis=False,
    has_break=False,
    source_text="nbs",
    is_weakly_attributed=True,
)
TRENDS = rows(
    """
    view_id      membership  indicator_id  n_strategies  trend_before  trend_before_level  trend_before_breaks  trend_after
    first_print  dated       gdp_per_head  0             -             -                   0                    -
    latest       dated       energy        0             -             -                   0                    -
    latest       dated       gdp_per_head  0             -             -                   0                    -
    latest       dated       gdp_per_head  2             -             -                   0                    -
    latest       fixed       gdp_per_head  2             0.1           -0.5                1                    0.2
    """,
    first_strategy_from=date(2014, 2, 26),
    first_reached_on=date(2014, 9, 25),
    last_reached_on=date(2019, 9, 18),
    n_years_before=5,
    n_years_after=7,
    trend_before_null_reason=None,
    trend_after_null_reason="too_few_years",
)


def overlap():
    return run_model(
        {
            "metrics/gap_by_dose": GAPS,
            "metrics/strategy_trend": TRENDS,
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/gap_by_dose"),
        },
        "marts/strategy_overlap",
    )


def test_values_are_those_of_the_metric():
    found = overlap()
    for given, row in zip(GAPS, found, strict=True):
        shared = given.keys() & row.keys()
        assert given.keys() - shared == {"n_breaks"}
        assert {name: row[name] for name in shared} == {name: given[name] for name in shared}
    assert {row["method_id"] for row in found} == {"metrics/gap_by_dose@1"}


def test_the_course_of_the_class_stands_on_each_of_its_rows():
    *others, last = overlap()
    given = TRENDS[-1]
    shared = given.keys() & last.keys()
    assert given.keys() - shared == {"trend_before_level", "trend_before_breaks"}
    assert {name: last[name] for name in shared} == {name: given[name] for name in shared}
    assert {row["trend_before"] for row in others if row["membership"] == "dated"} == {None}


def test_the_earlier_line_is_extended_up_to_a_break():
    # log gap -0.5 in 2014 and 0.1 more a year, ratio = exp(-log gap); from the second break on, no line
    found = [row for row in overlap() if row["membership"] == "fixed"]
    *before, after_break = [row["trend_before_ratio"] for row in found]
    assert before == pytest.approx([math.exp(0.5 + 0.1), math.exp(0.5), math.exp(0.5 - 0.2)], rel=1e-12)
    assert after_break is None
    assert [row["is_after_first_strategy"] for row in found] == [False, True, True, True]


def test_labels_and_grain():
    found = overlap()
    check_labels(found, {"indicator_id": indicator_labels, "view_id": view_labels})
    key = ("view_id", "membership", "indicator_id", "n_strategies", "period")
    check_nothing_lost(found, GAPS, key)
