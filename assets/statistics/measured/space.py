"""Spatial measures of a panel with neighbours: Moran's I, the spatial Gini, spatial transitions."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy import ndarray

from assets.statistics.distribution import relative_to_mean
from assets.statistics.measured.attempts import cross_sections, key_of, require_equal_steps
from assets.statistics.measured.blocks import attempt_rows, cells
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.panel import Panel
from assets.statistics.spatial import LocalMoran, local_moran, moran, require_neighbours, spatial_gini
from assets.statistics.spatial_markov import spatial_transition_counts

EXPLAINED: dict[str, Callable[..., object]] = {
    "moran": moran,
    "moran.local": LocalMoran,
    "moran.local_n": LocalMoran,
    "moran.quadrant": LocalMoran,
    "spatial_gini": spatial_gini,
    "spatial_markov": spatial_transition_counts,
}
FAMILIES = ("moran.I", "spatial_gini.neighbor_abs", "spatial_markov.count")
CLASSES = 3


def measure(panel: Panel) -> Iterator[Measured | Refused]:
    """Moran, local Moran and spatial Gini of each year, and transitions by the class of the neighbours."""
    if panel.neighbours is None:
        for metric in FAMILIES:
            yield Refused(metric, "", "who neighbours whom is not given; name a file of pairs of neighbours")
        return
    for section in cross_sections(panel):
        if section.weight is None:
            near = panel.neighbours[np.ix_(section.observed, section.observed)]
            regions = np.array(panel.regions)[section.observed].tolist()
            yield from _moran(key_of(section.year), section.value, near, regions)
            yield from _local(section.year, section.value, near, regions)
            yield from _gini(key_of(section.year), section.value, near)
    yield from _transitions(panel)


def _moran(year: str, values: ndarray, near: ndarray, regions: list[str]) -> Iterator[Measured | Refused]:
    def rows() -> Iterator[Measured]:
        require_neighbours(near, regions)
        found = moran(values, near)
        yield Measured("moran.I", year, found.index)
        yield Measured("moran.EI", year, found.expected)
        yield Measured("moran.VI_norm", year, found.variance_normal)
        yield Measured("moran.VI_rand", year, found.variance_random)
        yield Measured("moran.z_norm", year, found.z_normal)
        yield Measured("moran.z_rand", year, found.z_random)

    return attempt_rows("moran.I", year, rows)


def _local(year: int, values: ndarray, near: ndarray, regions: list[str]) -> Iterator[Measured | Refused]:
    def rows() -> Iterator[Measured]:
        require_neighbours(near, regions)
        found = local_moran(values, near)
        for row, region in enumerate(regions):
            yield Measured("moran.local", key_of(year, region), float(found.index[row]))
            yield Measured("moran.local_n", key_of(year, region), float(found.index_n[row]))
            yield Measured("moran.quadrant", key_of(year, region), float(found.quadrant[row]))

    return attempt_rows("moran.local", key_of(year), rows)


def _gini(year: str, values: ndarray, near: ndarray) -> Iterator[Measured | Refused]:
    def rows() -> Iterator[Measured]:
        found = spatial_gini(values, near)
        yield Measured("spatial_gini.neighbor_abs", year, found.neighbours)
        yield Measured("spatial_gini.nonneighbor_abs", year, found.others)
        yield Measured("spatial_gini.nonneighbor_share", year, found.others_share)

    return attempt_rows("spatial_gini.neighbor_abs", year, rows)


def _transitions(panel: Panel) -> Iterator[Measured | Refused]:
    tag, near = f"pooled_q{CLASSES}", panel.neighbours
    assert near is not None

    def rows() -> Iterator[Measured]:
        require_equal_steps(panel.years)
        require_neighbours(near, panel.regions)
        counts = spatial_transition_counts(relative_to_mean(panel.values, None), near, CLASSES)
        for lag, moves in enumerate(counts):
            yield from cells("spatial_markov.count", f"{tag}|lag{lag}", moves)

    return attempt_rows("spatial_markov.count", tag, rows)
