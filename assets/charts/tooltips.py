"""What hovering tells: every field under its heading, numbers more exact than the picture writes them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from assets.charts.reading import column
from assets.charts.words import heading

if TYPE_CHECKING:
    import altair as alt
    import polars as pl

AMOUNT = ",.7~r"
"""Seven digits, thousands grouped: exact for every unit of the catalogue."""


def tips(fields: Iterable[tuple[str, str, str]], language: str, unit: str = "") -> list["alt.Tooltip"]:
    """Tooltip fields from (field of the data, mart column it comes from, number format or nothing).

    `unit` stands beside the heading of the value, so that it need not be in every row. Vega keeps one
    field of each title, hence no two columns may share a heading; ChartError when a column has none.
    """
    import altair as alt

    found = []
    for field, name, written in fields:
        title = heading(name, language)
        if unit and name == "value":
            title = f"{title} ({unit})" if language == "en" else f"{title}（{unit}）"
        kind = {"type": "quantitative", "format": written} if written else {"type": "nominal"}
        # altair takes five times as long to make one from a dictionary
        found.append(alt.Tooltip(field=field, title=title, **kind))
    return found


def unit_of(frame: "pl.DataFrame", language: str) -> str:
    """The unit of the frame's values where all have one, otherwise nothing."""
    name = column("unit", language)
    units = frame[name].unique().to_list() if name in frame.columns else []
    return units[0] or "" if len(units) == 1 else ""


def exact(number_format: str) -> str:
    """A finer format than that of an axis: .0% -> .1%, .2f -> .4f."""
    digits = int(number_format[1])
    return f".{digits + 1}%" if number_format.endswith("%") else f".{digits + 2}f"
