"""Dagum's decomposition of the Gini by groups: within, net between, and the overlap of the groups."""

from dataclasses import dataclass

from numpy import abs as absolute
from numpy import arange, bincount, cumsum, diff, divide, flatnonzero, ndarray, outer, repeat, zeros

from assets.statistics.weighting import Labels, group_codes, population_shares, relative_levels

# Numbers held at a time, groups by regions: they stay in the processor's cache.
BLOCK = 2**15
# Up to here the way of fewer, larger operations is the quicker one.
FEW_GROUPS = 24


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


def dagum(value: ndarray, weight: ndarray | None, labels: Labels) -> DagumDecomposition:
    """G = Gw + Gnb + Gt (Dagum 1997, Empirical Economics 22(4)).

    value, weight, labels  (n,) each; a partition. With p_j, s_j shares of population and output,
    G_jh = Delta_jh / (mu_j + mu_h) and Delta_jh the mean |y_j - y_h|:
    Gw = sum_j G_jj p_j s_j, Gnb = sum_{j<h} G_jh (p_j s_h + p_h s_j) D_jh, Gt the same with 1 - D_jh,
    D_jh = |mu_j - mu_h| / Delta_jh: symmetric, so that the order of the groups does not matter. Weighting by
    population shares makes it replication invariant. One sort and some G steps a region, not n^2.
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
    """Mean |y_j - y_h| over members of groups j and h, (G, G), from one order of all regions."""
    order = level.argsort()
    level, share, codes = level[order], share[order], codes[order]
    sums = _sums_by_step if len(population) <= FEW_GROUPS else _sums_by_group
    distance = sums(level, share, codes, population)
    return (distance + distance.T) / outer(population, population)


def _sums_by_step(level: ndarray, share: ndarray, codes: ndarray, population: ndarray) -> ndarray:
    """Half of the distances' sums, (G, G), from the steps between levels; G^2 operations a region.

    |x - y| is the length of line on which one lies above and the other not, so the mean is the sum over
    the steps from one level to the next of F_j (1 - F_h) + F_h (1 - F_j), with F the shares reached so far.
    """
    steps = diff(level)
    reached, distance = zeros(len(population)), zeros((len(population), len(population)))
    width = max(BLOCK // len(population), 1)
    for start in range(0, len(steps), width):
        here = steps[start : start + width]
        below = zeros((len(population), len(here)))
        below[codes[start : start + len(here)], arange(len(here))] = share[start : start + len(here)]
        below[:, 0] += reached
        below.cumsum(axis=1, out=below)
        reached = below[:, -1].copy()
        distance += (below * here) @ (population[:, None] - below).T
    return distance


def _sums_by_group(level: ndarray, share: ndarray, codes: ndarray, population: ndarray) -> ndarray:
    """The same, each region further up counting its distance to those below: x p(below) - sum p y (below).

    A pass for each group: slower for a few of them, and still possible where there are hundreds.
    """
    output = share * level
    distance = zeros((len(population), len(population)))
    for group in range(len(population)):
        own = flatnonzero(codes == group)
        lowest, runs = own[0], diff(own, append=len(codes))
        # sums over the group's members so far stay the same until its next member
        below, sum_below = (repeat(cumsum(part[own]), runs) for part in (share, output))
        above = share[lowest:] * (level[lowest:] * below - sum_below)
        distance[group] = bincount(codes[lowest:], above, len(population))
    return distance
