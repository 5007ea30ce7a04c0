"""Where regions lie, from rows of `core.places` to the distances weights are made of."""

from collections.abc import Iterable
from typing import Any

from numpy import array, ndarray

from assets.statistics.distance_weights import great_circle_distances
from assets.statistics.refusal import RefusedError

PLACES = "select region_id, longitude, latitude from core.places"


def distances_between(places: Iterable[tuple[Any, ...]], regions: tuple[str, ...]) -> ndarray:
    """(n, n) km between the regions, in their order; refused where one has no place."""
    known = {region: (longitude, latitude) for region, longitude, latitude in places}
    lacking = [region for region in regions if region not in known]
    if lacking:
        raise RefusedError(f"no place of {', '.join(lacking)}; add a line to places.csv")
    longitudes, latitudes = array([known[region] for region in regions]).T
    return great_circle_distances(longitudes, latitudes)
