"""The newest stretch of a gap that a trend may be taken of."""

from collections.abc import Iterator

from numpy import ndarray

from assets.python_models import Inputs
from assets.statistics.gap_series import GAPS, GapSeries, gap_series
from assets.statistics.parity_outlook import LEAST_WINDOW, WINDOW
from assets.statistics.runs_of_years import unbroken_runs

# groups whose own convergence is measured
GROUPS = "select distinct group_id from core.panel_values"


def gaps_of_panel_groups(inputs: Inputs) -> Iterator[GapSeries]:
    """The gaps of the blocs and major strategies, in order."""
    groups = {group for (group,) in inputs.rows(GROUPS)}
    return (series for series in gap_series(inputs.rows(GAPS)) if series.group_id in groups)


def recent_gap(series: GapSeries) -> tuple[ndarray, ndarray, int, bool] | None:
    """Years, gap, number of yearly changes in the trend, and whether the group stands above the nation.

    The last run of years without a break; a group above the nation has its gap turned round, so that 0 is
    parity and the last gap is 0 or above. None where the run has fewer than 8 changes.
    """
    run = unbroken_runs(series.years, series.breaks)[-1]
    years, gap = series.years[run], series.gap[run]
    window = min(WINDOW, len(years) - 1)
    if window < LEAST_WINDOW:
        return None
    is_above = bool(gap[-1] < 0)
    return years, -gap if is_above else gap, window, is_above
