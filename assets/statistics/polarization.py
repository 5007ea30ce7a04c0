"""Polarization: whether regions gather around distant poles, which inequality does not tell.

Values (n,) levels without missing entries, weights (n,) populations or None.
"""

from numpy import abs as absolute
from numpy import bincount, interp, ndarray

from assets.statistics.inequality import gini, lorenz_curve
from assets.statistics.refusal import RefusedError
from assets.statistics.weighting import (
    Labels,
    group_codes,
    population_shares,
    relative_levels,
    weighted_median,
)


def wolfson(value: ndarray, weight: ndarray | None) -> float:
    """Wolfson: P = 4 (mu/m) (1/2 - L(1/2) - G/2), m the median, L the Lorenz curve (Wolfson 1994, AER 84(2)).

    0 where all are equal, 1 for two poles at 0 and 2 mu. The median is the mean of the lower and the upper
    where they differ; L is read between regions on a straight line. Some tools print half of it. Refused
    where the median is 0.
    """
    share = population_shares(value, weight)
    median = sum(weighted_median(value, share)) / 2
    if median <= 0:
        raise RefusedError("the median is 0, which Wolfson's index divides by; use Esteban-Ray")
    half = float(interp(0.5, *lorenz_curve(value, share)))
    return 4 * float((share * value).sum()) / median * (0.5 - half - gini(value, weight) / 2)


def esteban_ray(value: ndarray, weight: ndarray | None, labels: Labels, alpha: float = 1.5) -> float:
    """Esteban-Ray: sum_j sum_h p_j^(1+a) p_h |z_j - z_h|, z the group mean over mu, factor K = 1.

    labels  (n,) a partition, the poles; alpha  1 to 1.6, the weight of identification within a pole
    Esteban & Ray 1994, Econometrica 62(4). Depends on the partition, so compare years, not partitions.
    """
    if not 1 <= alpha <= 1.6:
        raise RefusedError(f"alpha {alpha} is outside 1 to 1.6, where the axioms hold; 1.5 is customary")
    population, mean = _poles(value, weight, labels)
    distance = absolute(mean[:, None] - mean[None, :])
    return float(population ** (1 + alpha) @ distance @ population)


def esteban_gradin_ray(
    value: ndarray, weight: ndarray | None, labels: Labels, alpha: float = 1.5, sensitivity: float = 1.0
) -> float:
    """Esteban-Gradin-Ray: ER(a) - b (G - G_groups), the Gini lost by seeing only groups taken off.

    sensitivity  b at or above 0, 1 customary. Esteban, Gradin & Ray 1999; 2007, Journal of Economic
    Inequality 5(1). Can be negative where groups are very unequal inside.
    """
    if sensitivity < 0:
        raise RefusedError(f"a sensitivity of {sensitivity} is below 0; 1 is customary")
    population, mean = _poles(value, weight, labels)
    between = gini(mean, population) if len(mean) > 1 else 0.0
    return esteban_ray(value, weight, labels, alpha) - sensitivity * (gini(value, weight) - between)


def tsui_wang(value: ndarray, weight: ndarray | None, exponent: float = 0.5) -> float:
    """Tsui-Wang: sum p_i |(y_i - m)/m|^r, m the median, r .5, factor theta = 1.

    Wang & Tsui 2000, Journal of Public Economic Theory 2(3). m is the first value, in order, whose cumulated
    population share passes one half; where one reaches it exactly, the mean with the next, as for an even
    number of regions. exponent  r strictly between 0 and 1. Refused where m is 0.
    """
    if not 0 < exponent < 1:
        raise RefusedError(f"an exponent of {exponent} is not between 0 and 1; .5 is customary")
    share = population_shares(value, weight)
    relative_levels(value, share)
    median = sum(weighted_median(value, share)) / 2
    if median <= 0:
        raise RefusedError("the median is 0, which the index divides by; use Esteban-Ray")
    return float((share * absolute(value / median - 1) ** exponent).sum())


def _poles(value: ndarray, weight: ndarray | None, labels: Labels) -> tuple[ndarray, ndarray]:
    """Population share and mean over the mean of all, (G,) each."""
    share = population_shares(value, weight)
    level = relative_levels(value, share)
    _, codes = group_codes(labels, len(value))
    population = bincount(codes, share)
    return population, bincount(codes, share * level) / population
