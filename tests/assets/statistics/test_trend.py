"""The line through yearly dispersion."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from assets.statistics.refusal import RefusedError
from assets.statistics.trend import sigma_trend

YEARS = numpy.arange(2000, 2006)
SIGMA = numpy.array([0.50, 0.47, 0.46, 0.45, 0.41, 0.40])


def test_agrees_with_scipy():
    trend, expected = sigma_trend(YEARS, SIGMA), stats.linregress(YEARS, SIGMA)
    assert trend.slope == pytest.approx(expected.slope)
    assert trend.intercept == pytest.approx(expected.intercept)
    assert trend.error == pytest.approx(expected.stderr)
    assert trend.p == pytest.approx(expected.pvalue)
    assert trend.r_squared == pytest.approx(expected.rvalue**2)
    assert trend.t == pytest.approx(expected.slope / expected.stderr)


def test_newey_west_by_hand():
    trend = sigma_trend(YEARS, SIGMA)
    # 4 (6/100)^(2/9) = 2.14
    assert trend.lags == 2
    deviation = YEARS - YEARS.mean()
    score = deviation * (SIGMA - trend.intercept - trend.slope * YEARS)
    middle = score @ score + 2 * (2 / 3 * score[1:] @ score[:-1] + 1 / 3 * score[2:] @ score[:-2])
    assert trend.newey_west_error == pytest.approx(middle**0.5 / (deviation @ deviation), rel=1e-6)


def test_of_logs_the_slope_is_a_rate():
    figures = 0.5 * 0.97 ** numpy.arange(6) + numpy.array([1, -1, 0, 0, 1, -1]) * 1e-6
    assert sigma_trend(YEARS, figures, of_logs=True).slope == pytest.approx(numpy.log(0.97), rel=1e-4)


@settings(max_examples=50, deadline=None)
@given(st.integers(-500, 500), st.floats(0.1, 10))
def test_moving_the_years_or_the_unit_leaves_the_test(shift, factor):
    trend, other = sigma_trend(YEARS, SIGMA), sigma_trend(YEARS + shift, factor * SIGMA)
    assert other.slope == pytest.approx(factor * trend.slope, rel=1e-6)
    assert other.p == pytest.approx(trend.p, rel=1e-6)
    assert other.newey_west_error == pytest.approx(factor * trend.newey_west_error, rel=1e-6)


def test_too_few_or_missing_years_and_an_exact_line_are_refused():
    with pytest.raises(RefusedError, match="2 years are too few"):
        sigma_trend(YEARS[:2], SIGMA[:2])
    with pytest.raises(RefusedError, match="a year has no dispersion"):
        sigma_trend(YEARS, numpy.where(YEARS == 2002, numpy.nan, SIGMA))
    with pytest.raises(RefusedError, match="logarithm"):
        sigma_trend(YEARS, SIGMA - 0.4, of_logs=True)
