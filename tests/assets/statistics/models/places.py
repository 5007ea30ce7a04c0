"""Six regions in a ring, for spatial models."""

from tests.assets.statistics.models.running import GROUPS, panel
from tests.sql.given import Given

REGIONS = "abcdef"


def ring(*years: tuple[float, ...]) -> Given:
    """Tables of six regions, each with two neighbours, and their values in each year."""
    pairs = [(REGIONS[place], REGIONS[(place + step) % 6]) for place in range(6) for step in (1, 5)]
    paths = {region: [year[place] for year in years] for place, region in enumerate(REGIONS)}
    return {
        "core/panel_values": panel(paths),
        "core/groups": GROUPS,
        "core/contiguity": [
            {"region_id": one, "neighbour_region_id": other} for one, other in sorted(set(pairs))
        ],
    }


def spaced_ring(*years: tuple[float, ...]) -> Given:
    """The same ring with a place for each region: on the equator, 1, 2, 3 ... degrees apart."""
    places = [
        {"region_id": region, "longitude": place * (place + 1) / 2, "latitude": 0.0, "how": "given"}
        for place, region in enumerate(REGIONS)
    ]
    return ring(*years) | {"core/places": places}
