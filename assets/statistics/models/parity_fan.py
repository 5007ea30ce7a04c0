"""Where the gap of a group to the nation may go, and how such fans did in the past."""

from collections.abc import Iterator
from typing import Any

from numpy import ndarray

from assets.python_models import Inputs
from assets.statistics.parity_outlook import LEAST_WINDOW, WINDOW, BackTest, back_test, fan
from assets.statistics.recent_gap import gaps_of_panel_groups, recent_gap
from assets.statistics.refusal import RefusedError

DESCRIPTION = (
    "Fan of the log gap of a group to the nation for the 15 years ahead, and of fans issued from 2012 and"
    " 2017 beside what came since. One row per view, indicator, group, year of issue, year."
)
GRAIN = ("view_id", "indicator_id", "group_id", "origin_period", "period")
DEPS = ("metrics/gap_to_nation", "core/panel_values")
METHOD = (
    "quantiles of 1999 paths: the trend of the last 12 years (8 at least) drawn anew, and yearly changes"
    " in circular blocks of 2 after an autoregression (Politis and Romano 1992), seed 1939; past fans from"
    " figures as revised since; 80% of what came should lie between the outer quantiles"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "origin_period",
    "period",
    "gap_low",
    "gap_lower_quartile",
    "gap_median",
    "gap_upper_quartile",
    "gap_high",
    "observed_gap",
)
HORIZON = 15
ORIGINS = (2012, 2017)


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """The fan of every series metrics/parity_outlook has an outlook for, then its past fans."""
    for series in gaps_of_panel_groups(inputs):
        recent = recent_gap(series)
        if recent is None:
            continue
        years, gap, window, _ = recent
        try:
            ahead = fan(years, gap, HORIZON, window)
            past = _past_fans(years, gap)
        except RefusedError:
            continue
        for year, quantiles in zip(ahead.years.tolist(), ahead.quantiles.T.tolist(), strict=True):
            yield (*series.key, int(years[-1]), year, *quantiles, None)
        for issued in past:
            figures = zip(issued.years, issued.low, issued.high, issued.observed, strict=True)
            for year, low, high, observed in figures:
                key = (*series.key, issued.origin, int(year))
                yield (*key, float(low), None, None, None, float(high), float(observed))


def _past_fans(years: ndarray, gap: ndarray) -> list[BackTest]:
    """Fans from each origin that has 8 yearly changes before it, of up to 12."""
    windows = {origin: min(WINDOW, origin - int(years[0])) for origin in ORIGINS}
    return [
        issued
        for origin, window in windows.items()
        if window >= LEAST_WINDOW
        for issued in back_test(years, gap, (origin,), window)
    ]
