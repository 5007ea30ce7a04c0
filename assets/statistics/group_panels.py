"""The panels convergence is measured in, from rows of `core.panel_values` to arrays."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from numpy import array, ndarray

PANEL_VALUES = """
    select view_id, indicator_id, group_id, period, region_id, value, weight, n_breaks
    from core.panel_values
    order by view_id, indicator_id, group_id, period, region_id
"""
NATIONAL_PANEL_VALUES = """
    select view_id, indicator_id, group_id, period, region_id, value, weight, n_breaks
    from core.panel_values
    where group_id in (select group_id from core.groups where group_kind = 'nation')
    order by view_id, indicator_id, group_id, period, region_id
"""
# an index over fewer members says less than the members themselves
LEAST_MEMBERS = 5


@dataclass(frozen=True)
class GroupPanel:
    """One indicator of the n members of a group over T years, complete.

    years    (T,) ascending, gaps possible; values (n, T) in the indicator's unit
    weights  (n, T) what the indicator is per, such as residents; None where a weight is missing
    breaks   (T,) running count of breaks of the members' series: equal in two years without one between
    """

    view_id: str
    indicator_id: str
    group_id: str
    regions: tuple[str, ...]
    years: ndarray
    values: ndarray
    weights: ndarray | None
    breaks: ndarray

    @property
    def key(self) -> tuple[str, str, str]:
        """View, indicator and group, as rows begin."""
        return self.view_id, self.indicator_id, self.group_id

    @property
    def is_positive(self) -> bool:
        """Whether every value has a logarithm."""
        return bool((self.values > 0).all())

    def has_break(self, start: int, end: int) -> bool:
        """Whether a break lies between the years at two positions."""
        return bool(self.breaks[start] != self.breaks[end])


def group_panels(lines: Iterable[tuple[Any, ...]]) -> Iterator[GroupPanel]:
    """One panel for each view, indicator and group of rows in the order of the queries above."""
    for (view, indicator, group), of_panel in groupby(lines, key=lambda line: line[:3]):
        cells = list(of_panel)
        years = sorted({cell[3] for cell in cells})
        shape = (len(years), -1)
        regions = tuple(cell[4] for cell in cells[: len(cells) // len(years)])
        known = all(cell[6] is not None for cell in cells)
        yield GroupPanel(
            view,
            indicator,
            group,
            regions=regions,
            years=array(years),
            values=array([cell[5] for cell in cells]).reshape(shape).T,
            weights=array([cell[6] for cell in cells]).reshape(shape).T if known else None,
            breaks=array([cell[7] for cell in cells]).reshape(shape).sum(axis=1),
        )
