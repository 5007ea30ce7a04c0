"""Convergence clubs among the units of the nation."""

from collections.abc import Iterator
from typing import Any

from numpy import log

from assets.python_models import Inputs
from assets.statistics.clubs import Clubs, find_clubs
from assets.statistics.group_panels import NATIONAL_PANEL_VALUES, GroupPanel, group_panels
from assets.statistics.hodrick_prescott import CLUBS_LITERATURE, hodrick_prescott_trend
from assets.statistics.merging import merge_clubs
from assets.statistics.refusal import RefusedError
from assets.statistics.runs_of_years import longest_run, unbroken_runs

DESCRIPTION = (
    "Convergence clubs of the units of the nation over the longest run of years without a break, in the"
    " conventions of the two programs in use, before and after merging. One row per view, indicator,"
    " group, convention, merging, region."
)
GRAIN = ("view_id", "indicator_id", "group_id", "convention", "merging", "region_id")
DEPS = ("core/panel_values", "core/groups")
METHOD = (
    "log t test and clustering (Phillips and Sul 2007, 2009) of logs smoothed by Hodrick-Prescott, lambda"
    " 400; convention R: r = 1/3, core by |t|; Stata: r = 0.3, core by t, c* rising; merged after Phillips"
    " and Sul 2009 or von Lyncker and Thoennessen 2017; at least 15 years; depends on the unit, so values"
    " of 1 or less are refused; club 0 belongs to none, a club with t <= -1.65 fails its own test"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "convention",
    "merging",
    "region_id",
    "period_start",
    "period_end",
    "club_number",
    "n_clubs",
    "n_members",
    "log_t_slope",
    "standard_error",
    "t_statistic",
    "null_reason",
)


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """The club of every unit; where there is no clustering, a row for each way of it that says why."""
    for panel in group_panels(inputs.rows(NATIONAL_PANEL_VALUES)):
        run = longest_run(unbroken_runs(panel.years, panel.breaks))
        period = (int(panel.years[run][0]), int(panel.years[run][-1]))
        try:
            clusterings = _clusterings(panel, run)
        except RefusedError as refusal:
            reason = f"refused: {refusal}"
            for region in panel.regions:
                yield (*panel.key, "R", "none", region, *period, *[None] * 6, reason)
            continue
        for (convention, merging), found in clusterings.items():
            for row, region in enumerate(panel.regions):
                yield (*panel.key, convention, merging, region, *period, *_club_of(found, row), None)


def _clusterings(panel: GroupPanel, run: slice) -> dict[tuple[str, str], Clubs]:
    values = panel.values[:, run]
    if not (values > 1).all():
        raise RefusedError("a value is 1 or less, its log not positive; choose another unit, or use gaps")
    if values.shape[1] < 3:
        raise RefusedError(f"{values.shape[1]} years without a break; use gaps")
    trend = hodrick_prescott_trend(log(values), CLUBS_LITERATURE)
    found = find_clubs(trend, "R")
    return {
        ("R", "none"): found,
        ("R", "phillips_sul"): merge_clubs(found, trend, "Phillips-Sul"),
        ("R", "von_lyncker_thoennessen"): merge_clubs(found, trend, "von Lyncker-Thoennessen"),
        ("Stata", "none"): find_clubs(trend, "Stata"),
    }


def _club_of(found: Clubs, row: int) -> tuple[Any, ...]:
    number = found.number_of(row)
    if number == 0:
        return 0, len(found.clubs), len(found.divergent), None, None, None
    club = found.clubs[number - 1]
    return number, len(found.clubs), len(club.members), club.test.b, club.test.se, club.test.t
