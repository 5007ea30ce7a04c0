"""A small run of the convergence trial, and the worlds it draws."""

import numpy
import pytest

from orchestration.trials import convergence, simulated_regions
from orchestration.trials.convergence import run_convergence_trial


@pytest.fixture
def small(monkeypatch):
    """Fewer settings, so that a run takes seconds."""
    monkeypatch.setattr(convergence, "SIZES", (31, 9))
    monkeypatch.setattr(convergence, "RHOS", (0.9,))
    monkeypatch.setattr(convergence, "FALLS", (0.5,))
    monkeypatch.setattr(convergence, "NO_BREAK", convergence.NO_BREAK[4:5])


def test_a_small_run_keeps_the_promises_and_prints_them(small):
    lines = []
    found = run_convergence_trial(40, 7, lines.append)
    of = {(line.section.split(":")[0], line.setting): line.shares for line in found}
    constant = of["Dispersion constant", "n 31, rho 0.9, unweighted"]
    # 5 % of 40 is 2, and three standard errors 4
    assert constant["converging"] <= 15
    assert constant["by beta"] > 80
    assert constant["covered"] > 84
    power = of["Dispersion falls over 12 years", "persistent, n 31, falls 50%, unweighted"]
    assert power["converging"] > 80
    no_break = of["No break", "T 25, at 12, autoregressive 1.0"]
    assert no_break["coincides"] <= 15
    assert {line.section for line in found} == set(convergence.SECTIONS)
    assert len(lines) == len(found) + len(convergence.SECTIONS)
    assert any("n 31, rho 0.9, unweighted" in line and "converging" in line for line in lines)


def test_a_run_is_the_same_for_the_same_seed(monkeypatch, small):
    sections = dict(list(convergence.SECTIONS.items())[:1])
    monkeypatch.setattr(convergence, "SECTIONS", sections)
    runs = [run_convergence_trial(5, seed, lambda line: None) for seed in (3, 3, 4)]
    assert runs[0] == runs[1] != runs[2]


@pytest.mark.parametrize("name", ["normal", "heavy_tails", "skewed", "elliptical", "persistent", "blocs"])
def test_worlds_have_the_same_dispersion_in_both_years(name):
    start, end = getattr(simulated_regions, name)(numpy.random.default_rng(5), 3_000, 12, 0.9)
    assert end.shape == (3_000, 12)
    assert numpy.log(end.std(axis=1) / start.std(axis=1)).mean() == pytest.approx(0, abs=0.02)
    together = numpy.corrcoef(start.ravel(), end.ravel())[0, 1]
    assert together == pytest.approx((3 + 0.9**12) / 4 if name == "persistent" else 0.9**12, abs=0.04)


def test_clusters_move_together_and_series_persist():
    start, _ = simulated_regions.great_regions(numpy.random.default_rng(5), 4_000, 31, 0.9)
    # the first five regions are of one great region, the sixth of another
    assert numpy.corrcoef(start[:, 0], start[:, 1])[0, 1] == pytest.approx(0.5, abs=0.05)
    assert numpy.corrcoef(start[:, 0], start[:, 5])[0, 1] == pytest.approx(0, abs=0.05)
    series = simulated_regions.autoregressive(numpy.random.default_rng(5), 4_000, 20, 0.9)
    assert numpy.corrcoef(series[:, 9], series[:, 10])[0, 1] == pytest.approx(0.9, abs=0.02)
    assert series[:, 0].std() == pytest.approx(series[:, -1].std(), rel=0.05)
