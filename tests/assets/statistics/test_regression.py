"""Least squares against numpy, the sandwich written out, and the normal equations."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics.refusal import RefusedError
from assets.statistics.regression import least_squares, newey_west_lags

RANDOM = numpy.random.default_rng(11)
X, Z = RANDOM.normal(size=(2, 30))
Y = 1 + 2 * X - Z + RANDOM.normal(size=30) * (1 + abs(X))


def test_a_line_by_hand():
    # through (0, 1), (1, 2), (2, 4): slope 3/2, constant 5/6, residuals 1/6, -1/3, 1/6
    fit = least_squares(numpy.array([1.0, 2, 4]), numpy.array([0.0, 1, 2]))
    assert fit.coefficients == pytest.approx([5 / 6, 1.5])
    assert fit.residuals == pytest.approx([1 / 6, -1 / 3, 1 / 6])
    # e'e = 1/6, one degree of freedom, over sum of squares 2
    assert fit.classical_errors[1] == pytest.approx((1 / 6 / 2) ** 0.5)
    # sum of x~^2 e^2 = 2/36, over 2^2
    assert fit.hc0_errors[1] == pytest.approx((2 / 36) ** 0.5 / 2)
    assert fit.hc1_errors[1] == pytest.approx((2 / 36) ** 0.5 / 2 * 3**0.5)
    assert fit.r_squared == pytest.approx(1 - (1 / 6) / (14 / 3))
    assert fit.adjusted_r_squared == pytest.approx(1 - (1 / 6) / (14 / 6))


def test_agrees_with_numpy_and_the_sandwich_written_out():
    fit = least_squares(Y, X, Z)
    design = numpy.column_stack([numpy.ones(30), X, Z])
    assert fit.coefficients == pytest.approx(numpy.linalg.lstsq(design, Y, rcond=None)[0])
    inverse = numpy.linalg.inv(design.T @ design)
    leverage = numpy.diag(design @ inverse @ design.T)
    variances = {
        "hc0_errors": fit.residuals**2,
        "hc1_errors": fit.residuals**2 * 30 / 27,
        "hc3_errors": (fit.residuals / (1 - leverage)) ** 2,
        "classical_errors": numpy.full(30, fit.residuals @ fit.residuals / 27),
    }
    for name, variance in variances.items():
        covariance = inverse @ design.T @ numpy.diag(variance) @ design @ inverse
        assert getattr(fit, name) == pytest.approx(numpy.sqrt(numpy.diag(covariance)))


def test_newey_west_without_lags_is_white_and_weights_fall_with_the_lag():
    fit = least_squares(Y, X)
    assert fit.newey_west_errors(0) == pytest.approx(fit.hc0_errors)
    scores = fit.design * fit.residuals[:, None]
    middle = scores.T @ scores
    for earlier in range(30):
        for later in range(30):
            distance = abs(earlier - later)
            if 0 < distance <= 3:
                middle = middle + (1 - distance / 4) * numpy.outer(scores[earlier], scores[later])
    expected = numpy.sqrt(numpy.diag(fit.inverse @ middle @ fit.inverse))
    assert fit.newey_west_errors(3) == pytest.approx(expected)


def test_customary_lags():
    assert [newey_west_lags(n) for n in (5, 25, 100, 200)] == [2, 2, 4, 4]


@settings(max_examples=50, deadline=None)
@given(st.floats(-1e3, 1e3), st.floats(0.01, 100))
def test_residuals_are_orthogonal_and_a_moved_column_changes_the_constant_only(shift, factor):
    fit, moved = least_squares(Y, X), least_squares(Y, factor * X + shift)
    assert moved.design.T @ moved.residuals == pytest.approx([0, 0], abs=1e-6 * (1 + abs(shift)))
    assert moved.coefficients[1] * factor == pytest.approx(fit.coefficients[1], rel=1e-6)
    assert moved.p_value(1, moved.classical_errors) == pytest.approx(
        fit.p_value(1, fit.classical_errors), rel=1e-5
    )


def test_variance_inflation_is_one_for_unrelated_columns_and_grows_with_correlation():
    left, right = numpy.array([1.0, 1, -1, -1]), numpy.array([1.0, -1, 1, -1])
    assert least_squares(Y[:4], left, right).variance_inflation == pytest.approx([1, 1])
    assert least_squares(Y[:4], left).variance_inflation == pytest.approx([1])
    # by the definition, a regression of each column on the others
    columns = [X, X + Z, Z**2]
    for position, factor in enumerate(least_squares(Y, *columns).variance_inflation):
        others = columns[:position] + columns[position + 1 :]
        assert factor == pytest.approx(1 / (1 - least_squares(columns[position], *others).r_squared))


def test_what_cannot_be_fitted_is_refused():
    with pytest.raises(RefusedError, match="2 observations for 2 coefficients"):
        least_squares(Y[:2], X[:2])
    with pytest.raises(RefusedError, match="sum of the others"):
        least_squares(Y, X, 2 * X + 3)
    with pytest.raises(RefusedError, match="0 throughout"):
        least_squares(Y, X, 0 * X)
    with pytest.raises(RefusedError, match="missing or infinite"):
        least_squares(Y, numpy.where(X > 0, numpy.nan, X))
    with pytest.raises(RefusedError, match="nothing to explain"):
        _ = least_squares(numpy.ones(30), X).r_squared
    with pytest.raises(RefusedError, match="leverage 1"):
        _ = least_squares(Y, (numpy.arange(30) == 4).astype(float)).hc3_errors
