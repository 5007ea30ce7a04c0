"""Do provinces with high output per head lie beside each other?"""

from collections.abc import Mapping
from math import atan, degrees
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import computed, counted, figure, last_year
from assets.charts.name_places import Box, name_marks, sides
from assets.charts.reading import column
from assets.charts.spatial_words import AXES, QUADRANTS
from assets.charts.theme import ACCENT, INK, LABEL, PALE, label_colour
from assets.charts.tooltips import AMOUNT, tips, unit_of
from assets.charts.words import JOINT
from assets.wording.figures import joined

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.spatial
where view_id = 'latest'
    and indicator_id = 'gdp_per_head'
    and period = (
        select max(period) from marts.spatial where view_id = 'latest' and indicator_id = 'gdp_per_head'
    )
order by standard_score desc
"""

LEVEL = 0.05
WIDTH, HEIGHT = 580, 400
TIPS = (
    ("name", "region_short_name", ""), ("period", "period", "d"), ("value", "value", AMOUNT),
    ("x", "standard_score", ".2f"), ("y", "neighbours_score", ".2f"), ("p", "local_p_value", ".3f"),
)  # fmt: skip
COLOURS = {"high_high": "#12436d", "low_low": "#21938a", "low_high": "#d98a0b", "high_low": ACCENT}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """The index with its test, the size of each quadrant and who stands out by a test of its own."""
    from assets.wording.messages import worded

    row = frame.row(0, named=True)
    signed = row["p_value"] < LEVEL
    alike = row["moran_index"] > row["expected_index"]
    joint = JOINT[language]
    marked = frame.filter(frame["local_p_value"] < LEVEL)
    quadrants = [
        worded("spatial", f"in_{key}", language, {"n": counted(frame.filter(quadrant=key))})
        for key in COLOURS
    ]
    first = frame.head(1)
    return {
        "finding": worded("spatial", ("alike" if alike else "unlike") if signed else "unsure", language),
        "index": figure(first, "moran_index", "ratio"),
        "p": figure(first, "p_value", "p_value"),
        "expected": figure(first, "expected_index", "ratio"),
        "year": last_year(frame),
        "counts": joined(quadrants, joint, language),
        "level": str(LEVEL),
        "local": counted(marked),
        "names": joint.join(marked[column("region_short_name", language)]),
        "n": counted(frame),
        "chance": computed(LEVEL * len(frame), "count", frame, "local_p_value", 1),
    }


def body(frame: "pl.DataFrame", language: str) -> Any:
    """Points in their quadrants, the line whose slope is the index, and the names that have room."""
    import altair as alt

    from assets.wording.messages import worded

    limits = [
        (frame[name].min() - 0.2, frame[name].max() + 0.25) for name in ("standard_score", "neighbours_score")
    ]
    scales = [alt.Scale(domain=list(ends), nice=False) for ends in limits]
    axes = [
        alt.Axis(title=title, tickCount=6, grid=False, format="~g", titlePadding=8)
        for title in AXES[language]
    ]
    x, y = alt.X("x:Q", scale=scales[0], axis=axes[0]), alt.Y("y:Q", scale=scales[1], axis=axes[1])
    index, middle = frame["moran_index"][0], frame["neighbours_score"].mean()
    # scores have mean 0, so the line of least squares passes the neighbours' mean there
    (left, right), ends = limits[0], [middle + index * end for end in limits[0]]
    line = {"x": left, "x2": right, "y": ends[0], "y2": ends[1]}
    label = {
        "x": right,
        "y": ends[1],
        "label": worded("spatial", "slope", language, facts(frame, language)).text,
    }
    # along the line, whose slope in pixels depends on both scales
    low, high = limits[1]
    tilt = -degrees(atan(index * (right - left) / (high - low) * HEIGHT / WIDTH)) % 360
    points = _points(frame, language, limits, ends)
    zero = alt.Chart(alt.InlineData(values=[{"x": 0, "y": 0}])).mark_rule(color=PALE, strokeDash=[3, 3])
    base = alt.Chart(alt.InlineData(values=points)).encode(x=x, y=y)
    return alt.layer(
        zero.encode(x=x), zero.encode(y=y),
        alt.Chart(alt.InlineData(values=[line])).mark_rule(color=INK, strokeWidth=1.2).encode(
            x=x, x2="x2:Q", y=y, y2="y2:Q"
        ),
        alt.Chart(alt.InlineData(values=[label])).mark_text(
            align="right", baseline="top", dy=5, angle=tilt, fontSize=LABEL, color=INK
        ).encode(x=x, y=y, text="label:N"),
        base.mark_point(size=60, filled=True, opacity=1, strokeWidth=1.6).encode(
            fill=alt.Fill("fill:N", scale=None), stroke=alt.Stroke("colour:N", scale=None),
            tooltip=tips(TIPS, language, unit_of(frame, language)),
        ),
        *name_marks(base),
        *_corners(language),
    ).properties(width=WIDTH, height=HEIGHT)  # fmt: skip


def _points(
    frame: "pl.DataFrame", language: str, limits: list[tuple[float, float]], ends: list[float]
) -> list[dict[str, Any]]:
    """A point a province; those that stand out by their own test, then the outermost, are named first."""
    points = [_point(row, language) for row in frame.iter_rows(named=True)]
    points.sort(key=lambda point: (not point["marked"], -(point["x"] ** 2 + point["y"] ** 2)))
    (left, right), (low, high) = limits

    def pixels(x: float, y: float) -> tuple[float, float]:
        return (x - left) / (right - left) * WIDTH, (high - y) / (high - low) * HEIGHT

    # the quadrants' names in the corners, and the line in steps of its own length
    taken: list[Box] = [(x, y, x + 110, y + 22) for x in (0, WIDTH - 110) for y in (0, HEIGHT - 22)]
    steps = [place / 99 for place in range(100)]
    line = [pixels(left + step * (right - left), ends[0] + step * (ends[1] - ends[0])) for step in steps]
    taken += [(x - 3, y - 2, x + 3, y + 2) for x, y in line]
    found = sides(
        [(*pixels(point["x"], point["y"]), point["name"]) for point in points], (WIDTH, HEIGHT), taken
    )
    return [point | {"side": side} for point, side in zip(points, found, strict=True)]


def _point(row: dict, language: str) -> dict[str, Any]:
    colour = COLOURS[row["quadrant"]]
    marked = row["local_p_value"] is not None and row["local_p_value"] < LEVEL
    return {
        "x": row["standard_score"], "y": row["neighbours_score"], "marked": marked,
        "name": row[column("region_short_name", language)], "period": row["period"], "value": row["value"],
        "p": row["local_p_value"],
        "colour": colour, "fill": colour if marked else "white",
    }  # fmt: skip


def _corners(language: str) -> list[Any]:
    """The quadrants' names in the corners of the plot, in their colours."""
    import altair as alt

    places = {
        "high_high": ("right", WIDTH, 8), "low_high": ("left", 4, 8),
        "low_low": ("left", 4, HEIGHT - 8), "high_low": ("right", WIDTH, HEIGHT - 8),
    }  # fmt: skip
    return [
        alt.Chart(alt.InlineData(values=[{"label": QUADRANTS[language][key]}]))
        .mark_text(align=align, baseline="middle", fontSize=LABEL, color=label_colour(COLOURS[key]))
        .encode(x=alt.value(x), y=alt.value(y), text="label:N")
        for key, (align, x, y) in places.items()
    ]


CHART = Chart(
    chart_id="spatial",
    mart="marts/spatial",
    query=QUERY,
    facts=facts,
    body=body,
    table=(
        "region_short_name", "period", "value", "unit", "standard_score", "neighbours_score",
        "quadrant", "local_p_value",
    ),
    codes={"quadrant": QUADRANTS},
)  # fmt: skip
