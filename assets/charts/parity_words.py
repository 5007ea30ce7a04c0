"""Verdicts of the chart of outlooks in three languages, and what one bloc's row says."""

from typing import TYPE_CHECKING, Any

from assets.charts.facts import figure
from assets.charts.reading import column
from assets.wording.figures import Wording

if TYPE_CHECKING:
    import polars as pl


NEVER = "never at the current trend"
VERDICTS = {
    "zh-Hans": {"closing at the current trend": "按当前趋势缩小", NEVER: "按当前趋势永不消失"},
    "zh-Hant": {"closing at the current trend": "按當前趨勢縮小", NEVER: "按當前趨勢永不消失"},
    "en": {"closing at the current trend": "closing at the current trend", NEVER: NEVER},
}
YEARS_TO_PARITY = {
    "years": "years_to_parity",
    "low": "years_to_parity_low",
    "high": "years_to_parity_high",
}


def outlook(part: "pl.DataFrame", language: str) -> Wording:
    """One bloc's years to parity, or that the trend never gets there."""
    return said(part, language, "closing", "never")


def said(part: "pl.DataFrame", language: str, closing: str, never: str) -> Wording:
    """The message for a gap that closes or the one for a gap that does not."""
    from assets.wording.messages import worded

    row = part.head(1)
    values: dict[str, Any] = {
        "name": row[column("group_short_name", language)][0],
        "share": figure(row, "never_share", "percent"),
    }
    for name, field in YEARS_TO_PARITY.items():
        values[name] = worded("parity_outlook", "no_end", language)
        if row[field][0] is not None:
            values[name] = worded("parity_outlook", "in_years", language, {"n": figure(row, field, "years")})
    message = never if row["verdict"][0] == NEVER else closing
    return worded("parity_outlook", message, language, values)
