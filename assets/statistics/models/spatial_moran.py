"""Whether like lies beside like: Moran's I and the spatial Gini of the units of the nation."""

from collections.abc import Iterator
from typing import Any

from numpy import ndarray

from assets.python_models import Inputs
from assets.statistics.distance_weights import inverse_distance_weights, nearest
from assets.statistics.group_panels import NATIONAL_PANEL_VALUES, GroupPanel, group_panels
from assets.statistics.neighbours import CONTIGUITY, neighbour_matrix
from assets.statistics.places import PLACES, distances_between
from assets.statistics.refusal import RefusedError
from assets.statistics.spatial import row_standardised, spatial_gini
from assets.statistics.weighted_moran import Moran, moran_of_weights, permutation_p_values

DESCRIPTION = (
    "Moran's I between near units of the nation, with its tests, under three weights: contiguity, the four"
    " nearest, inverse distance; under contiguity also the share of differences between units that are no"
    " neighbours. One row per view, indicator, group, period, weights."
)
GRAIN = ("view_id", "indicator_id", "group_id", "period", "weights_id")
DEPS = ("core/panel_values", "core/groups", "core/contiguity", "core/places")
METHOD = (
    "Moran's I of levels, weights adding to 1 for each unit (Moran 1950): contiguity 1 / number of"
    " neighbours; nearest_4 1 / 4 for each of the four nearest; inverse_distance 1 / km to every other"
    " unit; great circles between the centres of the drawn outlines; z and two-sided p of the standard"
    " normal under randomisation (Cliff and Ord 1973); one-sided pseudo p by 999 permutations, seed 1;"
    " expected -1 / (n - 1); share of |y_i - y_j| between non-neighbours as in the spatial Gini (Rey and"
    " Smith 2013)"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "period",
    "weights_id",
    "moran_index",
    "expected_index",
    "z_score",
    "p_value",
    "permutation_p_value",
    "non_neighbour_share",
    "n_members",
    "null_reason",
)
NEAREST = 4
WEIGHTS = ("contiguity", f"nearest_{NEAREST}", "inverse_distance")
PERMUTATIONS, SEED = 999, 1


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """Every year of every series under each of the weights, or the reason why there is no index."""
    pairs, places = inputs.rows(CONTIGUITY), inputs.rows(PLACES)
    for panel in group_panels(inputs.rows(NATIONAL_PANEL_VALUES)):
        near = neighbour_matrix(pairs, panel.regions)
        for weights_id in WEIGHTS:
            try:
                weights = _weights(weights_id, near, places, panel.regions)
            except RefusedError as refusal:
                yield from (_refused(panel, year, weights_id, refusal) for year in panel.years.tolist())
            else:
                yield from _years(panel, weights_id, weights, near)


def _weights(
    weights_id: str, near: ndarray, places: list[tuple[Any, ...]], regions: tuple[str, ...]
) -> ndarray:
    if weights_id == "contiguity":
        return row_standardised(near)
    distances = distances_between(places, regions)
    if weights_id == "inverse_distance":
        return inverse_distance_weights(distances)
    return nearest(distances, NEAREST).weights


def _years(panel: GroupPanel, weights_id: str, weights: ndarray, near: ndarray) -> Iterator[tuple[Any, ...]]:
    from scipy.special import ndtr

    indices: dict[int, Moran] = {}
    for place, values in enumerate(panel.values.T):
        try:
            indices[place] = moran_of_weights(values, weights)
        except RefusedError as refusal:
            yield _refused(panel, int(panel.years[place]), weights_id, refusal)
    if not indices:
        return
    values = panel.values[:, list(indices)]
    drawn = permutation_p_values(values, weights, PERMUTATIONS, SEED).tolist()
    for (place, found), pseudo_p, of_year in zip(indices.items(), drawn, values.T, strict=True):
        key = (*panel.key, int(panel.years[place]), weights_id)
        p = float(2 * ndtr(-abs(found.z_random)))
        share = spatial_gini(of_year, near).others_share if weights_id == "contiguity" else None
        figures = (found.index, found.expected, found.z_random, p, pseudo_p, share)
        yield (*key, *figures, found.regions, None)


def _refused(panel: GroupPanel, year: int, weights_id: str, refusal: RefusedError) -> tuple[Any, ...]:
    return (*panel.key, year, weights_id, *[None] * 6, len(panel.regions), f"refused: {refusal}")
