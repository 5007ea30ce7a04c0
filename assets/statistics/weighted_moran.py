"""Moran's I under any weights that add to 1 for each region: contiguity, k nearest, inverse distance.

Weights (n, n), row i how much each other region surrounds region i; they need not be symmetric.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy import ndarray

from assets.statistics.refusal import RefusedError

# orders that give the same index are as extreme on both sides, whatever rounding makes of their sums
TIE = 1e-12
CELLS = 1_000_000
"""Permuted values or weights held at once, 8 MB."""
MOST_PAIRED = 100
"""Regions up to which weights are permuted instead of values; they have 4,950 pairs, 40 KB a year."""


@dataclass(frozen=True)
class Moran:
    """Moran's I with its moments without association; z under normality and under randomisation."""

    index: float
    expected: float
    variance_normal: float
    variance_random: float
    regions: int

    @property
    def z_normal(self) -> float:
        """Standard score if the values are normal."""
        return float((self.index - self.expected) / np.sqrt(self.variance_normal))

    @property
    def z_random(self) -> float:
        """Standard score if all permutations of the values are equally likely."""
        return float((self.index - self.expected) / np.sqrt(self.variance_random))


def moran_of_weights(values: ndarray, weights: ndarray) -> Moran:
    """Global Moran's I (Moran 1950), moments of Cliff & Ord (1973), which hold for asymmetric weights too.

    values (n,) in any unit; the index does not depend on scale. Refused: n < 4, missing or equal values,
    weights with a diagonal or rows that do not add to 1.
    """
    _require_rows_of_one(weights)
    deviations = _deviations(values)
    regions, squares = len(values), deviations @ deviations
    both_ways = ((weights + weights.T) ** 2).sum() / 2
    in_and_out = ((1 + weights.sum(axis=0)) ** 2).sum()
    # the sum of all weights is n, as every row adds to 1
    normal = (regions * both_ways - in_and_out + 3 * regions) / ((regions**2 - 1) * regions)
    kurtosis = (deviations**4).mean() / (squares / regions) ** 2
    first = (regions**2 - 3 * regions + 3) * both_ways - regions * in_and_out + 3 * regions**2
    second = kurtosis * ((regions**2 - regions) * both_ways - 2 * regions * in_and_out + 6 * regions**2)
    random = (regions * first - second) / ((regions - 1) * (regions - 2) * (regions - 3) * regions**2)
    expected = -1 / (regions - 1)
    return Moran(
        index=float(deviations @ weights @ deviations / squares),
        expected=expected,
        variance_normal=float(normal - expected**2),
        variance_random=float(random - expected**2),
        regions=regions,
    )


def permutation_p_values(values: ndarray, weights: ndarray, permutations: int, seed: int) -> ndarray:
    """Share of permutations with an I at least as far out on the same side, one-sided as in esda, (T,).

    values (n, T), a column for each year; all years see the same permutations. (1 + number as extreme) /
    (1 + permutations), orders with the same index among them, which esda leaves out on one side; the seed
    is part of the result. Refused as `moran_of_weights`.
    """
    _require_rows_of_one(weights)
    order = _orders(len(values), permutations, seed)
    deviations = np.array([_deviations(year) for year in values.T])
    simulate = _of_permuted_weights if len(values) <= MOST_PAIRED else _of_permuted_values
    found = ((deviations @ weights.T) * deviations).sum(axis=1)
    same = TIE * (deviations**2).sum(axis=1)
    larger, smaller = np.zeros((2, len(deviations)), dtype=int)
    for simulated in simulate(deviations, weights, order):
        beyond = simulated - found
        larger += (beyond >= -same).sum(axis=0)
        smaller += (beyond <= same).sum(axis=0)
    return (1 + np.minimum(larger, smaller)) / (1 + permutations)


def _of_permuted_weights(deviations: ndarray, weights: ndarray, order: ndarray) -> Iterator[ndarray]:
    """Sums of w_ij z_i z_j of some permutations in all years, (some, T), until all permutations are done.

    The weights change places instead of the values: of each pair of regions the product z_i z_j is taken
    once a year, and one matrix product does every year of every series.
    """
    one, other = np.triu_indices(len(weights), 1)
    products = (deviations[:, one] * deviations[:, other]).T
    both_ways = (weights + weights.T).ravel()
    # where each region has gone
    place = order.argsort(axis=1)
    some = max(1, CELLS // max(len(one), len(deviations)))
    for first in range(0, len(place), some):
        moved = place[first : first + some]
        yield both_ways[moved[:, one] * len(weights) + moved[:, other]] @ products


def _of_permuted_values(deviations: ndarray, weights: ndarray, order: ndarray) -> Iterator[ndarray]:
    """The same for many regions, whose pairs would fill the memory."""
    some = max(1, CELLS // deviations.size)
    for first in range(0, len(order), some):
        drawn = deviations[:, order[first : first + some]]
        around = (drawn.reshape(-1, len(weights)) @ weights.T).reshape(drawn.shape)
        yield (around * drawn).sum(axis=2).T


@lru_cache(maxsize=4)
def _orders(regions: int, permutations: int, seed: int) -> ndarray:
    """Random orders of the regions, (permutations, n): drawing them takes longer than using them."""
    each = np.tile(np.arange(regions), (permutations, 1))
    orders: ndarray = np.random.default_rng(seed).permuted(each, axis=1)
    orders.flags.writeable = False
    return orders


def _require_rows_of_one(weights: ndarray) -> None:
    wrong = np.flatnonzero((np.abs(weights.sum(axis=1) - 1) > 1e-9) | (np.diag(weights) != 0)).tolist()
    if wrong:
        raise RefusedError(
            f"weights of regions number {wrong} do not add to 1 or fall on the region itself; divide each"
            " row by its sum and leave its own place 0"
        )


def _deviations(values: ndarray) -> ndarray:
    if len(values) < 4 or not np.isfinite(values).all() or np.ptp(values) == 0:
        raise RefusedError(
            f"{int(np.isfinite(values).sum())} of {len(values)} regions are known: association needs 4 or"
            " more, all known and not all equal; leave regions out of values and weights together"
        )
    return values - values.mean()
