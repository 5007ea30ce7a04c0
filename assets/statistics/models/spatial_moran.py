"""Whether like lies beside like: Moran's I and the spatial Gini of the units of the nation."""

from collections.abc import Iterator
from typing import Any

from assets.python_models import Inputs
from assets.statistics.group_panels import NATIONAL_PANEL_VALUES, group_panels
from assets.statistics.neighbours import CONTIGUITY, neighbour_matrix
from assets.statistics.refusal import RefusedError
from assets.statistics.spatial import moran, spatial_gini

DESCRIPTION = (
    "Moran's I between neighbouring units of the nation, with its test, and the share of differences"
    " between units that are no neighbours. One row per view, indicator, group, period."
)
GRAIN = ("view_id", "indicator_id", "group_id", "period")
DEPS = ("core/panel_values", "core/groups", "core/contiguity")
METHOD = (
    "Moran's I of levels with neighbours' weights 1 / number of neighbours (Moran 1950); z and two-sided"
    " p of the standard normal under randomisation (Cliff and Ord 1973); expected -1 / (n - 1); share of"
    " |y_i - y_j| between non-neighbours as in the spatial Gini (Rey and Smith 2013)"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "period",
    "moran_index",
    "expected_index",
    "z_score",
    "p_value",
    "non_neighbour_share",
    "n_members",
    "null_reason",
)


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """Every year of every series, or the reason why there is no index."""
    from scipy.special import ndtr

    pairs = inputs.rows(CONTIGUITY)
    for panel in group_panels(inputs.rows(NATIONAL_PANEL_VALUES)):
        near = neighbour_matrix(pairs, panel.regions)
        for year, values in zip(panel.years.tolist(), panel.values.T, strict=True):
            key, count = (*panel.key, year), len(panel.regions)
            try:
                found = moran(values, near)
            except RefusedError as refusal:
                yield (*key, *[None] * 5, count, f"refused: {refusal}")
                continue
            p = float(2 * ndtr(-abs(found.z_random)))
            share = spatial_gini(values, near).others_share
            yield (*key, found.index, found.expected, found.z_random, p, share, count, None)
