"""Beta convergence of every span of years: unconditional, within groups, with zones, and of the panel."""

from collections.abc import Iterator

from numpy import array, isfinite, ndarray

from assets.statistics.beta import (
    Convergence,
    convergence,
    convergence_with_groups,
    convergence_with_zones,
    nonlinear_rate,
)
from assets.statistics.measured.attempts import Row, attempt, attempt_parts, key_of, windows
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.panel import Panel
from assets.statistics.panel_beta import panel_convergence
from assets.statistics.refusal import RefusedError
from assets.statistics.regression import Fit

EXPLAINED: dict[str, object] = {
    "beta": convergence,
    "beta.se_hc0": Fit.hc0_errors,
    "beta.se_hc1": Fit.hc1_errors,
    "beta.se_hc3": Fit.hc3_errors,
    "beta.p": Fit.p_value,
    "beta.p_hc1": Fit.p_value,
    "beta.r2": Fit.r_squared,
    "beta.adjr2": Fit.adjusted_r_squared,
    "beta.lambda": Convergence.rate,
    "beta.lambda_se": Convergence.rate_error,
    "beta.half_life": Convergence.half_life,
    "beta_club.lambda": Convergence.rate,
    "beta_zone.lambda": Convergence.rate,
    "beta.lambda.nls": nonlinear_rate,
    "beta_club": convergence_with_groups,
    "beta_zone": convergence_with_zones,
    "beta_zone.vif": Fit.variance_inflation,
    "beta_panel": panel_convergence,
}


def measure(panel: Panel) -> Iterator[Row]:
    """Growth regressions over every start and end year, of the regions that have both."""
    for start, end, key in windows(panel):
        both = isfinite(panel.values[:, [start, end]]).all(axis=1)
        first, last = panel.values[both, start], panel.values[both, end]
        years = panel.years[end] - panel.years[start]
        yield Measured("beta.n", key, int(both.sum()))
        yield from _unconditional(first, last, years, key)
        for partition, labels in panel.partitions.items():
            yield from _within_groups(first, last, years, array(labels)[both], key_of(key, partition))
        if panel.zones:
            zones = {name: zone[both] for name, zone in panel.zones.items()}
            yield from _with_zones(first, last, years, zones, key)
    yield from _whole_panel(panel)


def _unconditional(start: ndarray, end: ndarray, years: int, key: str) -> Iterator[Row]:
    try:
        found = convergence(start, end, years)
        r_squared = found.fit.r_squared
    except RefusedError as refusal:
        yield Refused("beta.beta", key, str(refusal))
        return
    fit = found.fit
    yield Measured("beta.alpha", key, float(fit.coefficients[0]))
    yield Measured("beta.beta", key, found.beta)
    yield Measured("beta.se", key, float(fit.classical_errors[1]))
    yield Measured("beta.se_hc0", key, float(fit.hc0_errors[1]))
    yield Measured("beta.se_hc1", key, float(fit.hc1_errors[1]))
    yield attempt("beta.se_hc3", key, _slope_error_hc3, fit)
    yield Measured("beta.r2", key, r_squared)
    yield Measured("beta.adjr2", key, fit.adjusted_r_squared)
    yield attempt("beta.p", key, fit.p_value, 1, fit.classical_errors)
    yield attempt("beta.p_hc1", key, fit.p_value, 1, fit.hc1_errors)
    yield attempt("beta.lambda", key, getattr, found, "rate")
    yield attempt("beta.lambda_se", key, getattr, found, "rate_error")
    yield attempt("beta.half_life", key, getattr, found, "half_life")
    yield from attempt_parts({"beta.lambda.nls": "rate"}, key, nonlinear_rate, start, end, years, found)


def _slope_error_hc3(fit: Fit) -> float:
    return float(fit.hc3_errors[1])


def _within_groups(start: ndarray, end: ndarray, years: int, labels: ndarray, key: str) -> Iterator[Row]:
    try:
        found = convergence_with_groups(start, end, years, labels)
    except RefusedError as refusal:
        yield Refused("beta_club.beta", key, str(refusal))
        return
    yield from _dummies("beta_club", found, key)


def _with_zones(
    start: ndarray, end: ndarray, years: int, zones: dict[str, ndarray], key: str
) -> Iterator[Row]:
    try:
        found = convergence_with_zones(start, end, years, zones)
    except RefusedError as refusal:
        yield Refused("beta_zone.beta", key, str(refusal))
        return
    yield from _dummies("beta_zone", found, key)
    for name, factor in zip(("initial level", *found.dummies), found.fit.variance_inflation, strict=True):
        yield Measured("beta_zone.vif", key_of(key, name), float(factor))


def _dummies(family: str, found: Convergence, key: str) -> Iterator[Row]:
    yield Measured(f"{family}.beta", key, found.beta)
    yield Measured(f"{family}.se", key, float(found.fit.classical_errors[1]))
    yield Measured(f"{family}.se_hc1", key, float(found.fit.hc1_errors[1]))
    yield attempt(f"{family}.lambda", key, getattr, found, "rate")
    for position, name in enumerate(found.dummies, start=2):
        yield Measured(f"{family}.dummy", key_of(key, name), float(found.fit.coefficients[position]))


def _whole_panel(panel: Panel) -> Iterator[Row]:
    if len(panel.years) < 2:
        return
    key = f"{panel.years[0]}-{panel.years[-1]}"
    try:
        found = panel_convergence(panel.values, array(panel.years))
    except RefusedError as refusal:
        yield Refused("beta_panel.lambda", key, str(refusal))
        return
    yield Measured("beta_panel.rho", key, found.persistence)
    yield Measured("beta_panel.se", key, found.error)
    yield Measured("beta_panel.lambda", key, found.rate)
    yield Measured("beta_panel.n", key, found.observations)
