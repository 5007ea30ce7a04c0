"""Conditional growth regressions of the warehouse's panels, for every window and chosen set of controls."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, groupby
from typing import Any

from numpy import log, ndarray

from assets.statistics.conditional_beta import ConditionalConvergence, conditional_convergence
from assets.statistics.group_panels import GroupPanel, group_panels
from assets.statistics.refusal import NOT_EVERY_REGION, RefusedError
from assets.statistics.regression import Fit

CONDITIONING = """
    select conditioning_set_id, indicator_id, control_indicator_id, transformation
    from core.conditioning
    order by conditioning_set_id, indicator_id, line_number
"""
Panels = dict[tuple[str, str, str], GroupPanel]


@dataclass(frozen=True)
class ConditionalWindow:
    """One set of controls in one window: what was found, or why nothing was."""

    panel: GroupPanel
    set_id: str
    # control and transformation, in the order of the file
    controls: tuple[tuple[str, str], ...]
    start: int
    end: int
    found: ConditionalConvergence | None
    reason: str | None

    @property
    def key(self) -> tuple[Any, ...]:
        """View, indicator, group, set and the two years, as rows begin."""
        years = self.panel.years.tolist()
        return *self.panel.key, self.set_id, years[self.start], years[self.end]


def hc3_error(fit: Fit, place: int) -> float | None:
    """The small-sample error of a coefficient, None where one region alone decides one of them."""
    try:
        return float(fit.hc3_errors[place])
    except RefusedError:
        return None


def conditional_windows(
    chosen: Iterable[tuple[Any, ...]], lines: Iterable[tuple[Any, ...]]
) -> Iterator[ConditionalWindow]:
    """Every window of every panel that has a set, from rows of the queries; controls of the same view."""
    panels = {panel.key: panel for panel in group_panels(lines)}
    for (set_id, indicator), listed in groupby(chosen, key=lambda line: line[:2]):
        controls = tuple((control, transformation) for *_, control, transformation in listed)
        for panel in panels.values():
            if panel.indicator_id == indicator:
                for start, end in combinations(range(len(panel.years)), 2):
                    found, reason = _found(panel, start, end, controls, panels)
                    yield ConditionalWindow(panel, set_id, controls, start, end, found, reason)


def _found(
    panel: GroupPanel,
    start: int,
    end: int,
    controls: tuple[tuple[str, str], ...],
    panels: Panels,
) -> tuple[ConditionalConvergence | None, str | None]:
    try:
        columns = {
            control: _column(panels, panel, start, control, transformation)
            for control, transformation in controls
        }
        span = int(panel.years[end] - panel.years[start])
        found = conditional_convergence(panel.values[:, start], panel.values[:, end], span, columns)
    except RefusedError as refusal:
        return None, f"refused: {refusal}"
    return found, None


def _column(panels: Panels, panel: GroupPanel, start: int, control: str, transformation: str) -> ndarray:
    """A control in the first year of the window, region by region."""
    of_control = panels.get((panel.view_id, control, panel.group_id))
    if of_control is None:
        raise RefusedError(
            f"{control} is not in the view {panel.view_id} for the whole group in any year; choose another"
            " view, such as latest, or another set"
        )
    year, years = int(panel.years[start]), of_control.years.tolist()
    if of_control.regions != panel.regions or year not in years:
        raise RefusedError(
            f"{control} {NOT_EVERY_REGION} in {year} in the view {panel.view_id}; choose another start or set"
        )
    values: ndarray = of_control.values[:, years.index(year)]
    if transformation == "level":
        return values
    if not (values > 0).all():
        raise RefusedError(f"{control} is not above 0 everywhere in {year}, no logarithm; use its level")
    logarithms: ndarray = log(values)
    return logarithms
