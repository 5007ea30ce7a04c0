"""What a verdict on the nation becomes when one of its members is left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from numpy import arange, log, ndarray

from assets.python_models import Inputs
from assets.statistics.group_panels import NATIONAL_PANEL_VALUES, GroupPanel, group_panels
from assets.statistics.leave_one_out import MOST_REGIONS
from assets.statistics.models.convergence_test import (
    BASE_YEARS,
    UNTESTABLE_VALUES,
    shared_weight,
    windows_of,
)
from assets.statistics.refusal import RefusedError
from assets.statistics.verdict import LEAST_REGIONS, judge

DESCRIPTION = (
    "The test of a verdict on the nation made again without each of its members in turn, for windows in"
    " which the whole was tested. One row per view, indicator, group, membership, window, weighting, member"
    " left out."
)
GRAIN = (
    "view_id",
    "indicator_id",
    "group_id",
    "membership",
    "window_id",
    "weighting",
    "left_out_region_id",
)
DEPS = ("core/panel_values", "core/events", "core/groups")
METHOD = (
    "test, interval, seed and weights of metrics/convergence_test on the members that stay (jackknife"
    " samples); not the range of estimates alone but the verdict; p is not adjusted: the samples share"
    " nearly all their members, so that they show what one member decides and are no tests of their own;"
    " the first draws decide, 1,999 and 999, so that a word close to a limit can change with the seed; none"
    " above 500 members"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "membership",
    "window_id",
    "weighting",
    "left_out_region_id",
    "period_start",
    "period_end",
    "n_members",
    "verdict",
    "statistic",
    "p_value",
    "log_change",
    "log_change_low",
    "log_change_high",
    "sigma_start",
    "sigma_end",
    "null_reason",
)
MEMBERSHIPS = "select distinct group_id, membership from core.panel_values"


@dataclass(frozen=True)
class Sample:
    """Logs of n regions in two years, (n,) each, how far apart those are, and the regions' weights (n,)."""

    start: ndarray
    end: ndarray
    years: int
    weight: ndarray | None

    def without(self, place: int) -> "Sample":
        """The others."""
        kept = arange(len(self.start)) != place
        weight = None if self.weight is None else self.weight[kept]
        return Sample(self.start[kept], self.end[kept], self.years, weight)


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """Every member left out of every window of the nation, unweighted and, where it has weights, weighted."""
    base_year = inputs.rows(BASE_YEARS)[0][0]
    membership_of = dict(inputs.rows(MEMBERSHIPS))
    for panel in group_panels(inputs.rows(NATIONAL_PANEL_VALUES)):
        if not LEAST_REGIONS <= len(panel.regions) <= MOST_REGIONS:
            continue
        for name, (start, end) in windows_of(panel, base_year).items():
            values = panel.values[:, [start, end]]
            if panel.has_break(start, end) or not (values > 0).all():
                continue
            for weighting in ("unweighted",) if panel.weights is None else ("unweighted", "weighted"):
                key = (*panel.key, membership_of[panel.group_id], name, weighting)
                yield from _without_each(panel, key, start, end)


def _without_each(panel: GroupPanel, key: tuple[str, ...], start: int, end: int) -> Iterator[tuple[Any, ...]]:
    years = (int(panel.years[start]), int(panel.years[end]))
    logs = log(panel.values[:, start]), log(panel.values[:, end])
    weight = shared_weight(panel, start, end) if key[-1] == "weighted" else None
    every = Sample(*logs, years[1] - years[0], weight)
    if _figures(every)[0] == UNTESTABLE_VALUES:
        return
    for place, region in enumerate(panel.regions):
        kept = every.without(place)
        yield (*key, region, *years, len(kept.start), *_figures(kept))


def _figures(sample: Sample) -> tuple[Any, ...]:
    try:
        found = judge(sample.start, sample.end, sample.years, sample.weight, most_settled=0)
    except RefusedError as refusal:
        return (UNTESTABLE_VALUES, *[None] * 7, f"refused: {refusal}")
    evidence = found.evidence
    if evidence is None:
        return (found.word, *[None] * 8)
    change = evidence.change
    return (
        found.word,
        evidence.statistic,
        evidence.p,
        change.estimate,
        change.low,
        change.high,
        evidence.start,
        evidence.end,
        None,
    )
