"""Whether like lies beside like: Moran's I and the spatial Gini of the units of the nation."""

from collections.abc import Iterator
from typing import Any

from numpy import column_stack, empty, ndarray

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


# of one year under one kind of weights: index, expectation, z, p, pseudo p, share; or why there are none
Figures = tuple[float | None, ...] | RefusedError


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """Every year of every series under each of the weights, or the reason why there is no index."""
    pairs, places = inputs.rows(CONTIGUITY), inputs.rows(PLACES)
    panels = list(group_panels(inputs.rows(NATIONAL_PANEL_VALUES)))
    figures_of = {
        regions: _figures(regions, [panel for panel in panels if panel.regions == regions], pairs, places)
        for regions in {panel.regions for panel in panels}
    }
    for panel in panels:
        for weights_id in WEIGHTS:
            for year, values in zip(panel.years.tolist(), panel.values.T, strict=True):
                key = (*panel.key, year, weights_id)
                figures = figures_of[panel.regions][weights_id, values.tobytes()]
                if isinstance(figures, RefusedError):
                    yield (*key, *[None] * 6, len(values), f"refused: {figures}")
                else:
                    yield (*key, *figures, len(values), None)


def _figures(
    regions: tuple[str, ...],
    panels: list[GroupPanel],
    pairs: list[tuple[Any, ...]],
    places: list[tuple[Any, ...]],
) -> dict[tuple[str, bytes], Figures]:
    """Figures of the years of all panels of the same regions, by kind of weights and bytes of the values.

    Views share most of their values, and all years see the same permutations: each once, all together.
    """
    near = neighbour_matrix(pairs, regions)
    years = {values.tobytes(): values for panel in panels for values in panel.values.T}
    found: dict[tuple[str, bytes], Figures] = {}
    for weights_id in WEIGHTS:
        try:
            weights = _weights(weights_id, near, places, regions)
        except RefusedError as refusal:
            found |= {(weights_id, content): refusal for content in years}
        else:
            of_years = _under(weights, list(years.values()), near if weights_id == "contiguity" else None)
            found |= {
                (weights_id, content): of_year for content, of_year in zip(years, of_years, strict=True)
            }
    return found


def _weights(
    weights_id: str, near: ndarray, places: list[tuple[Any, ...]], regions: tuple[str, ...]
) -> ndarray:
    if weights_id == "contiguity":
        return row_standardised(near)
    distances = distances_between(places, regions)
    if weights_id == "inverse_distance":
        return inverse_distance_weights(distances)
    return nearest(distances, NEAREST).weights


def _under(weights: ndarray, years: list[ndarray], near: ndarray | None) -> Iterator[Figures]:
    """Figures of each year, values (n,); the share of non-neighbours where neighbours are given."""
    from scipy.special import ndtr

    morans = [_moran(values, weights) for values in years]
    tested = [values for values, moran in zip(years, morans, strict=True) if isinstance(moran, Moran)]
    drawn = permutation_p_values(column_stack(tested), weights, PERMUTATIONS, SEED) if tested else empty(0)
    pseudo_p = iter(drawn.tolist())
    for values, moran in zip(years, morans, strict=True):
        if isinstance(moran, RefusedError):
            yield moran
            continue
        p = float(2 * ndtr(-abs(moran.z_random)))
        share = None if near is None else spatial_gini(values, near).others_share
        yield moran.index, moran.expected, moran.z_random, p, next(pseudo_p), share


def _moran(values: ndarray, weights: ndarray) -> Moran | RefusedError:
    try:
        return moran_of_weights(values, weights)
    except RefusedError as refusal:
        return refusal
