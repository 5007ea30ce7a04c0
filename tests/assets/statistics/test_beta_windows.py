"""All windows at once: as one regression each, as the slopes of the covariance, and what is refused."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics.beta import convergence, slopes_of_all_windows
from assets.statistics.beta_windows import beta_of_all_windows
from assets.statistics.refusal import RefusedError

YEARS = numpy.array([2000, 2001, 2003, 2007, 2008])


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6), st.integers(4, 12))
def test_each_window_is_its_own_regression(seed, regions):
    values = numpy.exp(numpy.random.default_rng(seed).normal(0, 1, size=(regions, 5)))
    found = beta_of_all_windows(values, YEARS)
    for start in range(5):
        for end in range(5):
            if end <= start:
                assert numpy.isnan(found.slope[start, end])
                continue
            fit = convergence(values[:, start], values[:, end], int(YEARS[end] - YEARS[start])).fit
            assert found.slope[start, end] == pytest.approx(float(fit.coefficients[1]), rel=1e-7, abs=1e-12)
            assert found.error[start, end] == pytest.approx(float(fit.hc1_errors[1]), rel=1e-6)
            assert found.p[start, end] == pytest.approx(fit.p_value(1, fit.hc1_errors), rel=1e-5, abs=1e-12)
            assert found.r_squared[start, end] == pytest.approx(fit.r_squared, rel=1e-6, abs=1e-9)


def test_slopes_are_those_of_the_covariance_and_know_no_unit():
    values = numpy.exp(numpy.random.default_rng(1).normal(3, 0.5, size=(31, 5)))
    slopes = beta_of_all_windows(values, YEARS).slope
    numpy.testing.assert_allclose(slopes, slopes_of_all_windows(values, YEARS), rtol=1e-9)
    numpy.testing.assert_allclose(slopes, beta_of_all_windows(values * 7, YEARS).slope, rtol=1e-9)


def test_equal_starts_and_exact_fits_have_no_error():
    spread = numpy.exp(numpy.random.default_rng(2).normal(0, 1, size=(6, 5)))
    equal, exact = spread.copy(), spread.copy()
    equal[:, 1] = 4
    exact[:, 3] = exact[:, 2] ** 0.5
    assert numpy.isnan(beta_of_all_windows(equal, YEARS).slope[1]).all()
    assert numpy.isnan(beta_of_all_windows(exact, YEARS).slope[2, 3])
    assert numpy.isfinite(beta_of_all_windows(exact, YEARS).slope[2, 4])


@pytest.mark.parametrize("values", [numpy.ones((3, 5)), numpy.zeros((5, 5)), numpy.full((5, 5), numpy.nan)])
def test_few_regions_and_values_without_logarithm_are_refused(values):
    with pytest.raises(RefusedError):
        beta_of_all_windows(values, YEARS)
