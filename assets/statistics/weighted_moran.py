"""Moran's I under any weights that add to 1 for each region: contiguity, k nearest, inverse distance.

Weights (n, n), row i how much each other region surrounds region i; they need not be symmetric.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy import ndarray

from assets.statistics.refusal import RefusedError

# orders that give the same index are as extreme on both sides, whatever rounding makes of their sums
TIE = 1e-12
CELLS = 1_000_000
"""Permuted values held at once, 8 MB."""


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
    found = ((deviations @ weights.T) * deviations).sum(axis=1)
    same = TIE * (deviations**2).sum(axis=1)
    # several years in one product: small ones wait longer for the threads of the matrix library than they
    # take, and a large one of many regions and years would need gigabytes
    together = max(1, CELLS // order.size)
    extreme = np.empty(len(deviations), dtype=int)
    for first in range(0, len(deviations), together):
        years = slice(first, first + together)
        drawn = deviations[years][:, order]
        simulated = ((drawn.reshape(-1, len(values)) @ weights.T).reshape(drawn.shape) * drawn).sum(axis=2)
        beyond = simulated - found[years, None]
        larger = (beyond >= -same[years, None]).sum(axis=1)
        smaller = (beyond <= same[years, None]).sum(axis=1)
        extreme[years] = np.minimum(larger, smaller)
    return (1 + extreme) / (1 + permutations)


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
