"""Beta convergence from a whole panel, every step of years at once."""

from dataclasses import dataclass
from math import log

from numpy import isfinite, ndarray, sqrt
from numpy import log as logs_of

from assets.statistics.refusal import RefusedError


@dataclass(frozen=True)
class PanelConvergence:
    """A two-way fixed effects regression of ln y_it on ln y_i,t-step."""

    persistence: float  # rho, the coefficient of the earlier level
    error: float  # clustered by region
    rate: float  # lambda a year, -ln(rho)/step
    observations: int


def panel_convergence(values: ndarray, years: ndarray) -> PanelConvergence:
    """Conditional beta: ln y_it = rho ln y_i,t-step + region effect + year effect + e.

    values  (n, T) levels above 0, complete; years  (T,) ascending, equally spaced by `step`
    lambda = -ln(rho)/step (Islam 1995, Quarterly Journal of Economics 110(4)). Errors are clustered by
    region, factor n/(n-1). Each region converges to its own path, so lambda does not say that gaps close;
    with few years rho is too low, by about (1 + rho)/(T - 1) (Nickell 1981): lambda is an upper bound.
    Refused with missing values, fewer than 4 regions or 4 years, uneven years, or rho not above 0.
    """
    n, periods = values.shape
    if n < 4 or periods < 4:
        raise RefusedError(f"{n} regions by {periods} years; 4 of each are needed: use two years")
    if not isfinite(values).all():
        raise RefusedError("a value is missing; leave its region or year out and say so")
    if (values <= 0).any():
        raise RefusedError("a value is not above 0, no logarithm; leave its region out and say so")
    steps = set((years[1:] - years[:-1]).tolist())
    if len(steps) > 1:
        raise RefusedError(f"years are {sorted(steps)} apart; choose equally spaced years")
    logs = logs_of(values)
    earlier, later = _within(logs[:, :-1]), _within(logs[:, 1:])
    variation = float((earlier**2).sum())
    if variation <= 1e-20 * float((logs**2).sum()):
        raise RefusedError("regions move in parallel: nothing is left to estimate from")
    persistence = float((earlier * later).sum()) / variation
    scores = (earlier * (later - persistence * earlier)).sum(axis=1)
    error = float(sqrt((scores**2).sum() * n / (n - 1))) / variation
    if persistence <= 0:
        raise RefusedError(f"rho = {persistence:.4g} is not above 0: no lambda; use the cross-section")
    return PanelConvergence(persistence, error, -log(persistence) / steps.pop(), n * (periods - 1))


def _within(values: ndarray) -> ndarray:
    """Values less region and year means, (n, T)."""
    by_region = values.mean(axis=1, keepdims=True)
    return values - by_region - values.mean(axis=0, keepdims=True) + values.mean()
