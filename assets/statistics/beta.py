"""Beta convergence: whether regions that start lower grow faster.

Levels are (n,) arrays, above 0, of the same regions in two years; growth is the annual mean of log growth.
"""

from dataclasses import dataclass
from math import exp, log

from numpy import arange, errstate, full, isfinite, nan, ndarray, where
from numpy import log as logs_of
from numpy import sum as total

from assets.statistics.refusal import RefusedError
from assets.statistics.regression import Fit, least_squares
from assets.statistics.weighting import group_codes, require_positive


@dataclass(frozen=True)
class Convergence:
    """A growth regression over `years`; coefficient 0 is the constant, 1 is beta."""

    fit: Fit
    years: int
    # names of the dummies that follow beta
    dummies: tuple[str, ...] = ()

    @property
    def beta(self) -> float:
        """Change of annual growth for a start higher by 1 in logs; negative: the poorer grew faster."""
        return float(self.fit.coefficients[1])

    @property
    def rate(self) -> float:
        """Speed of convergence a year, lambda = -ln(1 + beta T)/T (Barro & Sala-i-Martin 1992).

        Beta is annualised, so T stands inside the logarithm too. Refused where 1 + beta T <= 0: regions
        changed places more than exponential closing can give.
        """
        return convergence_rate(self.beta, self.years)

    @property
    def rate_error(self) -> float:
        """Standard error of lambda by the delta method: se(beta)/(1 + beta T), beta's error classical."""
        return float(self.fit.classical_errors[1]) * exp(self.rate * self.years)

    @property
    def half_life(self) -> float:
        """Years until half of a log gap is closed, ln 2 / lambda; negative where gaps widen (lambda < 0).

        A negative half-life is the doubling time of a gap. Refused where lambda is 0.
        """
        if self.rate == 0:
            raise RefusedError("lambda is 0: gaps neither close nor widen, there is no half-life")
        return log(2) / self.rate


def convergence_rate(beta: float, years: int) -> float:
    """Lambda = -ln(1 + beta T)/T from an annualised beta; refused where 1 + beta T <= 0."""
    if 1 + beta * years <= 0:
        raise RefusedError(f"1 + beta T = {1 + beta * years:.4g} is not above 0: no lambda; report beta")
    return -log(1 + beta * years) / years


def convergence(start: ndarray, end: ndarray, years: int) -> Convergence:
    """Unconditional beta: g_i = (ln y_iT - ln y_i0)/T = a + beta ln y_i0 + e.

    Baumol 1986, American Economic Review 76(5); Barro & Sala-i-Martin 1991, 1992. start, end (n,) levels,
    `years` T between them. Refused with fewer than 4 regions, levels not above 0, or equal starts.
    """
    return _regression(start, end, years, {})


def convergence_with_groups(start: ndarray, end: ndarray, years: int, labels: ndarray) -> Convergence:
    """Beta within groups: the regression with a dummy for each group but the first by name.

    labels  (n,) text, a partition. Each dummy is the group's growth beyond that of the first group.
    Refused as `convergence`, and where regions are too few for so many groups.
    """
    names, codes = group_codes(labels, len(start))
    dummies = {name: (codes == code).astype(float) for code, name in enumerate(names) if code > 0}
    return _regression(start, end, years, dummies)


def convergence_with_zones(
    start: ndarray, end: ndarray, years: int, zones: dict[str, ndarray]
) -> Convergence:
    """Beta with a dummy for each zone, (n,) bool; zones may overlap. Report the variance inflation too.

    Refused where a zone is empty, holds every region, or is a sum of others.
    """
    return _regression(start, end, years, {name: zone.astype(float) for name, zone in zones.items()})


def _regression(start: ndarray, end: ndarray, years: int, dummies: dict[str, ndarray]) -> Convergence:
    if len(start) < 4:
        raise RefusedError(f"{len(start)} regions have values in both years, 4 are needed; compare by hand")
    if years <= 0:
        raise RefusedError(f"{years} years between start and end; the end must be later")
    require_positive(start, "another start year")
    require_positive(end, "another end year")
    initial = logs_of(start)
    fit = least_squares((logs_of(end) - initial) / years, initial, *dummies.values())
    return Convergence(fit, years, tuple(dummies))


@dataclass(frozen=True)
class NonlinearConvergence:
    """Rate lambda a year with its standard error, and the constant of the growth regression."""

    rate: float
    error: float
    constant: float


def nonlinear_rate(
    start: ndarray, end: ndarray, years: int, linear: Convergence | None = None
) -> NonlinearConvergence:
    """Lambda by nonlinear least squares.

    g_i = a - ((1 - exp(-lambda T))/T) ln y_i0 + e (Barro & Sala-i-Martin 1992), by Gauss-Newton steps. The
    unconditional case has the same minimum as `convergence`, which makes it a check. Refused alike.
    `linear` is that fit, where it is at hand.
    """
    linear = linear or convergence(start, end, years)
    convergence_rate(linear.beta, years)
    growth, initial = linear.fit.response, linear.fit.design[:, 1]
    around = initial - initial.mean()
    joint, own = float((growth - growth.mean()) @ around), float(around @ around)
    rate = 0.0
    # from 0 the steps approach from one side; a step is at most 1/T, so wide gaps take many
    for _ in range(1000):
        slope = (1 - exp(-rate * years)) / years
        # gradient times residual over gradient squared, gradient -exp(-lambda T) (ln y_i0 - mean)
        step = -(joint + slope * own) / (exp(-rate * years) * own)
        rate += step
        if abs(step) < 1e-15:
            break
    slope = (1 - exp(-rate * years)) / years
    constant = growth.mean() + slope * initial.mean()
    residual = growth - constant + slope * initial
    gradient = exp(-rate * years) * (initial - initial.mean())
    variance = residual @ residual / (len(growth) - 2) / (gradient @ gradient)
    return NonlinearConvergence(rate, float(variance**0.5), float(constant))


def slopes_of_all_windows(values: ndarray, years: ndarray) -> ndarray:
    """Beta of every start and end year at once, (T, T) with NaN where the end is not later.

    values  (n, T) levels, NaN where missing; years  (T,) ascending
    beta_st = (C_st - C_ss)/(C_ss (t - s)), C the covariance of ln y; for each pair of years over the
    regions that have both. One matrix product instead of T(T-1)/2 regressions. A level of 0 or below is
    refused; a pair with fewer than 4 regions or equal starts is NaN.
    """
    present = isfinite(values)
    if (values[present] <= 0).any():
        raise RefusedError("a value is not above 0, no logarithm; leave its region out and say so")
    logs = where(present, logs_of(where(present, values, 1)), 0)
    # around a typical level of each year, which the slope does not depend on, to keep the digits
    logs = where(present, logs - total(logs, axis=0) / present.sum(axis=0).clip(1), 0)
    known = present.astype(float)
    count = known.T @ known
    sums = logs.T @ known  # of the row's year over the regions the column's year has too
    with errstate(divide="ignore", invalid="ignore"):
        joint = (logs.T @ logs - sums * sums.T / count) / count
        own = ((logs**2).T @ known - sums**2 / count) / count
        span = years[None, :] - years[:, None]
        slopes = (joint - own) / (own * span)
    usable = (arange(len(years))[None, :] > arange(len(years))[:, None]) & (count >= 4) & (own > 1e-15)
    return where(usable, slopes, full(slopes.shape, nan))
