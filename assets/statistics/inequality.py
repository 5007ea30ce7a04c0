"""Inequality between regions in one year.

Values are (n,) levels in any unit, without missing entries; weights are (n,) populations or None.
Logarithms are natural: papers with base 10 print Theil indices smaller by the factor ln 10 = 2.302585.
Every measure refuses negative values and a mean of 0.
"""

from numpy import abs as absolute
from numpy import arange, concatenate, cumsum, exp, interp, log, ndarray, sort, where

from assets.statistics.refusal import RefusedError
from assets.statistics.weighting import population_shares, relative_levels, require_positive


def gini(value: ndarray, weight: ndarray | None) -> float:
    """Gini: sum_ij p_i p_j |y_i - y_j| / (2 mu), 0 where all are equal (Gini 1912).

    Computed by sorting, in n log n steps. Zeros count, ties do not matter; with n regions unweighted it
    is at most 1 - 1/n.
    """
    share = population_shares(value, weight)
    level = relative_levels(value, share)
    if weight is None:
        # sorting alone takes half the time of an order by which two arrays are put
        number = len(level)
        return float((sort(level) * (2 * arange(1, number + 1) - number - 1.0)).sum() / number**2)
    order = level.argsort()
    share, level = share[order], level[order]
    return float((share * level * (2 * cumsum(share) - share - 1)).sum())


def gini_normalised(value: ndarray) -> float:
    """Gini times n/(n-1), unweighted: 1 where one region holds everything."""
    return gini(value, None) * len(value) / (len(value) - 1)


def hoover(value: ndarray, weight: ndarray | None) -> float:
    """Hoover (Robin Hood) index: 1/2 sum p_i |y_i/mu - 1| (Hoover 1936).

    The share of output that would have to move to make all regions equal. Zeros count.
    """
    share = population_shares(value, weight)
    return float((share * absolute(relative_levels(value, share) - 1)).sum() / 2)


def hoover_of_totals(total: ndarray, reference: ndarray) -> float:
    """Hoover index of two distributions: 1/2 sum |x_i / sum x - r_i / sum r|.

    total, reference  (n,) such as GDP and population; equals hoover(total/reference, reference)
    """
    reference_share = population_shares(total, reference)
    relative_levels(total, reference_share)
    return float(absolute(total / total.sum() - reference_share).sum() / 2)


def generalised_entropy(value: ndarray, weight: ndarray | None, alpha: float) -> float:
    """Generalised entropy GE(a) = [sum p_i (y_i/mu)^a - 1] / (a (a - 1)) (Shorrocks 1980, 1984).

    a = 1 is Theil T, a = 0 Theil L, a = 2 half the squared coefficient of variation. A value of 0
    counts as 0 for a > 0 and is refused for a <= 0.
    """
    share = population_shares(value, weight)
    level = relative_levels(value, share)
    if alpha <= 0:
        require_positive(value, "Theil T or the Gini")
    if alpha == 0:
        return float(-(share * log(level)).sum())
    if alpha == 1:
        return float((share * level * log(where(level > 0, level, 1))).sum())
    return float(((share * level**alpha).sum() - 1) / (alpha * (alpha - 1)))


def theil_t(value: ndarray, weight: ndarray | None) -> float:
    """Theil T: sum s_i ln(s_i / p_i), s_i = p_i y_i / mu the share of output (Theil 1967).

    At most ln n unweighted. A value of 0 adds nothing.
    """
    return generalised_entropy(value, weight, 1)


def theil_l(value: ndarray, weight: ndarray | None) -> float:
    """Theil L, the mean log deviation: sum p_i ln(p_i / s_i), s_i the share of output (Theil 1967).

    Undefined and refused with a value of 0: Theil T takes it.
    """
    return generalised_entropy(value, weight, 0)


def atkinson(value: ndarray, weight: ndarray | None, aversion: float) -> float:
    """Atkinson: 1 - (sum p_i (y_i/mu)^(1-e))^(1/(1-e)), e the aversion; e = 1: 1 - geometric/arithmetic mean.

    Atkinson 1970, Journal of Economic Theory 2(3). e must be above 0; at e >= 1 one region at 0 makes the
    index 1 whatever the others have, which is refused: use e < 1.
    """
    if aversion <= 0:
        raise RefusedError(f"inequality aversion {aversion} is not above 0; .5, 1 and 2 are customary")
    share = population_shares(value, weight)
    level = relative_levels(value, share)
    if aversion >= 1:
        require_positive(value, "an aversion below 1")
    if aversion == 1:
        return float(1 - exp((share * log(level)).sum()))
    return float(1 - (share * level ** (1 - aversion)).sum() ** (1 / (1 - aversion)))


def quantile_ratio(value: ndarray, weight: ndarray | None, tail: float = 0.2) -> float:
    """Output of the richest fifth of the population over that of the poorest fifth (S80/S20).

    tail  the share of the population at each end, 0 to .5; a region on the edge counts in part, so that
          the Lorenz curve is read at `tail` and 1 - `tail` with straight lines between regions

    Refused where the poorest fifth has nothing, or with fewer regions than 1/tail: one region would be
    more than the whole tail.
    """
    if not 0 < tail <= 0.5:
        raise RefusedError(f"a tail of {tail} is not between 0 and .5; .2 is customary")
    share = population_shares(value, weight, least=round(1 / tail))
    low, high = interp([tail, 1 - tail], *lorenz_curve(value, share))
    if low <= 0:
        raise RefusedError("the poorest tail of the population has nothing; use the Gini")
    return float((1 - high) / low)


def lorenz_curve(value: ndarray, share: ndarray) -> tuple[ndarray, ndarray]:
    """Corners of the Lorenz curve from (0, 0): cumulated population and output shares, (n+1,) each.

    share  (n,) population shares that add to 1 (Lorenz 1905)
    """
    level = relative_levels(value, share)
    order = level.argsort(kind="stable")
    start = [0.0]
    population = concatenate([start, cumsum(share[order])])
    output = concatenate([start, cumsum(share[order] * level[order])])
    return population, output
