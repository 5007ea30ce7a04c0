"""The log t regression of Phillips and Sul: do the members of a panel converge to one another?

Every statistic is computed for K groups at once from their K paths of cross-section variance, since
finding clubs asks for thousands of them.
"""

import math
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy import ndarray

from assets.statistics.refusal import RefusedError

Convention = Literal["R", "Stata"]
Bandwidth = Literal["FQSB", "AQSB"]
CRITICAL = -1.65  # one-sided 5 % of the normal distribution, as both papers round it
MIN_REGIONS, MIN_PERIODS = 10, 15


@dataclass(frozen=True)
class LogT:
    """The regression ln(H_1/H_t) - 2 ln ln t = a + b ln t over the periods kept.

    b >= 2 means convergence of levels, 0 <= b < 2 of growth rates; p is the lower tail of the normal.
    """

    b: float
    se: float
    t: float
    p: float
    regions: int
    periods_kept: int

    @property
    def is_rejected(self) -> bool:
        """Whether convergence is rejected at 5 %, one-sided."""
        return self.t <= CRITICAL


class Slopes(NamedTuple):
    """Slope, standard error and t of K regressions, each (K,)."""

    b: ndarray
    se: ndarray
    t: ndarray


def cross_section_variance(log_values: ndarray) -> ndarray:
    """H_t = mean over regions of (h_it - 1)^2, h_it = ln y_it / mean ln y_t (Phillips & Sul 2007).

    log_values (n, T): natural logs, usually smoothed. The quotient is not scale free: another unit of y
    gives another H, so state the unit. Returns (T,). Refused: missing values, a mean log of zero or less.
    """
    if not np.isfinite(log_values).all():
        raise RefusedError("log t needs every region in every period; drop the regions with gaps and say so")
    means = log_values.mean(axis=0)
    if (means <= 0).any():
        raise RefusedError("the mean of the logs is not positive in every period; use a smaller unit of y")
    return ((log_values / means - 1) ** 2).mean(axis=0)


def periods_dropped(periods: int, convention: Convention) -> int:
    """[rT], the periods left out at the start.

    "R": r = 1/3, rounded half to even; "Stata": r = 0.3, rounded half up (Du 2017, Stata J. 17(4)).
    """
    return round(periods / 3) if convention == "R" else math.floor(0.3 * periods + 0.5)


def log_t(log_values: ndarray, convention: Convention = "R", bandwidth: Bandwidth = "FQSB") -> LogT:
    """The log t test for all rows of `log_values` (n, T), natural logs.

    Phillips & Sul (2007, Econometrica 75; 2009, JAE 24). Standard errors are heteroskedasticity and
    autocorrelation consistent with the quadratic-spectral kernel: see `slopes`.
    Refused: fewer than 2 regions, fewer than 15 periods, missing values, paths that coincide.
    """
    regions, periods = log_values.shape
    if regions < 2:
        raise RefusedError("log t compares regions; there is one: use a trend of its gap instead")
    if periods < MIN_PERIODS:
        raise RefusedError(
            f"log t with {periods} periods: asymptotic in T, it needs {MIN_PERIODS} or more;"
            " use sigma or beta convergence"
        )
    dropped = periods_dropped(periods, convention)
    found = slopes(cross_section_variance(log_values)[None, :], dropped, bandwidth)
    b, se, t = (float(values[0]) for values in found)
    return LogT(b, se, t, math.erfc(-t / math.sqrt(2)) / 2, regions, periods - dropped)


def slopes(variances: ndarray, dropped: int, bandwidth: Bandwidth) -> Slopes:
    """Regress ln(H_1/H_t) - 2 ln ln t on ln t, t = dropped+1 .. T, for each of K paths (K, T).

    bandwidth "FQSB": se^2 = long-run variance of the residuals * (X'X)^-1, as in Phillips and Sul's own
    program. "AQSB": Andrews (1991, Econometrica 59) sandwich of the scores with the factor m/(m-2).
    Both take 1.3221 (a m)^(1/5), a = 4 rho^2/(1-rho)^4, rho of an AR(1) of residuals or of scores.
    Refused: a path that touches zero (members coincide in some period), residuals that vanish.
    """
    time = np.arange(dropped + 1, variances.shape[1] + 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        response = np.log(variances[:, :1] / variances[:, dropped:]) - 2 * np.log(np.log(time))
        design = np.column_stack([np.ones(len(time)), np.log(time)])
        inverse = np.linalg.inv(design.T @ design)
        coefficients = response @ design @ inverse
        residuals = response - coefficients @ design.T
        if bandwidth == "FQSB":
            variance = _long_run_variance(residuals) * inverse[1, 1]
        else:
            variance = _sandwich(residuals, design, inverse)
        found = Slopes(coefficients[:, 1], np.sqrt(variance), coefficients[:, 1] / np.sqrt(variance))
    if not np.isfinite(found.t).all():
        raise RefusedError(
            "the log t regression of some group is undefined: its members have the same value in some period,"
            " or the residuals vanish; drop regions that repeat another, or smooth the logs"
        )
    return found


def _long_run_variance(residuals: ndarray) -> ndarray:
    """Quadratic-spectral long-run variance of K residual series (K, m).

    As Phillips and Sul's program has it: sums over m are divided by m - 1, and the last residual enters
    the variance but no autocovariance.
    """
    count = residuals.shape[1]
    earlier, later = residuals[:, :-1], residuals[:, 1:]
    rho = (earlier * later).sum(axis=1) / (earlier**2).sum(axis=1)
    kernel = _quadratic_spectral(rho, count)
    total = (residuals**2).sum(axis=1)
    for lag in range(1, count - 1):
        total = total + 2 * kernel[:, lag - 1] * (earlier[:, :-lag] * earlier[:, lag:]).sum(axis=1)
    return total / (count - 1)


def _sandwich(residuals: ndarray, design: ndarray, inverse: ndarray) -> ndarray:
    """Kernel sandwich variance of the slope, the bandwidth from the scores of the slope."""
    count = residuals.shape[1]
    # row 2 of (X'X)^-1 X'u: the slope's own influence, so the sandwich is a sum of its products
    influence = residuals * (design @ inverse[:, 1])
    score = residuals * design[:, 1]
    earlier, later = score[:, :-1], score[:, 1:]
    centred = earlier - earlier.mean(axis=1, keepdims=True)
    rho = (centred * later).sum(axis=1) / (centred**2).sum(axis=1)
    kernel = _quadratic_spectral(rho, count)
    total = (influence**2).sum(axis=1)
    for lag in range(1, count):
        total = total + 2 * kernel[:, lag - 1] * (influence[:, :-lag] * influence[:, lag:]).sum(axis=1)
    return total * count / (count - 2)


def _quadratic_spectral(rho: ndarray, count: int) -> ndarray:
    """Kernel weights (K, count - 1) of lags 1, 2, ... at Andrews' bandwidth; no lag counts if rho is 0."""
    width = 1.3221 * (4 * rho**2 / (1 - rho) ** 4 * count) ** 0.2
    angle = 1.2 * np.pi * np.arange(1, count) / width[:, None]
    weights = 3 / angle**2 * (np.sin(angle) / angle - np.cos(angle))
    return np.where(np.isinf(angle), 0.0, weights)
