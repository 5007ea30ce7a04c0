"""Years to parity, their fan, and how fans issued in the past did."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics.gaps import years_to_parity
from assets.statistics.parity_outlook import back_test, fan, outlook
from assets.statistics.refusal import RefusedError

YEARS = numpy.arange(2000, 2025)


def gap(closing=0.02, news=0.01, seed=1):
    """A log gap of .9 that closes by `closing` a year."""
    random = numpy.random.default_rng(seed)
    return 0.9 - closing * (YEARS - 2000) + news * random.normal(size=25).cumsum()


def test_worked_example_without_news():
    # .9 - 24 * .02 = .42 is left, 21 years at .02
    found = outlook(YEARS, gap(news=0))
    assert found.gap == pytest.approx(0.42)
    assert found.years == pytest.approx(21)
    assert (found.years_low, found.years_high) == pytest.approx((21, 21))
    assert found.never_share == 0
    assert fan(YEARS, gap(news=0), 3).quantiles == pytest.approx(numpy.tile([0.4, 0.38, 0.36], (5, 1)))


def test_agrees_with_the_formula_of_growth_rates():
    series = gap()
    found = outlook(YEARS, series, window=12)
    # the reference grows 5 %; the mean closing of the last 12 years gives the other's rate
    growth = 1.05 * numpy.exp((series[12] - series[24]) / 12) - 1
    expected = years_to_parity(100, 100 * numpy.exp(series[24]), growth, 0.05)
    assert found.years == pytest.approx(expected)
    assert found.yearly_change == pytest.approx((series[24] - series[12]) / 12)


def test_never_at_the_current_trend():
    found = outlook(YEARS, gap(closing=-0.02))
    assert found.is_never
    assert found.never_share > 0.99
    assert found.years_low == numpy.inf
    unsure = outlook(YEARS, gap(closing=0.004, news=0.03))
    assert 0 < unsure.never_share < 1
    assert unsure.years_high == numpy.inf
    closed = outlook(YEARS, numpy.append(gap()[:-1], 0))
    assert (closed.years, closed.never_share) == (0, 0)


def test_the_fan_opens_and_holds_its_quantiles_in_order():
    found = fan(YEARS, gap(), 20)
    assert list(found.years[[0, -1]]) == [2025, 2044]
    assert (numpy.diff(found.quantiles, axis=0) > 0).all()
    width = found.quantiles[-1] - found.quantiles[0]
    assert width[0] < width[9] < width[19]
    # ten years of independent news and the mean of twelve years known to 1/12: sd near .01 sqrt(10 + 100/12)
    spread = numpy.diff(gap())[-12:].std(ddof=1) * (10 + 100 / 12) ** 0.5
    assert width[9] == pytest.approx(2 * 1.2816 * spread, rel=0.35)


def test_only_the_window_counts():
    early = gap()
    early[:12] += 5
    assert outlook(YEARS, early) == outlook(YEARS[12:], gap()[12:])
    assert outlook(YEARS, early, window=13) != outlook(YEARS, gap(), window=13)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.1, 5), st.integers(-100, 100))
def test_unit_of_the_gap_and_calendar(seed, factor, calendar):
    series = gap(seed=seed)
    found, moved = outlook(YEARS, series), outlook(YEARS + calendar, factor * series)
    assert (moved.years, moved.never_share) == pytest.approx((found.years, found.never_share))
    assert fan(YEARS, factor * series, 5).quantiles == pytest.approx(factor * fan(YEARS, series, 5).quantiles)


def test_back_test_looks_at_nothing_later():
    series = gap()
    changed = series + (YEARS > 2012) * 7
    (before, _), (after, _) = back_test(YEARS, series), back_test(YEARS, changed)
    assert before.origin == 2012
    assert list(before.years) == list(range(2013, 2025))
    assert after.low == pytest.approx(before.low)
    assert after.observed == pytest.approx(series[13:] + 7)
    assert not after.inside.any()
    assert before.high == pytest.approx(fan(YEARS[:13], series[:13], 12).quantiles[-1])


def test_fans_of_simulated_gaps_hold_what_came():
    inside = [back_test(YEARS, gap(seed=seed), (2017,))[0].inside for seed in range(200)]
    # 80 % of 200, three standard errors 8.5 %
    assert 0.7 <= numpy.mean(inside, axis=0)[4] <= 0.9


def test_origins_without_enough_years_are_left_out():
    assert [issued.origin for issued in back_test(YEARS, gap(), (2005, 2011, 2012, 2024, 2030))] == [2012]


def test_refusals():
    with pytest.raises(RefusedError, match="exchange the two"):
        outlook(YEARS, -gap())
    with pytest.raises(RefusedError, match="24 yearly changes and a window of 30"):
        outlook(YEARS, gap(), window=30)
    with pytest.raises(RefusedError, match="needs 8 or more"):
        outlook(YEARS, gap(), window=5)
    with pytest.raises(RefusedError, match="a year has no value"):
        fan(YEARS, numpy.where(YEARS == 2020, numpy.nan, gap()), 5)
    with pytest.raises(RefusedError, match="horizon of 0"):
        fan(YEARS, gap(), 0)
