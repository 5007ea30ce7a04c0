"""Zones that overlap or do not cover: what can be said about them, and the refusal of what cannot.

A zone is a (n,) bool array, True for its members; several zones are a mapping from name to zone.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import factorial

from numpy import arange, array, bincount, column_stack, log, logical_and, ndarray, unique, where, zeros
from numpy.random import default_rng

from assets.statistics.decomposition import Decomposition, entropy_decomposition
from assets.statistics.gaps import group_levels
from assets.statistics.refusal import RefusedError
from assets.statistics.weighting import population_shares, relative_levels

ALTERNATIVES = "use each zone against the rest, the cells of their overlaps, or Shapley shares"
# 2^12 = 4096 partitions take about a second; each further zone doubles it
MOST_EXACT = 12


def partition_of(zones: dict[str, ndarray]) -> ndarray:
    """Labels (n,) where the zones form a partition; RefusedError naming the overlap or gap where not."""
    if not zones:
        raise RefusedError("no zones are given; name at least two")
    for (first, one), (second, other) in combinations(zones.items(), 2):
        shared = int(logical_and(one, other).sum())
        if shared:
            raise RefusedError(
                f"zones {first} and {second} share {shared} regions, so they are no partition and parts"
                f" would be counted twice; {ALTERNATIVES}"
            )
    membership = column_stack(list(zones.values()))
    outside = int((~membership.any(axis=1)).sum())
    if outside:
        raise RefusedError(
            f"{outside} regions are in none of the zones, so they are no partition; {ALTERNATIVES}"
        )
    return array(list(zones))[membership.argmax(axis=1)]


@dataclass(frozen=True)
class ZoneComparison:
    """A zone and the rest of the country."""

    ratio: float  # level of the zone over level of the rest
    theil_t: Decomposition
    theil_l: Decomposition | None  # None with a value of 0


def zone_against_rest(value: ndarray, weight: ndarray | None, zone: ndarray) -> ZoneComparison:
    """Theil T and L between and within of two groups, the zone and the rest, and the ratio of their levels.

    One zone at a time; results of several zones must never be added, as they share regions. Levels are
    sums over sums with weights. Refused where the zone is empty or holds every region.
    """
    if zone.all() or not zone.any():
        raise RefusedError("the zone holds all regions or none with a value: there is no rest to compare")
    labels = where(zone, "zone", "rest")
    levels = group_levels(value, weight, labels)
    if levels["rest"] <= 0:
        raise RefusedError("the rest has nothing: no ratio to it; report the zone's share of output")
    logs_exist = bool((value > 0).all())
    return ZoneComparison(
        levels["zone"] / levels["rest"],
        entropy_decomposition(value, weight, labels, 1),
        entropy_decomposition(value, weight, labels, 0) if logs_exist else None,
    )


def cells(zones: dict[str, ndarray]) -> ndarray:
    """Pattern of membership of each region, (n,) text such as 101: a partition, so parts add up.

    Digits stand in the order of the zones. There can be up to 2^K cells: read the shares with care.
    """
    digits = column_stack(list(zones.values())).astype(int)
    return array(["".join(map(str, row)) for row in digits.tolist()])


@dataclass(frozen=True)
class ShapleyShares:
    """Each zone's share in the between part of the cells; they add to `total`."""

    shares: dict[str, float]
    total: float
    draws: int | None  # None where every coalition was computed


def shapley_between(
    value: ndarray,
    weight: ndarray | None,
    zones: dict[str, ndarray],
    draws: int = 2000,
    seed: int = 20011,
) -> ShapleyShares:
    """Shapley value of each zone in the Theil T between the cells of overlapping zones.

    v(S) = Theil T between the membership patterns over the zones in S, phi_k = mean gain of adding zone k
    over all orders (Shorrocks 2013, Journal of Economic Inequality 11; Chantreuil & Trannoy 2013). Exact up
    to 12 zones, beyond that the mean over `draws` random orders from `seed`, which still adds up.
    """
    share = population_shares(value, weight)
    level = relative_levels(value, share)
    bits = column_stack(list(zones.values())).astype("int64") @ (1 << arange(len(zones)))
    worth = _Worth(share, level, bits)
    count = len(zones)
    if count <= MOST_EXACT:
        result = _exact(array([worth.of(coalition) for coalition in range(1 << count)]), count)
    else:
        result = _sampled(worth, count, draws, seed)
    total = worth.of((1 << count) - 1)
    return ShapleyShares(
        dict(zip(zones, map(float, result), strict=True)), total, None if count <= MOST_EXACT else draws
    )


class _Worth:
    """Theil T between the patterns over a coalition of zones, from sums over cells taken once."""

    def __init__(self, share: ndarray, level: ndarray, bits: ndarray) -> None:
        patterns, codes = unique(bits, return_inverse=True)
        self.patterns = tuple(patterns.tolist())
        self.population = bincount(codes, share)
        self.output = bincount(codes, share * level)

    def of(self, coalition: int) -> float:
        """v(S) for the zones whose bits are set."""
        codes = _merged(self.patterns, coalition)
        population, output = bincount(codes, self.population), bincount(codes, self.output)
        ratio = output / population
        return float((output * log(where(ratio > 0, ratio, 1))).sum())


# the same for every year of every series of the same regions
@lru_cache(maxsize=1 << MOST_EXACT)
def _merged(patterns: tuple[int, ...], coalition: int) -> ndarray:
    """Positions of the patterns over a coalition of zones among those that differ in it."""
    codes: ndarray = unique(array(patterns) & coalition, return_inverse=True)[1]
    return codes


def _exact(worth: ndarray, count: int) -> ndarray:
    result = zeros(count)
    for coalition in range(len(worth)):
        absent = [zone for zone in range(count) if not coalition >> zone & 1]
        for zone in absent:
            # chance that exactly these zones come before it in a random order
            chance = factorial(count - len(absent)) * factorial(len(absent) - 1) / factorial(count)
            result[zone] += chance * (worth[coalition | 1 << zone] - worth[coalition])
    return result


def _sampled(worth: _Worth, count: int, draws: int, seed: int) -> ndarray:
    result = zeros(count)
    known: dict[int, float] = {0: 0.0}
    random = default_rng(seed)
    for _ in range(draws):
        coalition = 0
        for zone in random.permutation(count).tolist():
            joined = coalition | 1 << zone
            if joined not in known:
                known[joined] = worth.of(joined)
            result[zone] += known[joined] - known[coalition]
            coalition = joined
    return result / draws
