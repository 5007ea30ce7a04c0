"""Whether the gap of a group to the nation changed course at an event that concerns it."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from numpy import ndarray, zeros_like

from assets.python_models import Inputs
from assets.statistics.gap_series import GAPS, GapSeries, gap_series
from assets.statistics.policy_break import PolicyBreak, judge_break
from assets.statistics.refusal import RefusedError
from assets.statistics.runs_of_years import unbroken_runs

DESCRIPTION = (
    "Change in level and slope of a group's gap to the nation at an event that concerns the group, with"
    " the course before, and the same statistic at every other date (rows that are not is_event). It may"
    " coincide with the event; it is not shown to come from it. One row per view, indicator, group, event,"
    " tested year."
)
GRAIN = ("view_id", "indicator_id", "group_id", "event_id", "period")
DEPS = ("metrics/gap_to_nation", "core/panel_values", "core/events")
METHOD = (
    "log gap = ln(nation / group); interrupted trend (Wagner et al. 2002) fitted to yearly changes with"
    " autoregressive errors (Prais and Winsten 1954): jump in the year itself and change of slope after, F"
    " of neither; an event from July on shows in the next year; 5 changes at least on either side and 7"
    " other dates to compare with, none across a break; coincides with a change: p < 0.03 and no larger"
    " statistic at a date more than a year away; placebo p = (1 + dates with as large a statistic) / (1 +"
    " dates); events that only define a group are left out"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "event_id",
    "period",
    "is_event",
    "verdict",
    "statistic",
    "period_start",
    "period_end",
    "p_value",
    "level_change",
    "level_error",
    "slope_change",
    "slope_error",
    "slope_before",
    "slope_before_p",
    "bend_before",
    "bend_before_p",
    "placebo_p",
    "n_placebos",
    "largest_period",
    "null_reason",
)
EVENTS = """
    select group_id, event_id, year(event_date) + case when month(event_date) >= 7 then 1 else 0 end
    from core.events
    where event_type <> 'definition'
    order by group_id, event_id
"""


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """Every event of every group with a gap: the event's own year, then the other dates."""
    events = defaultdict(list)
    for group, event, year in inputs.rows(EVENTS):
        events[group].append((event, year))
    for series in gap_series(inputs.rows(GAPS)):
        # several events of one year share one test
        found = {year: _judged(series, year) for _, year in events[series.group_id]}
        for event, year in events[series.group_id]:
            yield from _rows((*series.key, event), year, *found[year])


Judged = tuple[PolicyBreak | None, tuple[int | None, int | None], str | None]


def _judged(series: GapSeries, year: int) -> Judged:
    """The judgement on the run around the year without a break, or that a break is in the way; its years."""
    period: tuple[int | None, int | None] = (None, None)
    try:
        for run in _runs_around(series, year, series.breaks):
            period = (int(series.years[run][0]), int(series.years[run][-1]))
            found = judge_break(series.years[run], series.gap[run], year)
            if found.test is not None:
                return found, period, None
        for run in _runs_around(series, year, zeros_like(series.breaks)):
            years, gap = series.years[run], series.gap[run]
            if judge_break(years, gap, year).test is not None:
                changed = series.breaks[run][1:] != series.breaks[run][:-1]
                judged = judge_break(years, gap, year, tuple(years[1:][changed].tolist()))
                return judged, (int(years[0]), int(years[-1])), "break_around_event"
    except RefusedError as refusal:
        return None, period, f"refused: {refusal}"
    return None, period, "too_few_years_around_event"


def _runs_around(series: GapSeries, year: int, breaks: ndarray) -> list[slice]:
    """The run the year lies in, if there is one; its first year has no change yet."""
    runs = unbroken_runs(series.years, breaks)
    return [run for run in runs if series.years[run][0] < year <= series.years[run][-1]]


def _rows(
    key: tuple[str, ...],
    year: int,
    found: PolicyBreak | None,
    period: tuple[int | None, int | None],
    reason: str | None,
) -> Iterator[tuple[Any, ...]]:
    if found is None or found.test is None or found.pre_trend is None:
        word = found.word if found else "not testable (too few years)"
        yield (*key, year, True, word, None, *period, *[None] * 12, reason)
        return
    test, before = found.test, found.pre_trend
    yield (
        *key,
        year,
        True,
        found.word,
        test.statistic,
        *period,
        test.p,
        test.level,
        test.level_error,
        test.slope,
        test.slope_error,
        before.slope,
        before.slope_p,
        before.bend,
        before.bend_p,
        found.placebo_p,
        len(found.placebo_years),
        found.largest_at,
        None,
    )
    for placebo, statistic in zip(found.placebo_years.tolist(), found.placebo_statistics, strict=True):
        yield (*key, placebo, False, None, float(statistic), *period, *[None] * 13)
