"""Two-way fixed effects against dummies for every region and year."""

import numpy
import pytest

from assets.statistics.panel_beta import panel_convergence
from assets.statistics.refusal import RefusedError

RANDOM = numpy.random.default_rng(8)
YEARS = numpy.arange(1990, 2020)


def simulated(persistence, n=60, noise=0.03):
    effects = RANDOM.normal(9, 0.4, n)
    logs = [effects + RANDOM.normal(0, 0.5, n)]
    for _ in YEARS[1:]:
        logs.append(persistence * logs[-1] + (1 - persistence) * effects + RANDOM.normal(0, noise, n))
    return numpy.exp(numpy.array(logs).T)


def test_a_simulated_rate_is_recovered():
    found = panel_convergence(simulated(0.95), YEARS)
    # within-region estimates are too low in short panels (Nickell 1981)
    assert 0.95 - 2 / 29 < found.persistence < 0.95
    assert found.rate == pytest.approx(-numpy.log(found.persistence))
    assert found.observations == 60 * 29


def test_equals_least_squares_with_a_dummy_for_every_region_and_year():
    values = simulated(0.9, n=6)[:, :5]
    logs = numpy.log(values)
    earlier, later = logs[:, :-1].ravel(), logs[:, 1:].ravel()
    regions, years = numpy.repeat(numpy.eye(6), 4, axis=0), numpy.tile(numpy.eye(4), (6, 1))
    design = numpy.column_stack([earlier, regions, years[:, 1:]])
    expected = numpy.linalg.lstsq(design, later, rcond=None)[0]
    found = panel_convergence(values, YEARS[:5])
    assert found.persistence == pytest.approx(expected[0])
    residuals = later - design @ expected
    bread = numpy.linalg.inv(design.T @ design)
    scores = (design * residuals[:, None]).reshape(6, 4, -1).sum(axis=1)
    clustered = bread @ scores.T @ scores @ bread * 6 / 5
    assert found.error == pytest.approx(clustered[0, 0] ** 0.5)


def test_units_regions_and_common_shocks_do_not_matter():
    values = simulated(0.9)
    found = panel_convergence(values, YEARS)
    shocks = numpy.exp(RANDOM.normal(size=len(YEARS)))
    other = panel_convergence(100 * values[::-1] * shocks, YEARS)
    assert other.persistence == pytest.approx(found.persistence)
    assert other.error == pytest.approx(found.error)


def test_what_a_panel_regression_excludes():
    values = simulated(0.9)
    with pytest.raises(RefusedError, match="4 of each are needed"):
        panel_convergence(values[:, :3], YEARS[:3])
    with pytest.raises(RefusedError, match="equally spaced"):
        panel_convergence(values[:, :4], numpy.array([2000, 2001, 2002, 2005]))
    with pytest.raises(RefusedError, match="missing"):
        panel_convergence(numpy.where(values > values.max() - 1e-9, numpy.nan, values), YEARS)
    with pytest.raises(RefusedError, match="in parallel"):
        panel_convergence(numpy.outer(numpy.arange(1.0, 6), numpy.arange(1.0, 6)), YEARS[:5])
    with pytest.raises(RefusedError, match="no logarithm"):
        panel_convergence(values * 0, YEARS)
