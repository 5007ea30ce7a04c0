"""Spatial association: Moran's I, global and local, and the spatial Gini.

Neighbours are an (n, n) bool matrix, symmetric with a False diagonal; weights are its rows divided by their
sums. Every refusal about neighbours concerns a region without any: link it or leave it out, and say which.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy import ndarray

from assets.statistics.refusal import RefusedError
from assets.statistics.weighted_moran import Moran, moran_of_weights

# of several regions the first are named
NAMED = 3


@dataclass(frozen=True)
class LocalMoran:
    """Local Moran's I of each region, (n,), and its quadrant (Anselin 1995, Geogr. Analysis 27).

    z is the deviation from the mean, W the neighbours' weights, each row summing to 1.

    index          scaled by n - 1, as esda prints it: I_i = (n-1) z_i (Wz)_i / sum z^2
    index_n        scaled by n, as spdep prints it; the mean of these is the global I
    quadrant       1 high among high, 2 low among high, 3 low among low, 4 high among low
    """

    index: ndarray
    index_n: ndarray
    quadrant: ndarray


@dataclass(frozen=True)
class SpatialGini:
    """Sums of |y_i - y_j| over ordered pairs, in the unit of y: neighbours, and all others."""

    neighbours: float
    others: float

    @property
    def others_share(self) -> float:
        """Share of differences between non-neighbours in all differences."""
        return self.others / (self.neighbours + self.others)


def row_standardised(neighbours: ndarray) -> ndarray:
    """Weights (n, n) whose rows sum to 1. Refused: a region without neighbours, a matrix not symmetric."""
    if (neighbours != neighbours.T).any() or np.diag(neighbours).any():
        raise RefusedError("neighbours are not mutual, or a region neighbours itself; list each pair once")
    islands = np.flatnonzero(~neighbours.any(axis=1)).tolist()
    if islands:
        raise RefusedError(
            f"regions number {islands} have no neighbour, so nothing surrounds them; link them or leave them"
            " out, and say so"
        )
    return neighbours / neighbours.sum(axis=1, keepdims=True)


def require_neighbours(neighbours: ndarray, regions: tuple[str, ...] | list[str]) -> None:
    """Raise RefusedError with the names, (n,), of regions that have no neighbour."""
    alone = [regions[place] for place in np.flatnonzero(~neighbours.any(axis=1)).tolist()]
    if alone:
        more = f" and {len(alone) - NAMED} more" if len(alone) > NAMED else ""
        has, it = ("has", "it") if len(alone) == 1 else ("have", "them")
        raise RefusedError(
            f"{', '.join(alone[:NAMED])}{more} {has} no neighbour with a value, so nothing surrounds {it};"
            f" link {it} or leave {it} out, and say so"
        )


def moran(values: ndarray, neighbours: ndarray) -> Moran:
    """Global Moran's I (Moran 1950), moments of Cliff & Ord (1973).

    values (n,) in any unit; the index does not depend on scale. Refused: n < 4, missing or equal values.
    """
    return moran_of_weights(values, row_standardised(neighbours))


def moran_permutation_p(values: ndarray, neighbours: ndarray, permutations: int, seed: int) -> float:
    """Share of permutations with an I at least as far out on the same side, one-sided as in esda.

    (1 + number as extreme) / (1 + permutations); the seed is part of the result.
    """
    weights = row_standardised(neighbours)
    deviations = _deviations(values)
    rng = np.random.default_rng(seed)
    drawn = rng.permuted(np.tile(deviations, (permutations, 1)), axis=1)
    simulated = (drawn @ weights.T * drawn).sum(axis=1)
    larger = int((simulated >= deviations @ weights @ deviations).sum())
    return (1 + min(larger, permutations - larger)) / (1 + permutations)


def local_moran(values: ndarray, neighbours: ndarray) -> LocalMoran:
    """Local Moran's I (Anselin 1995, Geogr. Analysis 27); arguments and refusals as for moran."""
    weights = row_standardised(neighbours)
    deviations = _deviations(values)
    around = weights @ deviations
    product = deviations * around / (deviations @ deviations)
    quadrant = np.where(around > 0, np.where(deviations > 0, 1, 2), np.where(deviations > 0, 4, 3))
    return LocalMoran(product * (len(values) - 1), product * len(values), quadrant)


def local_permutation_p(values: ndarray, neighbours: ndarray, permutations: int, seed: int) -> ndarray:
    """One-sided pseudo p of each local index, (n,): the region stays, the others change places.

    Conditional randomisation (Anselin 1995), counted as in moran_permutation_p. With n regions tested at
    once some p are small by chance: about 0.05 n below 0.05.
    """
    weights = row_standardised(neighbours)
    deviations = _deviations(values)
    orders = _orders_of_others(tuple(neighbours.sum(axis=1).tolist()), permutations, seed)
    p = np.empty(len(values))
    for region, around in enumerate(weights @ deviations):
        drawn = np.delete(deviations, region)[orders[region]].mean(axis=1)
        larger = int((deviations[region] * drawn >= deviations[region] * around).sum())
        p[region] = (1 + min(larger, permutations - larger)) / (1 + permutations)
    return p


# drawing them takes longer than using them; every series of the same regions sees the same
@lru_cache(maxsize=4)
def _orders_of_others(counts: tuple[int, ...], permutations: int, seed: int) -> tuple[ndarray, ...]:
    """For each region, which of the others (numbered without it) come beside it, (permutations, count)."""
    rng = np.random.default_rng(seed)
    others = np.tile(np.arange(len(counts) - 1), (permutations, 1))
    return tuple(rng.permuted(others, axis=1)[:, :count].copy() for count in counts)


def spatial_gini(values: ndarray, neighbours: ndarray) -> SpatialGini:
    """The differences behind the Gini, split by neighbourhood (Rey & Smith 2013, Lett. Spat. Resour. Sci. 6).

    values (n,). Their sum is 2 n^2 times the mean times the Gini. An island only has non-neighbours.
    """
    _deviations(values)
    differences = np.abs(np.subtract.outer(values, values))
    near = float(differences[neighbours].sum())
    return SpatialGini(near, float(differences.sum()) - near)


def _deviations(values: ndarray) -> ndarray:
    if len(values) < 4 or not np.isfinite(values).all() or np.ptp(values) == 0:
        raise RefusedError(
            f"{int(np.isfinite(values).sum())} of {len(values)} regions are known: association needs 4 or"
            " more, all known and not all equal; leave regions out of values and neighbours together"
        )
    return values - values.mean()
