"""Moves of the units of the nation between classes, from one year to the next."""

from collections.abc import Iterator
from typing import Any

from numpy import argwhere, ndarray

from assets.python_models import Inputs
from assets.statistics.class_schemes import CLASS_SCHEMES, classes_of_runs
from assets.statistics.distribution import bootstrap_interval, transitions
from assets.statistics.group_panels import NATIONAL_PANEL_VALUES, GroupPanel, group_panels
from assets.statistics.mobility import first_passage_time
from assets.statistics.refusal import RefusedError
from assets.statistics.runs_of_years import unbroken_runs

DESCRIPTION = (
    "How often units of the nation moved from one class to another within a year: by cut-offs relative to"
    " the mean of the units, by quartiles and by quintiles of each year. One row per view, indicator,"
    " group, class scheme, class before, class after."
)
GRAIN = ("view_id", "indicator_id", "group_id", "class_scheme", "from_class", "to_class")
DEPS = ("core/panel_values", "core/groups")
METHOD = (
    "counts n_ij of moves between consecutive years, pooled from period_start to period_end, none across"
    " a break; probability n_ij / n_i (Quah 1993, 1996); interval of 95% by drawing whole units 499 times,"
    " seed 1; cut-offs 0.75, 0.9, 1.1, 1.25 of the unweighted mean, class 1 the lowest, closed above; mean"
    " first passage in years after Kemeny and Snell 1960 where every class reaches every other; quantiles"
    " of each year say who passed whom, not whether gaps close"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "class_scheme",
    "from_class",
    "to_class",
    "period_start",
    "period_end",
    "n_moves",
    "probability",
    "probability_low",
    "probability_high",
    "first_passage_years",
)
DRAWS, SEED = 499, 1


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """One matrix for each series and scheme that has one; ties that leave a class empty have none."""
    for panel in group_panels(inputs.rows(NATIONAL_PANEL_VALUES)):
        for scheme, (number, _) in CLASS_SCHEMES.items():
            try:
                classes = classes_of_runs(scheme, panel.values, panel.years, panel.breaks)
                yield from _matrix((*panel.key, scheme), classes, number, years_counted(panel))
            except RefusedError:
                # metrics/mobility_index says which, and why
                continue


def years_counted(panel: GroupPanel) -> tuple[int, int]:
    """First and last year of the moves: a year alone between breaks or gaps has none to count.

    Refused where no two consecutive years are of one kind.
    """
    runs = [run for run in unbroken_runs(panel.years, panel.breaks) if run.stop - run.start > 1]
    if not runs:
        raise RefusedError("no two consecutive years without a break between them; no move to count")
    return int(panel.years[runs[0]][0]), int(panel.years[runs[-1]][-1])


def _matrix(
    key: tuple[str, ...], classes: ndarray, number: int, years: tuple[int, int]
) -> Iterator[tuple[Any, ...]]:
    found = transitions(classes, number)
    lower, upper = bootstrap_interval(classes, number, DRAWS, SEED)
    passage = _passage(found.probabilities)
    figures = [part.tolist() for part in (found.probabilities, lower, upper)]
    for before, after in argwhere(found.counts >= 0).tolist():
        # a class nobody was in has no probabilities: unknown, not zero
        cells = (part[before][after] for part in figures)
        yield (
            *key,
            before + 1,
            after + 1,
            *years,
            int(found.counts[before, after]),
            *(None if cell != cell else cell for cell in cells),
            None if passage is None else float(passage[before, after]),
        )


def _passage(probabilities: ndarray) -> ndarray | None:
    try:
        return first_passage_time(probabilities)
    except RefusedError:
        return None
