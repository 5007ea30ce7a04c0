"""metrics/strategy_trend: slopes before and since the first strategy, worked, recomputed, withheld."""

import numpy
import pytest

from tests.sql.given import rows, run_model

GROUPS = rows(
    """
    group_id  group_kind      effective_from
    belt      major_strategy  2014-09-25
    bay       major_strategy  2019-02-18
    plan      major_strategy  -
    older     bloc            2000-01-01
    """
)
# one class is reached by no strategy, one by one of two, one by both
DOSES = rows(
    """
    region_id  n_strategies  strategy_ids  membership
    a          0             -             fixed
    b          1             belt          fixed
    c          1             bay           fixed
    d          2             bay belt      fixed
    e          2             bay plan      dated
    """
)
DOSES = [row | {"strategy_ids": row["strategy_ids"] or ""} for row in DOSES]
YEARS = range(2009, 2020)


def gaps(path, n_strategies=1, years=YEARS, breaks=(), coverage=None, membership="fixed"):
    """Rows of metrics/gap_by_dose: a log gap a year; `breaks` are years that begin anew."""
    return [
        {"view_id": "latest", "membership": membership, "indicator_id": "gdp_per_head",
         "n_strategies": n_strategies, "period": year, "log_gap": gap,
         "reference_coverage": (coverage or {}).get(year, 1.0),
         "n_breaks": sum(at <= year for at in breaks)}
        for year, gap in zip(years, path, strict=True)
    ]  # fmt: skip


def trends(*given):
    tables = {"metrics/gap_by_dose": [row for part in given for row in part],
              "core/strategy_doses": DOSES, "core/groups": GROUPS}  # fmt: skip
    return run_model(tables, "metrics/strategy_trend")


def bent(before=0.01, since=-0.02):
    """A gap that grows by `before` a year to 2013, then by `since`; 0.3 in 2014."""
    return [0.3 + (before if year < 2014 else since) * (year - 2014) for year in YEARS]


def test_worked_example():
    (row,) = trends(gaps(bent()))
    # 2009-2013 lie on 0.3 + 0.01 (year - 2014), 2014-2019 on 0.3 - 0.02 (year - 2014)
    assert row["trend_before"] == pytest.approx(0.01, rel=1e-9)
    assert row["trend_after"] == pytest.approx(-0.02, rel=1e-9)
    assert row["trend_before_level"] == pytest.approx(0.3, rel=1e-9)
    assert (row["n_years_before"], row["n_years_after"]) == (5, 6)
    assert (row["trend_before_null_reason"], row["trend_after_null_reason"]) == (None, None)


def test_recomputed_by_least_squares():
    path = numpy.random.default_rng(4).normal(0.2, 0.05, len(YEARS)).tolist()
    (row,) = trends(gaps(path))
    years = numpy.array(YEARS) - 2014
    slope, level = numpy.polyfit(years[:5], path[:5], 1)
    assert row["trend_before"] == pytest.approx(slope, rel=1e-9)
    assert row["trend_before_level"] == pytest.approx(level, rel=1e-9)
    assert row["trend_after"] == pytest.approx(numpy.polyfit(years[5:], path[5:], 1)[0], rel=1e-9)


def test_all_classes_are_divided_at_the_first_strategy_and_know_their_own_dates():
    found = trends(*(gaps(bent(), number) for number in (0, 1, 2)))
    assert {str(row["first_strategy_from"]) for row in found} == {"2014-09-25"}
    assert [str(row["first_reached_on"]) for row in found] == ["None", "2014-09-25", "2014-09-25"]
    assert [str(row["last_reached_on"]) for row in found] == ["None", "2019-02-18", "2019-02-18"]


def test_a_level_added_to_the_gap_changes_no_slope():
    (row,) = trends(gaps([gap + 0.5 for gap in bent()]))
    assert (row["trend_before"], row["trend_after"]) == pytest.approx((0.01, -0.02), rel=1e-9)


@pytest.mark.parametrize(
    ("changes", "before", "after"),
    [
        ({"membership": "dated"}, "changing_members", "changing_members"),
        ({"breaks": [2012]}, "break_between_years", None),
        ({"breaks": [2014]}, None, None),
        ({"breaks": [2009]}, None, None),
        ({"coverage": {2016: 0.97}}, None, "units_differ_between_years"),
    ],
)
def test_withheld_where_years_are_not_comparable(changes, before, after):
    (row,) = trends(gaps(bent(), **changes))
    assert (row["trend_before_null_reason"], row["trend_after_null_reason"]) == (before, after)
    assert ((row["trend_before"] is None), (row["trend_after"] is None)) == (bool(before), bool(after))
    assert (row["trend_before_level"] is None) == bool(before)


@pytest.mark.parametrize(
    ("first", "reason"), [(2010, None), (2011, "too_few_years"), (2014, "too_few_years")]
)
def test_four_years_are_needed(first, reason):
    (row,) = trends(gaps(bent()[first - 2009 :], years=range(first, 2020)))
    assert row["n_years_before"] == 2014 - first
    assert row["trend_before_null_reason"] == reason
    assert (row["trend_before"] is None) == (reason is not None)


def test_a_year_without_a_gap_is_no_year():
    path = [None, None, *bent()[2:]]
    (row,) = trends(gaps(path))
    assert (row["n_years_before"], row["trend_before_null_reason"]) == (3, "too_few_years")


def test_the_breaks_before_say_how_far_the_line_may_be_carried():
    (row,) = trends(gaps(bent(), breaks=[2009, 2016]))
    assert row["trend_before_breaks"] == 1
