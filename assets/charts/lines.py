"""Parts of line charts over years: lines cut at breaks, labels at line ends, reference and policy rules."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from assets.charts.axes import Axes
from assets.charts.reading import column
from assets.charts.theme import GREY, LABEL, PALE, RULE, SMALL, label_colour
from assets.charts.tooltips import AMOUNT, exact, tips, unit_of
from assets.charts.words import BREAK

if TYPE_CHECKING:
    import polars as pl

# Columns that say whose line it is, where a frame has them, by the column that tells lines apart.
NAMES = {"group_id": "group_short_name", "region_id": "region_short_name",
         "indicator_id": "indicator_name", "view_id": "view_name"}  # fmt: skip


def segmented(frame: "pl.DataFrame", key: str) -> "pl.DataFrame":
    """Numbers the runs of one basis: a line is drawn within a run, never across a break."""
    import polars as pl

    ordered = frame.sort(key, "period")
    return ordered.with_columns(segment=pl.col("has_break").cast(pl.Int32).cum_sum().over(key))


def lines(
    frame: "pl.DataFrame",
    key: str,
    value: str,
    colours: Mapping[Any, str],
    axes: Axes,
    language: str,
    tooltip: Sequence[str] = (),
    width: float = 2.4,
    dash: Sequence[int] = (1, 0),
    whose: str = "",
) -> Any:
    """One line per key and run; hovering tells whose, the year, the number drawn and what it comes from.

    `whose` is the column whose heading the key itself is told under, where the frame has no names for it.
    """
    import altair as alt

    fields = [(key, whose, "")] if whose else _names(frame, key, language)
    fields += [("period", "period", "d"), (value, value, exact(axes.number_format))]
    if value != "value":
        fields.append(("value", "value", AMOUNT))
    fields += [(name, name, "d") for name in ("n_present", *tooltip)]
    fields = [field for field in fields if field[0] in frame.columns]
    shown = [key, *(["segment"] if "segment" in frame.columns else []), *[field for field, *_ in fields]]
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    return (
        alt.Chart(frame.select(*dict.fromkeys(shown)))
        .mark_line(strokeWidth=width, strokeCap="round", strokeJoin="round", strokeDash=list(dash))
        .encode(
            x=axes.x(),
            y=axes.y(value),
            color=alt.Color(f"{key}:N", scale=scale, legend=None),
            detail=["segment:N"] if "segment" in frame.columns else alt.Undefined,
            tooltip=tips(fields, language, unit_of(frame, language) if value != "value" else ""),
        )
    )


def _names(frame: "pl.DataFrame", key: str, language: str) -> list[tuple[str, str, str]]:
    """The name of what the key tells apart, and every other name that differs between rows."""
    found = [(column(name, language), name, "") for name in NAMES.values()]
    return [
        (field, name, "")
        for field, name, _ in found
        if field in frame.columns and (name == NAMES.get(key) or frame[field].n_unique() > 1)
    ]


def spread(positions: Sequence[float], gap: float) -> list[float]:
    """Positions pushed apart until neighbours are `gap` away, moving each group as little as possible."""
    order = sorted(range(len(positions)), key=lambda index: positions[index])
    blocks: list[tuple[float, list[int]]] = []
    for index in order:
        centre, members = positions[index], [index]
        while blocks and centre - blocks[-1][0] < gap * (len(members) + len(blocks[-1][1])) / 2:
            before, others = blocks.pop()
            size = len(others) + len(members)
            centre = (before * len(others) + centre * len(members)) / size
            members = others + members
        blocks.append((centre, members))
    placed = [0.0] * len(positions)
    for centre, members in blocks:
        for place, index in enumerate(members):
            placed[index] = centre + gap * (place - (len(members) - 1) / 2)
    return placed


def end_labels(
    frame: "pl.DataFrame",
    key: str,
    value: str,
    labels: Mapping[Any, str],
    colours: Mapping[Any, str],
    axes: Axes,
    size: float = LABEL,
    line_gap: float = 15,
) -> list[Any]:
    """The name and last value of each line, at its end, pushed apart where lines end close together."""
    import altair as alt

    last = frame.sort("period").group_by(key, maintain_order=True).last()
    rows = [row for row in last.iter_rows(named=True) if row[key] in labels]
    unit = (axes.values[1] - axes.values[0]) / axes.height
    heights = spread([row[value] for row in rows], gap=line_gap * unit)
    points = [
        {
            "period": row["period"],
            "at": row[value],
            "label_at": height,
            "label": labels[row[key]],
            "colour": colours[row[key]],
            "text_colour": label_colour(colours[row[key]]),
        }
        for row, height in zip(rows, heights, strict=True)
    ]
    base = alt.Chart(alt.InlineData(values=points)).encode(x=axes.x())
    dots = base.mark_point(size=26, filled=True, opacity=1).encode(
        y=axes.y("at"), color=alt.Color("colour:N", scale=None)
    )
    text = base.mark_text(
        align="left", baseline="middle", dx=9, fontSize=size, lineBreak="\n", lineHeight=size + 2.5
    ).encode(y=axes.y("label_at"), text="label:N", color=alt.Color("text_colour:N", scale=None))
    return [dots, text]


def last_labels(
    frame: "pl.DataFrame",
    key: str,
    value: str,
    shown: Mapping[Any, str],
    write: Callable[[float], str],
) -> dict[Any, str]:
    """What stands at each line's end: its name and its last value."""
    last = frame.sort("period").group_by(key, maintain_order=True).last()
    return {
        row[key]: f"{shown[row[key]]} {write(row[value])}".replace("\n ", "\n")
        for row in last.iter_rows(named=True)
    }


def reference_line(value: float, label: str, axes: Axes, place: str = "start") -> list[Any]:
    """A horizontal rule with its meaning written on it: the nation, the rest, no difference."""
    import altair as alt

    first, last = axes.years
    start = place == "start"
    ends = [{"period": first, "until": last, "at": value, "label": label}]
    base = alt.Chart(alt.InlineData(values=ends))
    rule = base.mark_rule(color=RULE, strokeWidth=1).encode(x=axes.x(), x2="until:Q", y=axes.y("at"))
    text = base.mark_text(
        align="left" if start else "right",
        baseline="bottom",
        dy=-4,
        fontSize=SMALL + 0.5,
        color=GREY,
    ).encode(x=axes.x("period" if start else "until"), y=axes.y("at"), text="label:N")
    return [rule, text]


def year_rules(
    marks: Sequence[Mapping[str, object]], axes: Axes, colour: str = PALE, dy: float = -14
) -> list[Any]:
    """Dashed vertical rules, `at` a year (or between two), each with a `label` at the top."""
    import altair as alt

    base = alt.Chart(alt.InlineData(values=[dict(mark) for mark in marks])).encode(x=axes.x("at"))
    rule = base.mark_rule(color=colour, strokeWidth=1, strokeDash=[3, 3])
    text = base.mark_text(align="left", baseline="top", dx=4, dy=dy, fontSize=SMALL, color=GREY).encode(
        y=alt.value(0), text="label:N"
    )
    return [rule, text]


def break_marks(frame: "pl.DataFrame", axes: Axes, language: str, dy: float = -14) -> list[Any]:
    """Rules where the basis of the figures changes; none when the frame has no break."""
    # a break in the first year shown lies outside the picture
    years = sorted(frame.filter(has_break=True)["period"].unique())
    years = [year for year in years if year > frame["period"].min()]
    marks = [{"at": year - 0.5, "label": BREAK[language]} for year in years]
    return year_rules(marks, axes, dy=dy) if marks else []
