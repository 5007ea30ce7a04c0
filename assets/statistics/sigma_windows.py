"""Tests and trends of sigma for every pair and span of years at once, as in `dispersion` and `trend`."""

from dataclasses import dataclass

from numpy import (
    array,
    broadcast_arrays,
    errstate,
    finfo,
    full,
    isfinite,
    log,
    nan,
    ndarray,
    sqrt,
    where,
    zeros_like,
)
from numpy.lib.stride_tricks import sliding_window_view

from assets.statistics.regression import newey_west_lags

# what rounding leaves of a sum of squares that is 0, as its root over that of the whole
EXACT = 1e-6
# equal values can differ by a rounding once they are logarithms
EXACT_LOGS = 1e-12


@dataclass(frozen=True)
class PairTests:
    """Statistic and two-sided p of a test by start (row) and end (column), (T, T) each; NaN where none."""

    statistic: ndarray
    p: ndarray


def sigma_tests_of_all_pairs(values: ndarray) -> dict[str, PairTests]:
    """The tests of `dispersion` for all pairs of years: F, carree_klomp_T2 and _T3, pitman_morgan.

    values  (n, T) levels, n 4 or more. NaN where one function refuses: a year with a missing value or one
    not above 0, without dispersion, or on a line with the other; T3 also for a slope of 1 and above. Ask
    the function itself for such a pair: it says why, or leaves out the regions that miss a year.
    """
    from scipy.special import chdtrc, fdtr, fdtrc, ndtr, stdtr

    n = len(values)
    with errstate(all="ignore"):
        first, last, fall, room = _moments(values)
        ratio = first / last
        tail = where(ratio > 1, fdtrc(n - 1, n - 1, ratio), fdtr(n - 1, n - 1, ratio))
        usable = room > EXACT**2 * first * last
        likelihood = where(usable, (n - 2.5) * log(1 + fall**2 / (4 * room)), nan)
        # 1 - slope^2 of end on start
        steepness = 1 - (last - room / first) / first
        normal = where(usable & (steepness > 0), sqrt(n) * (ratio - 1) / (2 * sqrt(steepness)), nan)
        # the correlation r of sums and differences has 1 - r^2 = 4 room / (sums * differences)
        student = where(usable, fall * sqrt((n - 2) / (4 * room)), nan)
        return {
            "F": PairTests(ratio, (2 * tail).clip(max=1)),
            "carree_klomp_T2": PairTests(likelihood, chdtrc(1, likelihood)),
            "carree_klomp_T3": PairTests(normal, 2 * ndtr(-abs(normal))),
            "pitman_morgan": PairTests(student, 2 * stdtr(n - 2, -abs(student))),
        }


def _moments(values: ndarray) -> tuple[ndarray, ndarray, ndarray, ndarray]:
    """Variances of both years, their difference s_0^2 - s_T^2 and s_0^2 s_T^2 - s_0T^2, (T, T) each.

    The last two by way of the changes x_T - x_0: neighbouring years hardly differ, and the difference of
    their products would have lost the digits.
    """
    whole = (isfinite(values) & (values > 0)).all(axis=0)
    logs = log(where(whole, values, 1.0))
    spread = logs.max(axis=0) - logs.min(axis=0)
    logs = where(whole & (spread > EXACT_LOGS * abs(logs).max(axis=0)), logs, nan)
    around = logs - logs.mean(axis=0)
    freedom = len(values) - 1
    variance = (around**2).sum(axis=0) / freedom
    first, last = (array(side) for side in broadcast_arrays(variance[:, None], variance))
    fall, room = zeros_like(first), zeros_like(first)
    for start, column in enumerate(around.T):
        change = around - column[:, None]
        joint, own = column @ change / freedom, (change**2).sum(axis=0) / freedom
        fall[start] = -(2 * joint + own)
        room[start] = variance[start] * own - joint**2
    return first, last, fall, room


@dataclass(frozen=True)
class Trends:
    """Lines through every span of years of one length, (m,) each, in the order of their first year."""

    intercept: ndarray
    slope: ndarray
    error: ndarray
    t: ndarray
    p: ndarray
    r_squared: ndarray
    newey_west_error: ndarray


def trends_of_length(years: ndarray, dispersion: ndarray, length: int) -> Trends:
    """`trend.sigma_trend` of every `length` neighbouring years; NaN where it refuses.

    years, dispersion  (T,) each, complete; length 3 or more
    """
    from scipy.special import stdtr

    times, sigma = (sliding_window_view(column, length) for column in (years.astype(float), dispersion))
    centre, level = times.mean(axis=1), sigma.mean(axis=1)
    time, around = times - centre[:, None], sigma - level[:, None]
    with errstate(all="ignore"):
        squares = (time**2).sum(axis=1)
        slope = (time * around).sum(axis=1) / squares
        residual = around - slope[:, None] * time
        left, total = (residual**2).sum(axis=1), (around**2).sum(axis=1)
        error = sqrt(left / (length - 2) / squares)
        # scores of the slope in a design whose columns are at right angles
        score = time * residual
        middle = (score**2).sum(axis=1)
        lags = newey_west_lags(length)
        for lag in range(1, min(lags, length - 1) + 1):
            middle = middle + 2 * (1 - lag / (lags + 1)) * (score[:, lag:] * score[:, :-lag]).sum(axis=1)
        statistic = slope / error
        # residuals of a few roundings: the function itself knows whether that is an exact fit
        exact = (total <= finfo(float).eps * (sigma**2).sum(axis=1)) | (left <= finfo(float).eps * total)
        found = (
            level - slope * centre,
            slope,
            error,
            statistic,
            2 * stdtr(length - 2, -abs(statistic)),
            1 - left / total,
            sqrt(middle) / squares,
        )
    return Trends(*(where(exact, full(len(exact), nan), part) for part in found))
