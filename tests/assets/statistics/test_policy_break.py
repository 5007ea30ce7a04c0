"""A change of course at a dated event, beside the same statistic at other dates."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from assets.statistics.break_level import LEVEL
from assets.statistics.policy_break import admissible_dates, break_test, judge_break
from assets.statistics.refusal import RefusedError
from assets.statistics.yearly_changes import autocorrelation

YEARS = numpy.arange(2000, 2025)


def gap(event=2012, level=0.0, slope=0.0, news=0.01, seed=1):
    """A log gap that closes by .02 a year, and from an event on otherwise."""
    random = numpy.random.default_rng(seed)
    after = event <= YEARS
    course = 0.8 - 0.02 * (YEARS - 2000) + level * after + slope * (YEARS - event) * after
    return course + news * random.normal(size=len(YEARS)).cumsum()


def test_worked_example():
    # changes 1, 0 about .5 before; a jump of 4 in 2006; then 3, 2 about 2.5
    changes = numpy.array([1.0, 0, 1, 0, 1, 4, 3, 2, 3, 2, 3])
    series = numpy.concatenate([[10.0], 10 + changes.cumsum()])
    found = break_test(numpy.arange(2000, 2012), series, 2006)
    # alternating changes have negative autocorrelation, counted as 0: plain means 3/5, 4 and 13/5
    assert found.autocorrelation == 0
    assert found.level == pytest.approx(4 - 0.6)
    assert found.slope == pytest.approx(2.6 - 0.6)
    # squares around both means .24 * 5 and .24 * 5, over 11 - 3 = 8
    variance = 2.4 / 8
    assert found.level_error == pytest.approx((variance * (1 + 1 / 5)) ** 0.5)
    assert found.slope_error == pytest.approx((variance * (1 / 5 + 1 / 5)) ** 0.5)
    around_mean = ((changes - changes.mean()) ** 2).sum()
    assert found.statistic == pytest.approx((around_mean - 2.4) / 2 / variance)
    assert found.p == pytest.approx(stats.f.sf(found.statistic, 2, 8))
    assert found.slope_p == pytest.approx(2 * stats.t.sf(2 / found.slope_error, 8))


def test_a_planted_change_coincides_with_its_event():
    for planted in ({"level": 0.08}, {"slope": 0.04}, {"level": -0.08, "slope": 0.03}):
        found = judge_break(YEARS, gap(**planted), 2012)
        assert found.word == "coincides with a change"
        assert abs(found.largest_at - 2012) <= 1
        assert found.placebo_p == pytest.approx(1 / (1 + len(found.placebo_years)))


def test_a_change_at_another_date_is_not_the_events():
    found = judge_break(YEARS, gap(event=2009, level=-0.05, slope=0.05, news=0.015), 2012)
    assert found.test.p < LEVEL
    assert found.word == "larger change at another date"
    assert abs(found.largest_at - 2009) <= 1


def test_a_straight_course_has_no_change():
    found = [judge_break(YEARS, gap(seed=seed), 2012) for seed in range(100)]
    # 5 % of 100 is 5, three standard errors 6.5
    assert sum(one.word == "coincides with a change" for one in found) <= 11
    # p by placebos is spread over its range: half of them above one half
    assert 35 <= sum(one.placebo_p > 0.5 for one in found) <= 65


def test_placebos_are_all_other_dates_with_years_around():
    found = judge_break(YEARS, gap(), 2012)
    # 5 changes before: 2006 at the earliest; 5 from the date on: 2020 at the latest; not 2011 to 2013
    assert admissible_dates(YEARS) == tuple(range(2006, 2021))
    assert list(found.placebo_years) == [*range(2006, 2011), *range(2014, 2021)]
    again = [break_test(YEARS, gap(), int(year)).statistic for year in found.placebo_years]
    assert found.placebo_statistics == pytest.approx(again)
    larger = sum(other >= found.test.statistic for other in again)
    assert found.placebo_p == pytest.approx((1 + larger) / 13)


def test_the_course_before_the_event():
    series = gap(news=0.004)
    found = judge_break(YEARS, series, 2012).pre_trend
    before = numpy.diff(series)[:11]
    assert found.slope_p < 0.01
    if autocorrelation(before - before.mean()) == 0:
        assert found.slope == pytest.approx(before.mean())
        assert found.slope_p == pytest.approx(stats.ttest_1samp(before, 0).pvalue)
        assert found.bend_p == pytest.approx(stats.linregress(range(11), before).pvalue)
    turning = series + 0.01 * (YEARS - 2000) ** 2 * (YEARS < 2012)
    assert judge_break(YEARS, turning, 2012).pre_trend.bend_p < 0.001


def test_too_few_years_and_breaks_of_method_are_not_testable():
    for event in (2005, 2021, 1990):
        assert judge_break(YEARS, gap(), event).word == "not testable (too few years)"
    # 2010 to 2021 is room for two dates only
    assert judge_break(YEARS[:12], gap()[:12], 2006).word == "not testable (too few years)"
    found = judge_break(YEARS, gap(level=0.1), 2012, method_breaks=(2005,))
    assert (found.word, found.test, found.placebo_p) == ("not testable (break)", None, None)
    # what breaks in the first year, or before, is the same all along
    assert judge_break(YEARS, gap(level=0.1), 2012, (2000, 1997)).word == "coincides with a change"


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.floats(-2, 2), st.floats(0.1, 9), st.integers(-300, 300), st.floats(-1, 1))
def test_unit_calendar_and_a_steady_trend_do_not_matter(seed, shift, factor, calendar, trend):
    series = gap(level=0.03, seed=seed)
    found = judge_break(YEARS, series, 2012)
    moved = judge_break(YEARS + calendar, shift + factor * series + trend * (YEARS - 2000), 2012 + calendar)
    assert moved.word == found.word
    assert moved.test.statistic == pytest.approx(found.test.statistic, rel=1e-6)
    assert moved.test.slope == pytest.approx(factor * found.test.slope, rel=1e-6, abs=1e-9)
    # turned around in sign, a change of the gap is the same change the other way
    turned = judge_break(YEARS, -series, 2012)
    assert (turned.word, turned.test.level) == (found.word, pytest.approx(-found.test.level))


def test_missing_years_and_exact_lines_are_refused():
    with pytest.raises(RefusedError, match="a year has no value"):
        judge_break(YEARS, numpy.where(YEARS == 2007, numpy.nan, gap()), 2012)
    with pytest.raises(RefusedError, match="left out"):
        judge_break(numpy.delete(YEARS, 5), numpy.delete(gap(), 5), 2012)
    with pytest.raises(RefusedError, match="no error to test with"):
        judge_break(YEARS, (YEARS - 2000) * 0.5, 2012)
    with pytest.raises(RefusedError, match="fewer than 5 yearly changes"):
        break_test(YEARS, gap(), 2005)
