"""Where like lies beside like: each unit of the nation and its neighbours."""

from collections.abc import Iterator
from typing import Any

from assets.python_models import Inputs
from assets.statistics.group_panels import NATIONAL_PANEL_VALUES, group_panels
from assets.statistics.neighbours import CONTIGUITY, neighbour_matrix
from assets.statistics.refusal import RefusedError
from assets.statistics.spatial import local_moran, local_permutation_p, row_standardised

DESCRIPTION = (
    "Each unit of the nation beside the mean of its neighbours: local Moran's I with its quadrant, in the"
    " newest year also its test. One row per view, indicator, group, period, region."
)
GRAIN = ("view_id", "indicator_id", "group_id", "period", "region_id")
DEPS = ("core/panel_values", "core/groups", "core/contiguity")
METHOD = (
    "z = (y - mean) / standard deviation of the units, lag = mean z of the neighbours; local I = (n - 1)"
    " z lag / n (Anselin 1995, scaled by n - 1); one-sided pseudo p by 999 conditional permutations, seed"
    " 1, for the newest year of a series only; of 31 tests at once about 1.5 fall below 0.05 by chance"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "period",
    "region_id",
    "value",
    "standard_score",
    "neighbours_score",
    "local_index",
    "quadrant",
    "p_value",
)
QUADRANTS = {1: "high_high", 2: "low_high", 3: "low_low", 4: "high_low"}
PERMUTATIONS, SEED = 999, 1


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """Every unit in every year that has an index; metrics/spatial_moran says where there is none."""
    pairs = inputs.rows(CONTIGUITY)
    for panel in group_panels(inputs.rows(NATIONAL_PANEL_VALUES)):
        near = neighbour_matrix(pairs, panel.regions)
        weights = row_standardised(near)
        for place, (year, values) in enumerate(zip(panel.years.tolist(), panel.values.T, strict=True)):
            try:
                found = local_moran(values, near)
            except RefusedError:
                continue
            newest = place == len(panel.years) - 1
            tested = local_permutation_p(values, near, PERMUTATIONS, SEED).tolist() if newest else None
            scores = (values - values.mean()) / values.std()
            figures = zip(
                panel.regions,
                values.tolist(),
                scores.tolist(),
                (weights @ scores).tolist(),
                found.index.tolist(),
                [QUADRANTS[number] for number in found.quadrant.tolist()],
                tested or [None] * len(values),
                strict=True,
            )
            yield from ((*panel.key, year, *figure) for figure in figures)
