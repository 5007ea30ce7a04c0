"""Row and column heads of a table drawn as a chart, in two lines where a name is long."""

from collections.abc import Mapping
from typing import Any

from assets.charts.theme import INK, SMALL, text_width


def heads(
    field: str, labels: Mapping[str, str], place: Any, other: dict, align: str, rise: float
) -> list[Any]:
    """Row or column heads. Text of two lines grows downwards, so it starts `rise` pixels higher."""
    import altair as alt

    rows: list[dict[str, Any]] = [
        {field: key, "label": text, "lines": text.count("\n")} for key, text in labels.items()
    ]
    base = alt.Chart(alt.InlineData(values=rows))
    axis = "x" if "y" in other else "y"
    return [
        base.transform_filter(f"datum.lines == {lines}")
        .mark_text(
            align=align,
            dy=-rise * lines,
            fontSize=SMALL,
            lineBreak="\n",
            lineHeight=12.5,
            color=INK,
        )
        .encode(**{axis: place}, **other, text="label:N")
        for lines in sorted({row["lines"] for row in rows})
    ]


def folded(name: str, width: float) -> str:
    """A group's name in two lines where it is wider than its column."""
    if text_width(name, SMALL) < width:
        return name
    for mark in (" ", "-"):
        if mark in name:
            first, rest = name.split(mark, 1)
            return f"{first}{mark.strip()}\n{rest}"
    half = len(name) // 2
    return name if name.isascii() else f"{name[:half]}\n{name[half:]}"
