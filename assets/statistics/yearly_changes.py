"""Regressions on the yearly changes of one series, with autocorrelated errors and few years.

Gaps drift: their levels have a root near one, and inference on levels is wrong in short series (of 25
years with autocorrelation .9 and no break, joint tests at 5 % found one in 14 %, with Prais-Winsten errors
from the plain autocorrelation). Their changes are nearly stationary.
"""

from numpy import clip, column_stack, concatenate, diff, isfinite, ndarray, ones, sqrt
from numpy.linalg import inv

from assets.statistics.refusal import RefusedError
from assets.statistics.regression import Fit

# above it the errors of a mean grow beyond any use, and short series cannot tell it from 1
HIGHEST_AUTOCORRELATION = 0.9


def yearly_changes(years: ndarray, series: ndarray) -> ndarray:
    """Changes from each year to the next, (T-1,).

    Refused for missing values and for years left out or out of order.
    """
    if len(years) != len(series):
        raise RefusedError(f"{len(years)} years for {len(series)} values; give one value a year")
    if not isfinite(series).all():
        raise RefusedError("a year has no value; shorten the window to an unbroken run of years")
    if (diff(years) != 1).any():
        raise RefusedError(
            "a year is left out or out of order; shorten the window to an unbroken run of years"
        )
    return diff(series)


def autocorrelation(deviations: ndarray, fitted: int = 1) -> float:
    """First-order autocorrelation of deviations (m,) from a fit, corrected for few years.

    deviations  around a mean or a fit, adding to 0
    fitted      coefficients the deviations are from, 1 for a mean

    phi = (m r + k)/(m - k - 2), r the plain one: bias -(k + (k + 2) phi)/m, for a mean -(1 + 3 phi)/m
    (Kendall 1954; Marriott & Pope 1954, Biometrika 41). Kept within 0 and .9: a negative one counts as 0,
    which errs on the side of no finding. 0 without deviations; refused where m is below k + 4.
    """
    m = len(deviations)
    if m < fitted + 4:
        raise RefusedError(
            f"{m} yearly changes; {fitted + 4} or more are needed to know their autocorrelation"
        )
    total = float(deviations @ deviations)
    if total == 0:
        return 0.0
    plain = float(deviations[1:] @ deviations[:-1]) / total
    return float(clip((m * plain + fitted) / (m - fitted - 2), 0.0, HIGHEST_AUTOCORRELATION))


def fit_changes(changes: ndarray, phi: float, *columns: ndarray) -> Fit:
    """Generalised least squares of changes (m,) on a constant and columns, errors autoregressive with phi.

    Prais & Winsten 1954: every row less phi times the row before, the first times sqrt(1 - phi^2). The
    constant is coefficient 0; classical errors of the fit are those of the coefficients.
    """
    design = _transformed(column_stack([ones(len(changes)), *columns]), phi)
    return _fit(_transformed(changes, phi), design)


def _fit(response: ndarray, design: ndarray) -> Fit:
    """Fit on the columns of a design alone; the transformed constant is one of them."""
    inverse = inv(design.T @ design)
    coefficients = inverse @ design.T @ response
    return Fit(design, response, coefficients, response - design @ coefficients, inverse)


def _transformed(rows: ndarray, phi: float) -> ndarray:
    return concatenate([sqrt(1 - phi**2) * rows[:1], rows[1:] - phi * rows[:-1]])
