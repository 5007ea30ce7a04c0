"""The shape of a distribution: kernel density of relative income and the like."""

import numpy as np
from numpy import ndarray

from assets.statistics.refusal import RefusedError


def scott_bandwidth(values: ndarray, weight: ndarray | None) -> float:
    """n^(-1/5) times the standard deviation (divisor n-1), in the unit of `values` (Scott 1992).

    weight (n,), None = unweighted; with weights p that sum to 1, n = 1/sum p^2 and the divisor of the
    variance is 1 - sum p^2, as in SciPy. Refused: fewer than 2 values, no variation, missing values.
    """
    if not np.isfinite(values).all():
        raise RefusedError("a density needs known values; leave regions without one out and say so")
    if len(values) < 2 or np.ptp(values) == 0:
        raise RefusedError("fewer than 2 different values have no density; list them instead")
    shares = np.full(len(values), 1 / len(values)) if weight is None else weight / weight.sum()
    concentration = float((shares**2).sum())
    variance = float(shares @ (values - shares @ values) ** 2) / (1 - concentration)
    return float(concentration**0.2 * np.sqrt(variance))


def kernel_density(
    values: ndarray, points: ndarray, weight: ndarray | None, bandwidth: float | None = None
) -> ndarray:
    """Gaussian kernel density of `values` (n,) at `points` (m,), per unit of `values`; (m,).

    bandwidth in the unit of `values`, None = scott_bandwidth. weight (n,), None = unweighted.
    """
    width = scott_bandwidth(values, weight) if bandwidth is None else bandwidth
    if width <= 0:
        raise RefusedError(f"the bandwidth is {width}; give a positive one, or None for Scott's rule")
    shares = np.full(len(values), 1 / len(values)) if weight is None else weight / weight.sum()
    standardised = (points[:, None] - values[None, :]) / width
    return np.exp(-(standardised**2) / 2) @ shares / (width * np.sqrt(2 * np.pi))
