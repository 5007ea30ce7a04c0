"""Beta convergence of every start and end year of a panel at once, with robust errors."""

from dataclasses import dataclass

from numpy import errstate, full, log, nan, ndarray, sqrt, where

from assets.statistics.refusal import RefusedError

# what rounding leaves of an error or a standard deviation that is 0
EXACT = 1e-10


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
    """The regressions of `beta.convergence` for all windows, one matrix product for each start year.

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
    slope, error, r_squared = (full((periods, periods), nan) for _ in range(3))
    for start in range(periods - 1):
        later = slice(start + 1, periods)
        initial = logs[:, start] - logs[:, start].mean()
        growth = (logs[:, later] - logs[:, [start]]) / (years[later] - years[start])
        growth = growth - growth.mean(axis=0)
        squares = initial @ initial
        with errstate(divide="ignore", invalid="ignore"):
            slope[start, later] = initial @ growth / squares
            residuals = growth - initial[:, None] * slope[start, later]
            meat = (initial[:, None] ** 2 * residuals**2).sum(axis=0)
            error[start, later] = sqrt(meat * regions / (regions - 2)) / squares
            r_squared[start, later] = 1 - (residuals**2).sum(axis=0) / (growth**2).sum(axis=0)
    with errstate(invalid="ignore"):
        usable = (error > EXACT * abs(slope)) & (logs.std(axis=0) > EXACT)[:, None]
    slope, error, r_squared = (where(usable, found, nan) for found in (slope, error, r_squared))
    return BetaWindows(slope, error, 2 * stdtr(regions - 2, -abs(slope / error)), r_squared)
