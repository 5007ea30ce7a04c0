"""Growth regressions, the rate behind them, and all windows at once."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from assets.statistics.beta import (
    convergence,
    convergence_rate,
    convergence_with_groups,
    convergence_with_zones,
    nonlinear_rate,
    slopes_of_all_windows,
)
from assets.statistics.refusal import RefusedError

RANDOM = numpy.random.default_rng(4)
START = numpy.exp(RANDOM.normal(9, 0.6, 40))
END = numpy.exp(0.7 * numpy.log(START) + 4 + RANDOM.normal(0, 0.1, 40))


def test_a_simulated_rate_is_found_exactly_without_noise():
    # ln y_T = c + exp(-lambda T) ln y_0 with lambda .02 over 25 years
    end = numpy.exp(3 + numpy.exp(-0.02 * 25) * numpy.log(START))
    found = convergence(START, end, 25)
    assert found.beta == pytest.approx((numpy.exp(-0.5) - 1) / 25)
    assert found.rate == pytest.approx(0.02)
    assert found.half_life == pytest.approx(numpy.log(2) / 0.02)


def test_agrees_with_scipy():
    found, years = convergence(START, END, 12), 12
    expected = stats.linregress(numpy.log(START), numpy.log(END / START) / years)
    assert found.beta == pytest.approx(expected.slope)
    assert found.fit.classical_errors[1] == pytest.approx(expected.stderr)
    assert found.rate_error == pytest.approx(expected.stderr / (1 + expected.slope * 12))


@settings(max_examples=50, deadline=None)
@given(st.floats(0.1, 100), st.floats(0.1, 100))
def test_units_do_not_matter(of_start, of_end):
    found, other = convergence(START, END, 10), convergence(of_start * START, of_end * END, 10)
    assert other.beta == pytest.approx(found.beta)
    assert other.fit.hc1_errors[1] == pytest.approx(found.fit.hc1_errors[1])


def test_the_rate_has_the_years_inside_the_logarithm():
    assert convergence_rate(-0.03, 20) == pytest.approx(-numpy.log(0.4) / 20)
    # the published fault: -ln(1 + beta)/T of an annualised beta is about T times too small
    assert convergence_rate(-0.03, 20) > 20 * (-numpy.log(0.97) / 20)
    with pytest.raises(RefusedError, match="no lambda; report beta"):
        convergence_rate(-0.06, 20)


def test_gaps_that_widen_have_a_negative_rate():
    found = convergence(START, START**1.3, 10)
    assert found.rate == pytest.approx(-numpy.log(1.3) / 10)
    assert found.half_life < 0


@pytest.mark.parametrize("power", [0.2, 0.7, 1.0, 1.4])
def test_the_nonlinear_fit_has_the_same_minimum(power):
    end = END * START ** (power - 0.7)
    found, linear = nonlinear_rate(START, end, 14), convergence(START, end, 14)
    assert found.rate == pytest.approx(linear.rate, abs=1e-12)
    assert found.error == pytest.approx(linear.rate_error)
    assert found.constant == pytest.approx(linear.fit.coefficients[0])


def test_group_dummies_are_growth_beyond_the_first_group():
    labels = numpy.array(["B", "A", "C", "A"] * 10)
    shift = numpy.select([labels == "B", labels == "C"], [0.02, -0.01])
    end = START * numpy.exp(10 * (0.1 - 0.01 * numpy.log(START) + shift))
    found = convergence_with_groups(START, end, 10, labels)
    assert found.dummies == ("B", "C")
    assert found.fit.coefficients == pytest.approx([0.1, -0.01, 0.02, -0.01])


def test_overlapping_zone_dummies_are_allowed_and_sums_are_not():
    belt, delta = numpy.arange(40) < 20, (numpy.arange(40) > 10) & (numpy.arange(40) < 25)
    end = START * numpy.exp(10 * (0.1 - 0.01 * numpy.log(START) + 0.02 * belt + 0.01 * delta))
    found = convergence_with_zones(START, end, 10, {"belt": belt, "delta": delta})
    assert found.fit.coefficients == pytest.approx([0.1, -0.01, 0.02, 0.01])
    with pytest.raises(RefusedError, match="sum of the others"):
        convergence_with_zones(START, end, 10, {"belt": belt, "rest": ~belt})


def test_all_windows_equal_one_regression_each():
    values = numpy.exp(RANDOM.normal(9, 0.5, (30, 1)) + RANDOM.normal(0, 0.1, (30, 6)).cumsum(axis=1))
    years = numpy.array([2000, 2001, 2002, 2005, 2006, 2010])
    values[3, 2] = values[7, 0] = values[7, 5] = numpy.nan
    slopes = slopes_of_all_windows(values, years)
    for first in range(6):
        for last in range(6):
            if last <= first:
                assert numpy.isnan(slopes[first, last])
                continue
            both = numpy.isfinite(values[:, [first, last]]).all(axis=1)
            window = convergence(values[both, first], values[both, last], int(years[last] - years[first]))
            assert slopes[first, last] == pytest.approx(window.beta, rel=1e-9, abs=1e-13)


def test_all_windows_refuse_zeros_and_leave_thin_pairs_empty():
    years = numpy.array([2000, 2001])
    with pytest.raises(RefusedError, match="no logarithm"):
        slopes_of_all_windows(numpy.zeros((5, 2)), years)
    thin = numpy.array([[1.0, 2], [2, 3], [3, 4], [4, numpy.nan]])
    assert numpy.isnan(slopes_of_all_windows(thin, years)).all()


def test_what_has_no_regression_is_refused():
    with pytest.raises(RefusedError, match="3 regions have values in both years, 4 are needed"):
        convergence(START[:3], END[:3], 10)
    with pytest.raises(RefusedError, match="the end must be later"):
        convergence(START, END, 0)
    with pytest.raises(RefusedError, match="another start year"):
        convergence(START * 0, END, 10)
    with pytest.raises(RefusedError, match="sum of the others"):
        convergence(START * 0 + 5, END, 10)
    with pytest.raises(RefusedError, match="6 observations for 7 coefficients"):
        convergence_with_groups(START[:6], END[:6], 10, numpy.array(list("ABCDEF")))
