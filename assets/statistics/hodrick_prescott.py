"""The trend of a series after Hodrick and Prescott, with the smoothing parameter always stated."""

import numpy as np
from numpy import ndarray

from assets.statistics.refusal import RefusedError

ANNUAL = 6.25  # Ravn & Uhlig 2002: 1600 / 4^4, the quarterly 1600 carried to years
CLUBS_LITERATURE = 400.0  # what most Phillips-Sul papers take for annual data


def hodrick_prescott_trend(series: ndarray, smoothing: float) -> ndarray:
    """The trend x that minimises sum (y - x)^2 + smoothing * sum (second difference of x)^2.

    Hodrick & Prescott (1997, J. Money, Credit and Banking 29). Solved exactly as
    (I + smoothing D'D) x = y, so a straight line is its own trend.

    series      (..., T) at equal intervals, any unit; the trend has the same shape and unit.
    smoothing   lambda >= 0: ANNUAL (6.25) or CLUBS_LITERATURE (400) for annual data.

    Refused: fewer than 3 periods, missing values, a negative smoothing.
    """
    periods = series.shape[-1]
    if periods < 3:
        raise RefusedError(
            f"a trend needs second differences, so at least 3 periods; there are {periods}: use the values"
        )
    if not np.isfinite(series).all():
        raise RefusedError("the series has missing values; the filter needs every period: shorten the series")
    if smoothing < 0:
        raise RefusedError(f"smoothing is {smoothing}; give lambda >= 0, 6.25 or 400 for annual data")
    second_difference = np.diff(np.eye(periods), n=2, axis=0)
    system = np.eye(periods) + smoothing * second_difference.T @ second_difference
    flat = series.reshape(-1, periods)
    return np.linalg.solve(system, flat.T).T.reshape(series.shape)
