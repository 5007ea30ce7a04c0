"""Dagum's decomposition of the Gini by groups: within, net between, and the overlap of the groups."""

from dataclasses import dataclass

from numpy import abs as absolute
from numpy import bincount, cumsum, diff, divide, flatnonzero, ndarray, outer, repeat, zeros

from assets.statistics.weighting import group_codes, population_shares, relative_levels


@dataclass(frozen=True)
class DagumDecomposition:
    """Gini = within + between_net + transvariation; matrices are (G, G) in the order of `groups`."""

    groups: tuple[str, ...]
    within: float
    between_net: float
    transvariation: float
    # G_jh, the Gini between two groups; the diagonal holds each group's own Gini
    pair_gini: ndarray
    # D_jh, relative economic affluence, 0 to 1; 0 on the diagonal
    affluence: ndarray

    @property
    def total(self) -> float:
        """The Gini of all regions, as sum of the parts."""
        return self.within + self.between_net + self.transvariation


def dagum(value: ndarray, weight: ndarray | None, labels: ndarray) -> DagumDecomposition:
    """G = Gw + Gnb + Gt (Dagum 1997, Empirical Economics 22(4)).

    value, weight, labels  (n,) each; a partition. With p_j, s_j shares of population and output,
    G_jh = Delta_jh / (mu_j + mu_h) and Delta_jh the mean |y_j - y_h|:
    Gw = sum_j G_jj p_j s_j, Gnb = sum_{j<h} G_jh (p_j s_h + p_h s_j) D_jh, Gt the same with 1 - D_jh,
    D_jh = |mu_j - mu_h| / Delta_jh: symmetric, so that the order of the groups does not matter. Weighting by
    population shares makes it replication invariant. Sorting makes it G n log n steps, not n^2.
    Zeros count; a group of one region has Gini 0; negative values and labels that are missing are refused.
    """
    share = population_shares(value, weight)
    level = relative_levels(value, share)
    names, codes = group_codes(labels, len(value))
    population = bincount(codes, share)
    output = bincount(codes, share * level)
    mean = output / population
    distance = _mean_distances(level, share, codes, population)
    sums = mean[:, None] + mean[None, :]
    pair_gini = divide(distance, sums, out=zeros(sums.shape), where=sums > 0)
    gap = absolute(mean[:, None] - mean[None, :])
    affluence = divide(gap, distance, out=zeros(gap.shape), where=distance > 0).clip(0, 1)
    joint = outer(population, output)
    # each unordered pair stands twice in the sum over j and h, as p_j s_h and as p_h s_j
    across = pair_gini * joint
    within = float(across.trace())
    between = float((across * affluence).sum() - (across * affluence).trace())
    return DagumDecomposition(
        names, within, between, float(across.sum()) - within - between, pair_gini, affluence
    )


def _mean_distances(level: ndarray, share: ndarray, codes: ndarray, population: ndarray) -> ndarray:
    """Mean |y_j - y_h| over members of groups j and h, (G, G), from one order of all regions.

    Of each pair the region further up counts its distance to the one below: x p(below) - sum p y (below).
    """
    order = level.argsort()
    level, share, codes = level[order], share[order], codes[order]
    output = share * level
    distance = zeros((len(population), len(population)))
    for group in range(len(population)):
        own = flatnonzero(codes == group)
        lowest, runs = own[0], diff(own, append=len(codes))
        # sums over the group's members so far stay the same until its next member
        below, sum_below = (repeat(cumsum(part[own]), runs) for part in (share, output))
        above = share[lowest:] * (level[lowest:] * below - sum_below)
        distance[group] = bincount(codes[lowest:], above, len(population))
    return (distance + distance.T) / outer(population, population)
