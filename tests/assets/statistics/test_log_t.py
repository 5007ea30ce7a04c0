import math

import numpy as np
import pytest

from assets.statistics.log_t import cross_section_variance, log_t, periods_dropped, slopes
from assets.statistics.refusal import RefusedError


def logs(regions=12, periods=24, closing=0.08, seed=3):
    """Logs whose distance from their mean shrinks by `closing` a year, with some noise."""
    rng = np.random.default_rng(seed)
    distance = rng.normal(size=(regions, 1)) * np.exp(-closing * np.arange(periods))
    return 9 + 0.05 * np.arange(periods) + distance + rng.normal(size=(regions, periods)) * 0.002


def test_variance_by_hand():
    # year 1: 8 and 12 over their mean 10 are .8 and 1.2: (.04 + .04)/2; year 2: equal, 0
    assert cross_section_variance(np.array([[8.0, 11.0], [12.0, 11.0]])) == pytest.approx([0.04, 0])


def test_periods_dropped():
    # 34/3 = 11.3 and .3 * 34 = 10.2; 35 * .3 = 10.5 goes up; 16.5/3 never meets a half exactly
    assert [periods_dropped(34, rule) for rule in ("R", "Stata")] == [11, 10]
    assert [periods_dropped(35, rule) for rule in ("R", "Stata")] == [12, 11]
    assert [periods_dropped(15, rule) for rule in ("R", "Stata")] == [5, 5]


@pytest.mark.parametrize("convention", ["R", "Stata"])
def test_fixed_bandwidth_error_step_by_step(convention):
    values = logs()
    variance = cross_section_variance(values)
    start = periods_dropped(24, convention)
    x = [math.log(year) for year in range(start + 1, 25)]
    y = [math.log(variance[0] / h) - 2 * math.log(lt) for h, lt in zip(variance[start:], x, strict=True)]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    sxx = sum((a - mean_x) ** 2 for a in x)
    b = sum((a - mean_x) * (c - mean_y) for a, c in zip(x, y, strict=True)) / sxx
    u = [c - mean_y - b * (a - mean_x) for a, c in zip(x, y, strict=True)]
    m = len(u)
    rho = sum(u[i] * u[i + 1] for i in range(m - 1)) / sum(u[i] ** 2 for i in range(m - 1))
    width = 1.3221 * (4 * rho**2 / (1 - rho) ** 4 * m) ** 0.2
    total = sum(e * e for e in u)
    for lag in range(1, m - 1):
        z = 1.2 * math.pi * lag / width
        weight = 3 / z**2 * (math.sin(z) / z - math.cos(z))
        total += 2 * weight * sum(u[i] * u[i + lag] for i in range(m - 1 - lag))
    found = log_t(values, convention)
    assert found.b == pytest.approx(b, rel=1e-9)
    assert found.se == pytest.approx(math.sqrt(total / (m - 1) / sxx), rel=1e-9)
    assert found.t == pytest.approx(b / found.se, rel=1e-9)
    assert found.periods_kept == m


def test_scores_bandwidth_equals_the_matrix_sandwich():
    values = logs(seed=5)
    variance, start = cross_section_variance(values), 8
    time = np.log(np.arange(9, 25))
    y = np.log(variance[0] / variance[start:]) - 2 * np.log(time)
    design = np.column_stack([np.ones(16), time])
    inverse = np.linalg.inv(design.T @ design)
    u = y - design @ inverse @ design.T @ y
    scores = design * u[:, None]
    rho = np.polyfit(scores[:-1, 1], scores[1:, 1], 1)[0]
    width = 1.3221 * (4 * rho**2 / (1 - rho) ** 4 * 16) ** 0.2
    meat = scores.T @ scores
    for lag in range(1, 16):
        z = 1.2 * np.pi * lag / width
        product = scores[lag:].T @ scores[:-lag]
        meat = meat + 3 / z**2 * (np.sin(z) / z - np.cos(z)) * (product + product.T)
    error = np.sqrt((inverse @ meat @ inverse)[1, 1] * 16 / 14)
    assert log_t(values, "R", "AQSB").se == pytest.approx(error, rel=1e-9)


def test_many_groups_at_once_are_the_same_as_one_by_one():
    paths = np.array([cross_section_variance(logs(seed=seed)) for seed in range(5)])
    for bandwidth in ("FQSB", "AQSB"):
        together = slopes(paths, 8, bandwidth)
        alone = [slopes(path[None, :], 8, bandwidth).t[0] for path in paths]
        assert together.t == pytest.approx(alone, rel=1e-12)


def test_convergence_and_divergence_are_told_apart():
    assert not log_t(logs(closing=0.08)).is_rejected
    assert log_t(logs(closing=-0.08)).is_rejected


def test_the_order_of_regions_does_not_matter_but_the_unit_does():
    values = logs()
    assert log_t(values[::-1]).t == pytest.approx(log_t(values).t, rel=1e-9)
    assert log_t(values + math.log(10_000)).t != pytest.approx(log_t(values).t, rel=1e-3)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (logs()[:1], "there is one"),
        (logs(periods=14), "log t with 14 periods"),
        (np.where(np.arange(24) == 3, np.nan, logs()), "every region in every period"),
        (logs() - 20, "not positive"),
        (np.repeat(logs()[:1], 3, axis=0), "the same value in some period"),
    ],
)
def test_refusals(values, reason):
    with pytest.raises(RefusedError, match=reason):
        log_t(values)
