"""What each overlapping strategy contributes to inequality between the units of the nation."""

from collections.abc import Iterator
from typing import Any

from numpy import array, ndarray

from assets.python_models import Inputs
from assets.statistics.group_panels import NATIONAL_PANEL_VALUES, GroupPanel, group_panels
from assets.statistics.inequality import theil_t
from assets.statistics.overlapping import shapley_between

DESCRIPTION = (
    "Contribution of each major strategy to the inequality between the units of the nation, for zones"
    " that overlap; group 'all' holds their sum, the inequality between the patterns of membership. One"
    " row per view, indicator, group, period, weighting."
)
GRAIN = ("view_id", "indicator_id", "group_id", "period", "weighting")
DEPS = ("core/panel_values", "core/groups", "core/strategy_doses")
METHOD = (
    "Shapley value of a strategy in the Theil T between the patterns of membership of all strategies: its"
    " mean gain over all orders, exact (Shorrocks 2013; Chantreuil and Trannoy 2013); the newest"
    " strategies in every year, a province counts where one of its cities is a member; weights are the"
    " indicator's own; says where members stand, not what a strategy did"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "period",
    "weighting",
    "value",
    "total_value",
    "n_members",
)
DOSES = """
    select distinct region_id, strategy_ids
    from core.strategy_doses
    where membership = 'fixed'
    order by region_id
"""


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """Every year of every series without a negative value, unweighted and, where it has weights, weighted."""
    reached = {region: set(ids.split()) for region, ids in inputs.rows(DOSES)}
    for panel in group_panels(inputs.rows(NATIONAL_PANEL_VALUES)):
        strategies = sorted(set().union(*(reached[region] for region in panel.regions)))
        zones = {name: array([name in reached[region] for region in panel.regions]) for name in strategies}
        if (panel.values < 0).any() or not zones:
            continue
        yield from _shares(panel, zones, "unweighted")
        if panel.weights is not None:
            yield from _shares(panel, zones, "weighted")


def _shares(panel: GroupPanel, zones: dict[str, ndarray], weighting: str) -> Iterator[tuple[Any, ...]]:
    for place, year in enumerate(panel.years.tolist()):
        values = panel.values[:, place]
        weight = None if weighting == "unweighted" or panel.weights is None else panel.weights[:, place]
        total = theil_t(values, weight)
        found = shapley_between(values, weight, zones)
        for group, value in {**found.shares, "all": found.total}.items():
            view, indicator, _ = panel.key
            members = len(values) if group == "all" else int(zones[group].sum())
            yield view, indicator, group, year, weighting, value, total, members
