"""Gaps of groups to the nation over the years, from rows of `metrics.gap_to_nation` to arrays."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from numpy import array, ndarray

# one membership for all years, breaks counted over all years, indicators all units of the nation have
GAPS = """
    select view_id, indicator_id, group_id, period, log_gap, n_breaks
    from (
        select
            view_id, indicator_id, group_id, period, log_gap, membership,
            max(membership) over (partition by group_id) as only_membership,
            count(*) filter (has_break) over (
                partition by view_id, membership, indicator_id, group_id
                order by period
            ) as n_breaks,
        from metrics.gap_to_nation
        where (view_id, indicator_id) in (select (view_id, indicator_id) from core.panel_values)
    ) as gaps
    where membership = only_membership and log_gap is not null
    order by view_id, indicator_id, group_id, period
"""


@dataclass(frozen=True)
class GapSeries:
    """ln(nation / group) of one indicator over T years, gaps in the years possible.

    years (T,) ascending; gap (T,); breaks (T,) running count of breaks on either side
    """

    view_id: str
    indicator_id: str
    group_id: str
    years: ndarray
    gap: ndarray
    breaks: ndarray

    @property
    def key(self) -> tuple[str, str, str]:
        """View, indicator and group, as rows begin."""
        return self.view_id, self.indicator_id, self.group_id


def gap_series(lines: Iterable[tuple[Any, ...]]) -> Iterator[GapSeries]:
    """One series for each view, indicator and group of rows in the order of GAPS."""
    for (view, indicator, group), of_series in groupby(lines, key=lambda line: line[:3]):
        years, gap, breaks = zip(*(line[3:] for line in of_series), strict=True)
        yield GapSeries(view, indicator, group, array(years), array(gap), array(breaks))
