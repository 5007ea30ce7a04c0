"""The plot that layers share: pixels, years along the bottom, values up the side."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

LABEL_ROOM = 38
"""Pixels between the first year and the next one written."""


@dataclass(frozen=True)
class Axes:
    """The plot shared by all layers: size in pixels, domain of the values and how they are written."""

    width: int
    height: int
    years: tuple[float, float]
    values: tuple[float, float]
    number_format: str
    year_step: int = 5
    ticks: int = 6

    def x(self, field: str = "period") -> Any:
        """Years as numbers, so that a rule can stand between two of them."""
        import altair as alt

        margin = LABEL_ROOM * (self.years[1] - self.years[0]) / self.width
        axis = alt.Axis(
            format="d", values=year_ticks(*self.years, self.year_step, margin), title=None, labelFlush=True
        )
        return alt.X(f"{field}:Q", scale=alt.Scale(domain=list(self.years), nice=False), axis=axis)

    def y(self, field: str) -> Any:
        """Values on one fixed scale."""
        import altair as alt

        axis = alt.Axis(format=self.number_format, title=None, tickCount=self.ticks)
        return alt.Y(f"{field}:Q", scale=alt.Scale(domain=list(self.values), nice=False), axis=axis)


def rounded_domain(values: "pl.Series", step: float) -> tuple[float, float]:
    """The values' range, widened to whole steps."""
    return math.floor(values.min() / step) * step, math.ceil(values.max() / step) * step


def year_ticks(start: float, end: float, step: int, margin: float) -> list[int]:
    """Every `step`th year and both ends, without those nearer than `margin` years to an end."""
    first, last = math.ceil(start), math.floor(end)
    inner = [year for year in range(first, last + 1) if year % step == 0]
    return [first, *[year for year in inner if first + margin <= year <= last - margin], last]
