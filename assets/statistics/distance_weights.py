"""Who is near whom by distance: great circles, the k nearest, weights that fall with distance.

Distances are an (n, n) matrix in km, symmetric with a diagonal of 0; weights are (n, n) with a diagonal of 0
and rows that add to 1, as `weighted_moran` takes them.
"""

from dataclasses import dataclass

import numpy as np
from numpy import ndarray

from assets.statistics.refusal import RefusedError

EARTH_RADIUS = 6371.0088
"""Mean radius in km, (2a + b)/3 of the GRS 80 ellipsoid (Moritz 1980)."""
# a metre: centres are stated to some ten metres, so distances this close are the same
SAME_DISTANCE = 1e-3


@dataclass(frozen=True)
class Nearest:
    """The k nearest of each region.

    neighbours  (n, n) bool, k True in each row; not symmetric, one may be near another and not the reverse
    tied        positions of regions whose k-th and next neighbour are equally far: the earlier was taken
    """

    neighbours: ndarray
    tied: tuple[int, ...]

    @property
    def weights(self) -> ndarray:
        """1/k for each of the k nearest, (n, n)."""
        return self.neighbours / self.neighbours.sum(axis=1, keepdims=True)


def great_circle_distances(longitudes: ndarray, latitudes: ndarray) -> ndarray:
    """Distances in km between all regions, (n, n), by the haversine formula on a sphere (Sinnott 1984).

    longitudes, latitudes (n,) in degrees, east and north positive. The sphere is off by up to 0.5 %.
    Refused: a coordinate missing or out of range, two regions at one place.
    """
    usable = (np.abs(longitudes) <= 180) & (np.abs(latitudes) <= 90)
    if not usable.all():
        raise RefusedError(
            f"regions number {np.flatnonzero(~usable).tolist()} have no longitude of -180 to 180 or latitude"
            " of -90 to 90; write degrees, longitude first"
        )
    east, north = np.radians(longitudes), np.radians(latitudes)
    half_north = np.sin(np.subtract.outer(north, north) / 2) ** 2
    half_east = np.sin(np.subtract.outer(east, east) / 2) ** 2
    haversine = half_north + np.outer(np.cos(north), np.cos(north)) * half_east
    distances: ndarray = 2 * EARTH_RADIUS * np.arcsin(np.sqrt(haversine.clip(0, 1)))
    require_apart(distances)
    return distances


def nearest(distances: ndarray, count: int) -> Nearest:
    """The `count` nearest of each region; of equally far ones those earlier in the order of regions.

    Refused: a count that is not 1 to n - 1, two regions at one place.
    """
    require_apart(distances)
    regions = len(distances)
    if not 1 <= count < regions:
        raise RefusedError(f"{count} nearest of {regions} regions; choose 1 to {regions - 1}")
    apart = np.where(np.eye(regions, dtype=bool), np.inf, distances)
    rank = np.argsort(np.round(apart / SAME_DISTANCE), axis=1, kind="stable")
    neighbours = np.zeros((regions, regions), dtype=bool)
    np.put_along_axis(neighbours, rank[:, :count], True, axis=1)
    last, following = (np.take_along_axis(apart, rank[:, [place]], axis=1) for place in (count - 1, count))
    # after the farthest neighbour only the region itself is left, infinitely far
    tied = np.flatnonzero(following - last < SAME_DISTANCE) if count < regions - 1 else np.array([], int)
    return Nearest(neighbours, tuple(tied.tolist()))


def inverse_distance_weights(distances: ndarray, power: float = 1, cutoff: float | None = None) -> ndarray:
    """Weights proportional to distance ** -power up to `cutoff` km, (n, n), rows adding to 1.

    Without a cut-off every region weighs on every other (Cliff & Ord 1973). Row sums of 1 make the unit of
    distance irrelevant, and the influence of a far-off region as large in all as that of a central one.
    Refused: a power not above 0, two regions at one place, a region with nobody within the cut-off.
    """
    require_apart(distances)
    if power <= 0:
        raise RefusedError(f"power {power}: influence must fall with distance; choose 1 or 2")
    reached = ~np.eye(len(distances), dtype=bool)
    if cutoff is not None:
        reached &= distances <= cutoff
    alone = np.flatnonzero(~reached.any(axis=1)).tolist()
    if alone:
        raise RefusedError(
            f"regions number {alone} have nobody within {cutoff} km; choose a larger cut-off or the k nearest"
        )
    weights = np.zeros_like(distances, dtype=float)
    weights[reached] = distances[reached] ** -power
    return weights / weights.sum(axis=1, keepdims=True)


def require_apart(distances: ndarray) -> None:
    """Refuse distances between two regions that are not above 0: their weight would be infinite."""
    pairs = np.argwhere(np.triu(~(distances > 0), 1)).tolist()
    if pairs:
        raise RefusedError(
            f"regions number {pairs[0][0]} and {pairs[0][1]} lie at one place (distance 0 or unknown);"
            " correct a coordinate or merge them"
        )
