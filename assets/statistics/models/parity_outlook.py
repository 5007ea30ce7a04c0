"""How long the gap of a group to the nation would last at the recent trend."""

from collections.abc import Iterator
from math import isfinite
from typing import Any

from assets.python_models import Inputs
from assets.statistics.parity_outlook import outlook
from assets.statistics.recent_gap import gaps_of_panel_groups, recent_gap
from assets.statistics.refusal import RefusedError

DESCRIPTION = (
    "Years until the gap of a group to the nation would close if its recent yearly changes went on, with"
    " an interval and the share of resampled trends that never close it; an extrapolation, no forecast."
    " One row per view, indicator, group."
)
GRAIN = ("view_id", "indicator_id", "group_id")
DEPS = ("metrics/gap_to_nation", "core/panel_values")
METHOD = (
    "gap = ln(nation / group), turned round for a group above the nation; years = gap / -(mean yearly"
    " change of the last 12 years, 8 at least, without a break); never where the gap does not close;"
    " interval of 80% from 1999 resampled trends (circular blocks of 2 changes after an autoregression,"
    " Politis and Romano 1992), seed 1939"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "period",
    "is_above_nation",
    "log_gap",
    "n_changes",
    "yearly_change",
    "verdict",
    "years_to_parity",
    "years_to_parity_low",
    "years_to_parity_high",
    "never_share",
    "null_reason",
)


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """Every group with a gap, or the reason why its gap has no outlook."""
    for series in gaps_of_panel_groups(inputs):
        recent = recent_gap(series)
        if recent is None:
            last = int(series.years[-1])
            yield (*series.key, last, *[None] * 9, "fewer_than_8_changes_without_break")
            continue
        years, gap, window, is_above = recent
        try:
            found = outlook(years, gap, window)
        except RefusedError as refusal:
            yield (*series.key, int(years[-1]), *[None] * 9, f"refused: {refusal}")
            continue
        lengths = (found.years, found.years_low, found.years_high)
        yield (
            *series.key,
            found.last_year,
            is_above,
            found.gap,
            window,
            found.yearly_change,
            "closing at the current trend" if isfinite(found.years) else "never at the current trend",
            *(length if isfinite(length) else None for length in lengths),
            found.never_share,
            None,
        )
