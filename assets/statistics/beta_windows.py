"""Beta convergence of every start and end year of a panel at once, with robust errors."""

from dataclasses import dataclass

from numpy import einsum, errstate, log, minimum, nan, ndarray, nonzero, ones, sqrt, triu, where

from assets.statistics.refusal import RefusedError

# what rounding leaves of an error or a standard deviation that is 0
EXACT = 1e-10
# below this share of its terms a difference of sums has lost more than three of its 16 digits
CANCELLED = 1e-3
# windows whose residuals are in memory together, as regions times windows
CELLS_AT_ONCE = 500_000


@dataclass(frozen=True)
class BetaWindows:
    """Growth regressions by start (row) and end (column), (T, T) each; NaN where the end is not later.

    slope      beta: change of annual log growth for a start higher by 1 in logs
    error      heteroskedasticity-robust standard error of the slope (HC1)
    p          two-sided, t distribution with n - 2 degrees of freedom
    r_squared  share of the variance of growth explained
    """

    slope: ndarray
    error: ndarray
    p: ndarray
    r_squared: ndarray


def beta_of_all_windows(values: ndarray, years: ndarray) -> BetaWindows:
    """The regressions of `beta.convergence` for all windows, from three matrix products.

    g_i = (ln y_it - ln y_is)/(t - s) = a + beta ln y_is + e (Barro & Sala-i-Martin 1992, JPE 100(2)),
    errors HC1 (MacKinnon & White 1985). values (n, T) levels, complete; years (T,) ascending.

    Refused: fewer than 4 regions, a value not above 0. A start in which all regions are equal and an
    exact fit have no error: NaN.
    """
    from scipy.special import stdtr

    regions, periods = values.shape
    if regions < 4:
        raise RefusedError(f"{regions} regions, 4 are needed; compare by hand")
    if not (values > 0).all():
        raise RefusedError("a value is missing or not above 0, no logarithm; leave its region out")
    logs = log(values)
    centred = logs - logs.mean(axis=0)
    span = where(triu(ones((periods, periods), bool), 1), years - years[:, None], nan)
    with errstate(divide="ignore", invalid="ignore"):
        sums = _sums(centred)
        slope = (sums.persistence - 1) / span
        error = sqrt(sums.meat * regions / (regions - 2)) / (sums.squares[:, None] * span)
        r_squared = 1 - sums.residual / sums.growth + 0 * span
        usable = (error > EXACT * abs(slope)) & (sums.squares > regions * EXACT**2)[:, None]
    slope, error, r_squared = (where(usable, found, nan) for found in (slope, error, r_squared))
    return BetaWindows(slope, error, 2 * stdtr(regions - 2, -abs(slope / error)), r_squared)


@dataclass(frozen=True)
class _Sums:
    """Sums over regions by start s and end t, (T, T), c_s and c_t centred logs; squares (T,) of each year.

    persistence k = sum c_s c_t / sum c_s^2, so that beta = (k - 1) / (t - s); growth (c_t - c_s)^2,
    residual (c_t - k c_s)^2, meat c_s^2 (c_t - k c_s)^2.
    """

    squares: ndarray
    persistence: ndarray
    growth: ndarray
    residual: ndarray
    meat: ndarray


def _sums(centred: ndarray) -> _Sums:
    second = centred**2
    joint = centred.T @ centred
    squares = joint.diagonal()
    k = joint / squares[:, None]
    growth = squares - 2 * joint + squares[:, None]
    residual = squares - k * joint
    crossed = second.T @ second
    meat = crossed - 2 * k * ((second * centred).T @ centred) + k**2 * crossed.diagonal()[:, None]
    # a difference of nearly equal sums has few digits left: there the residuals themselves are summed
    cancelled = minimum(growth, residual) < CANCELLED * squares
    cancelled |= meat < CANCELLED * crossed
    starts, ends = nonzero(triu(cancelled, 1))
    by_year = centred.T.copy()
    windows = max(1, CELLS_AT_ONCE // by_year.shape[1])
    for first in range(0, len(starts), windows):
        start, end = starts[first : first + windows], ends[first : first + windows]
        initial = by_year[start]
        change = by_year[end] - initial
        slope = _products(change, initial) / squares[start]
        k[start, end] = 1 + slope
        growth[start, end] = _products(change, change)
        change -= slope[:, None] * initial
        residual[start, end] = _products(change, change)
        initial *= change
        meat[start, end] = _products(initial, initial)
    return _Sums(squares, k, growth, residual, meat)


def _products(left: ndarray, right: ndarray) -> ndarray:
    """Sums over regions of the products of K rows (K, n) with K others, (K,)."""
    return einsum("kn,kn->k", left, right)
