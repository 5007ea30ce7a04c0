"""How much of inequality lies between the groups of a partition and how much within them.

Values (n,) levels without missing entries, weights (n,) populations or None, labels (n,) one group name a
region: a partition, exhaustive and disjoint. For zones that overlap see overlapping.py.
"""

from dataclasses import dataclass

from numpy import bincount, log, ndarray, where

from assets.statistics.inequality import generalised_entropy
from assets.statistics.refusal import RefusedError
from assets.statistics.weighting import Labels, group_codes, population_shares, relative_levels


@dataclass(frozen=True)
class Decomposition:
    """Generalised entropy split by groups; all arrays are (G,) in the order of `groups`."""

    groups: tuple[str, ...]
    total: float
    between: float
    within: float
    within_by_group: ndarray  # what each group adds to `within`
    population_share: ndarray
    output_share: ndarray

    @property
    def between_share(self) -> float:
        """Between over total, 0 to 1; refused where all regions are equal."""
        if self.total <= 0:
            raise RefusedError("all regions are equal: there is no inequality to split")
        return self.between / self.total


def entropy_decomposition(
    value: ndarray, weight: ndarray | None, labels: Labels, alpha: float
) -> Decomposition:
    """GE(a) = sum_g p_g^(1-a) s_g^a GE_g + GE(a) of the group means (Shorrocks 1980, Econometrica 48(3)).

    Theil T (a = 1) weights a group's inequality with its output share s_g, Theil L (a = 0) with its
    population share p_g; at other a the weights do not add to 1 and `within` depends on the gaps too. A
    group with no output adds 0 for a > 0; a value of 0 is refused for a <= 0.
    """
    share = population_shares(value, weight)
    level = relative_levels(value, share)
    names, codes = group_codes(labels, len(value))
    population = bincount(codes, share)
    output = bincount(codes, share * level)
    total = generalised_entropy(value, weight, alpha)
    inside = _within(share, level, codes, population, output, alpha)
    between = generalised_entropy(output / population, population, alpha) if len(names) > 1 else 0.0
    return Decomposition(names, total, between, float(inside.sum()), inside, population, output)


def _within(
    share: ndarray, level: ndarray, codes: ndarray, population: ndarray, output: ndarray, alpha: float
) -> ndarray:
    """Contribution of each group, (G,), from levels relative to the mean of all."""
    means = (output / population)[codes]
    relative = where(means > 0, level / where(means > 0, means, 1), 1.0)
    if alpha == 1:
        return bincount(codes, share * level * log(where(relative > 0, relative, 1)))
    if alpha == 0:
        return -bincount(codes, share * log(relative))
    powers = bincount(codes, share * relative**alpha) - population
    return (output / population) ** alpha * powers / (alpha * (alpha - 1))


def kanbur_zhang(value: ndarray, weight: ndarray | None, labels: Labels) -> float:
    """Kanbur-Zhang polarization: between over within of Theil T, 0 where group means are equal.

    Kanbur & Zhang 2001, Review of Development Economics 5(1); it has no upper bound. Refused where nothing
    differs within the groups, as with groups of one region each.
    """
    parts = entropy_decomposition(value, weight, labels, 1)
    # sums of logarithms leave some 1e-16 where the parts are equal
    if parts.within <= 1e-14:
        raise RefusedError("nothing differs within the groups: the ratio is unbounded; report between")
    return parts.between / parts.within


@dataclass(frozen=True)
class NestedDecomposition:
    """Theil T in two stages, total = between + between_inner + within."""

    total: float
    between: float  # between the outer groups
    between_inner: float  # between the inner groups of one outer group, over all outer groups
    within: float  # within the inner groups


def nested_theil(
    value: ndarray, weight: ndarray | None, outer: ndarray, inner: ndarray
) -> NestedDecomposition:
    """Two-stage nested Theil T = T_BO + sum_b s_b T_BI,b + sum_z s_z T_z (Akita 2003, ARS 37(1)).

    outer, inner  (n,) labels; each inner group must lie inside one outer group

    Refused where an inner group lies in several outer groups: cross the two partitions into cells first.
    """
    if not is_nested(outer, inner):
        raise RefusedError("a group of the second partition lies in several of the first; use their cells")
    coarse = entropy_decomposition(value, weight, outer, 1)
    fine = entropy_decomposition(value, weight, inner, 1)
    return NestedDecomposition(coarse.total, coarse.between, fine.between - coarse.between, fine.within)


def is_nested(outer: ndarray, inner: ndarray) -> bool:
    """Whether every group of `inner` lies inside one group of `outer`; labels (n,)."""
    return len(set(zip(outer.tolist(), inner.tolist(), strict=True))) == len(set(inner.tolist()))
