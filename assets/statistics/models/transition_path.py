"""Relative transition paths of the units of the nation, with the club each belongs to."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from numpy import log, ndarray

from assets.python_models import Inputs
from assets.statistics.group_panels import NATIONAL_PANEL_VALUES, GroupPanel, group_panels
from assets.statistics.hodrick_prescott import CLUBS_LITERATURE, hodrick_prescott_trend
from assets.statistics.transition import relative_transition

DESCRIPTION = (
    "Relative transition path of every unit of the nation: its log over the mean log of all units, over the"
    " years its convergence club was sought in, beside that club. One row per view, indicator, group,"
    " convention, merging, region, period."
)
GRAIN = ("view_id", "indicator_id", "group_id", "convention", "merging", "region_id", "period")
DEPS = ("core/panel_values", "core/groups", "metrics/club")
METHOD = (
    "h = log / mean of the logs of all units (Phillips and Sul 2007, 2009), logs smoothed by"
    " Hodrick-Prescott, lambda 400, as in metrics/club; the same for every convention and merging, which"
    " only decide the club; depends on the unit, so values of 1 or less are refused; where there are too"
    " few years for clubs, 3 are enough for a path"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "convention",
    "merging",
    "region_id",
    "period",
    "transition_coefficient",
    "club_number",
    "null_reason",
)
CLUBS = """
    select
        view_id, indicator_id, group_id, convention, merging, region_id, period_start, period_end,
        club_number, null_reason
    from metrics.club
    order by view_id, indicator_id, group_id, convention, merging, region_id
"""


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """The path of every unit, year by year, for each way of clustering."""
    clubs = defaultdict(list)
    for view, indicator, group, *club in inputs.rows(CLUBS):
        clubs[view, indicator, group].append(club)
    for panel in group_panels(inputs.rows(NATIONAL_PANEL_VALUES)):
        place = {region: row for row, region in enumerate(panel.regions)}
        paths: dict[tuple[int, int], tuple[ndarray, ndarray | None]] = {}
        for convention, merging, region, start, end, number, reason in clubs[panel.key]:
            if (start, end) not in paths:
                paths[start, end] = _paths(panel, start, end)
            years, found = paths[start, end]
            key = (*panel.key, convention, merging, region)
            for at, year in enumerate(years.tolist()):
                coefficient = None if found is None else float(found[place[region], at])
                yield (*key, year, coefficient, number, reason)


def _paths(panel: GroupPanel, start: int, end: int) -> tuple[ndarray, ndarray | None]:
    """Years and h (n, T) of the run the clubs were sought in; no h where there is no trend of logs."""
    run = (panel.years >= start) & (panel.years <= end)
    years, values = panel.years[run], panel.values[:, run]
    # metrics.club refuses these too and gives the reason
    if len(years) < 3 or not (values > 1).all():
        return years, None
    return years, relative_transition(hodrick_prescott_trend(log(values), CLUBS_LITERATURE))
