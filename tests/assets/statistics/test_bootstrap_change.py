"""The interval of a change of dispersion."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics import bootstrap_change as module
from assets.statistics.bootstrap_change import change_of_dispersion, trend_of_dispersion
from assets.statistics.paired_variance import paired
from assets.statistics.refusal import RefusedError

START = numpy.log([10.0, 20, 40, 80, 90, 35])
END = numpy.log([20.0, 31, 42, 70, 88, 30])
WEIGHT = numpy.array([3.0, 1, 2, 1, 1, 2])


def test_worked_example():
    # squares 4 + 1 + 0 + 1 + 4 = 10 and .25 + 1 + 0 + 1 + .25 = 2.5: a quarter of the variance, ln .5
    start, end = numpy.array([-2.0, -1, 0, 1, 2]), numpy.array([0.5, -1, 0, 1, -0.5])
    found = change_of_dispersion(start + 7, end + 8, None, seed=1)
    assert found.estimate == pytest.approx(numpy.log(0.5))
    assert found.low < found.estimate < found.high


@pytest.mark.parametrize("weight", [None, WEIGHT])
def test_interval_step_by_step(weight):
    pair = paired(START, END, weight)
    share = pair.share

    def estimate(rows):
        p = share[rows] / share[rows].sum()
        deviation = [year[rows] - (p * year[rows]).sum() for year in (pair.start, pair.end)]
        variance = [(p * year**2).sum() for year in deviation]
        # two regions have no error: each is one deviation from their mean in both years
        if min(variance) < 1e-6 or len(set(rows)) == 2:
            return None
        influence = p * (deviation[1] ** 2 / variance[1] - deviation[0] ** 2 / variance[0]) / 2
        return 0.5 * numpy.log(variance[1] / variance[0]), (influence**2).sum() ** 0.5

    change, error = estimate(numpy.arange(6))
    counts = module._counts(6, 11, 99).T[1:].astype(int)
    drawn = [estimate(numpy.repeat(numpy.arange(6), row)) for row in counts]
    pivots = [abs(numpy.sinh(other - change)) / e for other, e in filter(None, drawn)]
    half = numpy.arcsinh(numpy.quantile(pivots, 0.95) * error)
    found = change_of_dispersion(START, END, weight, seed=11, resamples=99)
    assert (found.estimate, found.low, found.high) == pytest.approx((change, change - half, change + half))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(5, 20), st.floats(-5, 5))
def test_unit_order_and_direction(seed, n, shift):
    random = numpy.random.default_rng(seed)
    start, end = random.normal(size=(2, n))
    weight, order = random.uniform(1, 9, size=n), random.permutation(n)
    found = change_of_dispersion(start, end, weight, seed=1)
    moved = change_of_dispersion(start[order] + shift, end[order] - shift, 7 * weight[order], seed=1)
    assert (moved.low, moved.high) == pytest.approx((found.low, found.high), abs=1e-6)
    back = change_of_dispersion(end, start, weight, seed=1)
    assert (back.low, back.high) == pytest.approx((-found.high, -found.low), abs=1e-6)


def test_intervals_cover_what_is_true():
    random = numpy.random.default_rng(8)
    start, new = random.normal(size=(2, 300, 31))
    end = 0.75 * (0.6 * start + 0.8 * new)
    found = [change_of_dispersion(*pair, None, seed=1) for pair in zip(start, end, strict=True)]
    covered = numpy.mean([interval.low <= numpy.log(0.75) <= interval.high for interval in found])
    # 95 % of 300, three standard errors 3.8 %
    assert 0.91 <= covered <= 0.99


def test_trend_is_the_line_through_logs_of_dispersion():
    years = numpy.arange(2000, 2010)
    random = numpy.random.default_rng(5)
    logs = random.normal(size=(12, 1)) * 0.97 ** numpy.arange(10) + 0.1 * random.normal(size=(12, 10))
    found = trend_of_dispersion(logs, years, None, seed=1)
    assert found.estimate == pytest.approx(numpy.polyfit(years, numpy.log(logs.std(axis=0)), 1)[0])
    assert found.low < found.estimate < found.high < 0
    weight = numpy.arange(1.0, 13)
    weighted = trend_of_dispersion(logs, years, weight, seed=1)
    moments = [numpy.cov(year, aweights=weight, ddof=0) for year in logs.T]
    assert weighted.estimate == pytest.approx(numpy.polyfit(years, numpy.log(moments) / 2, 1)[0])


def test_trend_of_two_years_apart_is_the_change_a_year():
    # the middle year has the geometric mean of both variances, so that the line goes through all three
    random = numpy.random.default_rng(6)
    start, end = random.normal(size=(2, 10))
    middle = (start - start.mean()) * (end.std() / start.std()) ** 0.5
    trend = trend_of_dispersion(numpy.column_stack([start, middle, end]), numpy.arange(3), None, seed=1)
    assert trend.estimate == pytest.approx(change_of_dispersion(start, end, None, seed=1).estimate / 2)


def test_refusals():
    logs = numpy.random.default_rng(1).normal(size=(8, 4))
    with pytest.raises(RefusedError, match="changed alike"):
        change_of_dispersion(START, 0.5 * START, None, seed=1)
    with pytest.raises(RefusedError, match="4 regions; an interval needs 5"):
        change_of_dispersion(START[:4], END[:4], None, seed=1)
    with pytest.raises(RefusedError, match="a trend needs 3"):
        trend_of_dispersion(logs[:, :2], numpy.arange(2), None, seed=1)
    with pytest.raises(RefusedError, match="missing"):
        trend_of_dispersion(numpy.where(logs > 1, numpy.nan, logs), numpy.arange(4), None, seed=1)
    with pytest.raises(RefusedError, match="equal in one of the years"):
        trend_of_dispersion(logs * numpy.array([1, 0, 1, 1]), numpy.arange(4), None, seed=1)


@pytest.mark.parametrize("cells", [1, 100, 1_000_000])
def test_draws_in_blocks_give_the_same(monkeypatch, cells):
    whole = change_of_dispersion(START, END, WEIGHT, seed=3)
    # 6 regions: blocks of one draw, of 16 (999 + 1 = 62 x 16 + 8), of all
    monkeypatch.setattr(module, "CELLS", cells)
    found = change_of_dispersion(START, END, WEIGHT, seed=3)
    assert (found.low, found.high) == pytest.approx((whole.low, whole.high), rel=1e-12)


@given(st.lists(st.floats(-9, 9), min_size=1, max_size=40), st.floats(0, 1))
def test_quantile_is_numpys(values, level):
    found = module._quantile(numpy.array(values), level)
    assert found == pytest.approx(numpy.quantile(values, level), abs=1e-12)
