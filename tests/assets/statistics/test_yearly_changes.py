"""Regressions on yearly changes with autocorrelated errors."""

import numpy
import pytest

from assets.statistics.refusal import RefusedError
from assets.statistics.yearly_changes import autocorrelation, fit_changes, yearly_changes

CHANGES = numpy.array([0.3, 0.1, 0.4, 0.2, -0.1, 0.5, 0.2, 0.0])


def test_changes():
    assert yearly_changes(numpy.array([2000, 2001, 2002]), numpy.array([1.0, 3, 2])) == pytest.approx([2, -1])
    with pytest.raises(RefusedError, match="left out"):
        yearly_changes(numpy.array([2000, 2002]), numpy.array([1.0, 3]))
    with pytest.raises(RefusedError, match="a year has no value"):
        yearly_changes(numpy.array([2000, 2001]), numpy.array([1.0, numpy.nan]))
    with pytest.raises(RefusedError, match="one value a year"):
        yearly_changes(numpy.array([2000, 2001]), numpy.array([1.0]))


def test_autocorrelation_by_hand():
    # products of neighbours 2 - 1 - 2 - 4 + 4 = -1 over squares 4 + 1 + 1 + 4 + 4 + 4 = 18
    deviations = numpy.array([2.0, 1, -1, 2, -2, -2])
    assert autocorrelation(deviations) == pytest.approx((6 * -1 / 18 + 1) / 3)
    rising = numpy.arange(20) - 9.5
    assert autocorrelation(rising) == 0.9
    assert autocorrelation(numpy.array([1.0, -1] * 10)) == 0
    assert autocorrelation(numpy.zeros(6)) == 0
    with pytest.raises(RefusedError, match="5 or more"):
        autocorrelation(deviations[:4])


def test_correction_takes_out_most_of_the_bias():
    random = numpy.random.default_rng(3)
    found = []
    for _ in range(400):
        series = numpy.zeros(60)
        for year, news in enumerate(random.normal(size=59), start=1):
            series[year] = 0.5 * series[year - 1] + news
        recent = series[-24:]
        found.append(autocorrelation(recent - recent.mean()))
    # the plain one is about .5 - 2.5/24 = .4
    assert numpy.mean(found) == pytest.approx(0.5, abs=0.04)


@pytest.mark.parametrize("phi", [0.0, 0.4, 0.9])
def test_agrees_with_the_full_covariance_matrix(phi):
    step = (numpy.arange(8) > 4).astype(float)
    design = numpy.column_stack([numpy.ones(8), step])
    distance = abs(numpy.subtract.outer(numpy.arange(8), numpy.arange(8)))
    weight = numpy.linalg.inv(phi**distance / (1 - phi**2))
    inverse = numpy.linalg.inv(design.T @ weight @ design)
    coefficients = inverse @ design.T @ weight @ CHANGES
    residual = CHANGES - design @ coefficients
    variance = residual @ weight @ residual / 6
    found = fit_changes(CHANGES, phi, step)
    assert found.coefficients == pytest.approx(coefficients)
    assert found.classical_errors == pytest.approx(numpy.sqrt(variance * numpy.diag(inverse)))
