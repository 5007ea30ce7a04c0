"""Beta convergence for every start and end year."""

from collections.abc import Iterator
from itertools import combinations
from math import log
from typing import Any

from assets.python_models import Inputs
from assets.statistics.beta_windows import beta_of_all_windows
from assets.statistics.group_panels import LEAST_MEMBERS, PANEL_VALUES, GroupPanel, group_panels

DESCRIPTION = (
    "Beta convergence among the members of a group, of at least five, for every start and end year. One"
    " row per view, indicator, group, start year, end year."
)
GRAIN = ("view_id", "indicator_id", "group_id", "period_start", "period_end")
DEPS = ("core/panel_values",)
METHOD = (
    "annual log growth = a + beta ln start (Barro and Sala-i-Martin 1992), every member alike; errors"
    " HC1, p of t with n - 2 degrees of freedom; rate = -ln(1 + beta T) / T, half-life = ln 2 / rate,"
    " where they exist; a negative beta may be regression to the mean, so it describes and decides nothing"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "period_start",
    "period_end",
    "n_members",
    "beta",
    "standard_error",
    "p_value",
    "r_squared",
    "convergence_rate",
    "half_life",
    "has_break",
)


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """All windows of all panels whose values have logarithms."""
    for panel in group_panels(inputs.rows(PANEL_VALUES)):
        if len(panel.regions) >= LEAST_MEMBERS and panel.is_positive:
            yield from _windows(panel)


def _windows(panel: GroupPanel) -> Iterator[tuple[Any, ...]]:
    found = beta_of_all_windows(panel.values, panel.years)
    figures = [part.tolist() for part in (found.slope, found.error, found.p, found.r_squared)]
    years = panel.years.tolist()
    for start, end in combinations(range(len(years)), 2):
        beta, error, p, r_squared = (part[start][end] for part in figures)
        if beta != beta:
            continue
        remaining = 1 + beta * (years[end] - years[start])
        rate = -log(remaining) / (years[end] - years[start]) if remaining > 0 else None
        half_life = log(2) / rate if rate and rate > 0 else None
        yield (
            *panel.key,
            years[start],
            years[end],
            len(panel.regions),
            beta,
            error,
            p,
            r_squared,
            rate,
            half_life,
            panel.has_break(start, end),
        )
