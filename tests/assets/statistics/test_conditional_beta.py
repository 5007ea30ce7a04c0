"""Conditional beta: recovered from exact data, against partialling out, refusals."""

import numpy as np
import pytest

from assets.statistics.beta import convergence
from assets.statistics.conditional_beta import conditional_convergence
from assets.statistics.refusal import RefusedError

REGIONS, YEARS = 20, 10


def sample(seed: int = 1) -> tuple[np.ndarray, np.ndarray, dict[str, np.ndarray]]:
    """Starts, ends and two controls, the first of them related to the start."""
    rng = np.random.default_rng(seed)
    start = rng.normal(10, 0.5, REGIONS)
    schooling = start - 10 + rng.normal(0, 0.3, REGIONS)
    births = rng.normal(10, 2, REGIONS)
    growth = 0.3 - 0.03 * start + 0.02 * schooling - 0.001 * births + rng.normal(0, 0.002, REGIONS)
    controls = {"schooling": schooling, "births": births}
    return np.exp(start), np.exp(start + growth * YEARS), controls


def test_against_partialling_out_the_controls() -> None:
    # Frisch & Waugh 1933: the slope of what the controls leave of growth on what they leave of the start
    start, end, controls = sample()
    around = np.column_stack([np.ones(REGIONS), *controls.values()])
    keep = np.eye(REGIONS) - around @ np.linalg.pinv(around)
    initial, growth = np.log(start), np.log(end / start) / YEARS
    expected = (keep @ initial) @ (keep @ growth) / ((keep @ initial) @ (keep @ initial))
    found = conditional_convergence(start, end, YEARS, controls)
    assert found.joint.beta == pytest.approx(expected)
    assert found.joint.dummies == ("schooling", "births")
    assert found.alone.beta == pytest.approx(convergence(start, end, YEARS).beta)


def test_robust_errors_by_hand() -> None:
    # (X'X)^-1 X' diag(e^2 n/(n - k)) X (X'X)^-1, and e/(1 - leverage) for HC3
    start, end, controls = sample()
    fit = conditional_convergence(start, end, YEARS, controls).joint.fit
    design = np.column_stack([np.ones(REGIONS), np.log(start), *controls.values()])
    bread = np.linalg.inv(design.T @ design)
    rest = fit.response - design @ (bread @ design.T @ fit.response)
    leverage = np.diag(design @ bread @ design.T)
    for errors, scaled in (
        (fit.hc1_errors, rest * np.sqrt(REGIONS / (REGIONS - 4))),
        (fit.hc3_errors, rest / (1 - leverage)),
    ):
        middle = design.T @ np.diag(scaled**2) @ design
        assert errors == pytest.approx(np.sqrt(np.diag(bread @ middle @ bread)), rel=1e-6)


def test_what_the_controls_hide_comes_out() -> None:
    # true conditional beta -0.03; schooling, high where the start is high, hides two thirds of it
    found = conditional_convergence(*sample()[:2], YEARS, sample()[2])
    assert found.joint.beta == pytest.approx(-0.03, abs=0.005)
    assert found.alone.beta > -0.02
    assert found.joint.fit.coefficients[2:] == pytest.approx([0.02, -0.001], abs=0.005)


def test_units_of_controls_do_not_matter_to_beta() -> None:
    start, end, controls = sample()
    scaled = {name: 1000 * values + 7 for name, values in controls.items()}
    one, other = (conditional_convergence(start, end, YEARS, chosen).joint for chosen in (controls, scaled))
    assert other.beta == pytest.approx(one.beta)
    assert other.fit.coefficients[2:] * 1000 == pytest.approx(one.fit.coefficients[2:])


def refused(words: str, count: int = REGIONS, **changed: np.ndarray) -> None:
    start, end, controls = sample()
    chosen = {name: values[:count] for name, values in (controls | changed).items()}
    with pytest.raises(RefusedError, match=words):
        conditional_convergence(start[:count], end[:count], YEARS, chosen)


def test_refused() -> None:
    # four coefficients: the constant, the start and two controls
    refused("13 regions for 4 coefficients, 14 are needed", count=13)
    refused("births is the same in every region", births=np.ones(REGIONS))
    refused("a sum of the others", births=2 * sample()[2]["schooling"] + 1)
    refused("missing", births=np.append(np.nan, sample()[2]["births"][1:]))
    refused("missing", births=np.append(sample()[2]["births"][:-1], np.nan))


def test_refused_without_controls_or_rest() -> None:
    start, end, controls = sample()
    with pytest.raises(RefusedError, match="no control"):
        conditional_convergence(start, end, YEARS, {})
    with pytest.raises(RefusedError, match="explained without rest"):
        conditional_convergence(start, start**0.9, YEARS, controls)
    with pytest.raises(RefusedError, match="the same everywhere"):
        conditional_convergence(start, start * 2, YEARS, controls)


def test_fourteen_regions_are_enough_for_two_controls() -> None:
    start, end, controls = sample()
    cut = {name: values[:14] for name, values in controls.items()}
    assert conditional_convergence(start[:14], end[:14], YEARS, cut).joint.fit.freedom == 10
