"""How much of a published gap comes from the edition of the figures rather than from the economy?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.axes import Axes, rounded_domain
from assets.charts.chart import Chart
from assets.charts.facts import figure, first_year, last_year
from assets.charts.lines import lines, segmented
from assets.charts.reading import cell, names
from assets.charts.theme import RULE, SMALL, label_colour, wrapped
from assets.charts.words import times

if TYPE_CHECKING:
    import polars as pl

# `latest` is left out: since 2006 it is the census5 line.
QUERY = """
select *
from marts.group_gap
where membership = 'dated'
    and indicator_id = 'gdp_per_head'
    and group_id = 'bloc_east'
    and reference_id = 'bloc_central'
    and view_id in ('first_print', 'precensus', 'census4', 'census5')
    and period >= 2005
    and ratio is not null
order by view_id, period
"""

# The year the State Council's report compared, in which all four editions exist.
MARKED = 2012
# The bureau compiles the provinces' first prints itself from here on; the mart knows no break for it.
COMPILED_CENTRALLY = 2019
MARKED_VALUE = {"zh-Hans": "{}年：{}", "zh-Hant": "{}年：{}", "en": "{}: {}"}
DASH = [5, 4]
COLOURS = {
    "precensus": "#d98a0b",
    "first_print": "#a3215b",
    "census4": "#21938a",
    "census5": "#12436d",
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """The ratio of the marked year in each edition, and its range."""
    found = {view: figure(frame, "ratio", "ratio", view_id=view, period=MARKED) for view in COLOURS}
    ordered = sorted(found.values(), key=lambda each: each.value)
    return {
        "first": first_year(frame),
        "last": last_year(frame),
        "marked": last_year(frame.filter(period=MARKED)),
        "low": ordered[0],
        "high": ordered[-1],
    } | found


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A line an edition, and a key at the right in the order of the marked year."""
    import altair as alt
    import polars as pl

    years = frame["period"].min(), frame["period"].max()
    axes = Axes(400, 340, years, rounded_domain(frame["ratio"], 0.1), ".1f")
    is_recompiled = (pl.col("view_id") == "first_print") & (pl.col("period") == COMPILED_CENTRALLY)
    runs = segmented(frame.with_columns(has_break=pl.col("has_break") | is_recompiled), "view_id")
    # a run of one year has no line, so it is a dot
    is_lone = pl.len().over("view_id", "segment") == 1
    points = runs.filter((pl.col("period") == MARKED) | is_lone).select("period", "view_id", "ratio")
    scale = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    dots = (
        alt.Chart(points)
        .mark_point(size=45, filled=True, opacity=1)
        .encode(x=axes.x(), y=axes.y("ratio"), color=alt.Color("view_id:N", scale=scale, legend=None))
    )
    rule = alt.Chart(alt.InlineData(values=[{"period": MARKED, "label": str(MARKED)}]))
    # The first print runs on top of another edition for years; dashes let both be seen.
    is_first = runs["view_id"] == "first_print"
    plot = alt.layer(
        rule.mark_rule(color=RULE, strokeWidth=0.8).encode(x=axes.x()),
        rule.mark_text(dy=-8, fontSize=SMALL, color=RULE).encode(x=axes.x(), y=alt.value(0), text="label:N"),
        lines(runs.filter(~is_first), "view_id", "ratio", COLOURS, axes, language),
        lines(runs.filter(is_first), "view_id", "ratio", COLOURS, axes, language, dash=DASH),
        dots,
    ).properties(width=axes.width, height=axes.height)
    return arranged([plot, _key(frame, axes.height, language)], columns=2, spacing=(0, 14))


def _key(frame: "pl.DataFrame", height: int, language: str) -> Any:
    """The editions by their value in the marked year: a stroke, the name, the value."""
    import altair as alt

    shown = names(frame, "view_id", "view_name", language)
    marked = MARKED_VALUE[language]
    values = {view: cell(frame, "ratio", view_id=view, period=MARKED) for view in COLOURS}
    rows = [
        {
            "from": 0,
            "to": 20,
            "at": 34 + place * 72,
            "view_id": view,
            "name_at": 28,
            "dash": view == "first_print",
            "text_colour": label_colour(COLOURS[view]),
            "label": "\n".join(
                [marked.format(MARKED, times(values[view])), *wrapped(shown[view], SMALL, 155)]
            ),
        }
        for place, view in enumerate(sorted(COLOURS, key=lambda view: -values[view]))
    ]
    scale = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    x, y = alt.Scale(domain=[0, 185]), alt.Scale(domain=[height, 0])
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=alt.Y("at:Q", scale=y, axis=None))
    colour = alt.Color("view_id:N", scale=scale, legend=None)
    strokes = [
        base.transform_filter(f"datum.dash == {flag}")
        .mark_rule(strokeWidth=2.4, strokeDash=dash)
        .encode(x=alt.X("from:Q", scale=x, axis=None), x2="to:Q", color=colour)
        for flag, dash in (("false", [1, 0]), ("true", DASH))
    ]
    text = base.mark_text(
        align="left", baseline="line-top", dy=-7, fontSize=SMALL, lineBreak="\n", lineHeight=14
    ).encode(
        x=alt.X("name_at:Q", scale=x, axis=None),
        text="label:N",
        color=alt.Color("text_colour:N", scale=None),
    )
    return alt.layer(alt.layer(*strokes), text).properties(width=185, height=height)


CHART = Chart(
    chart_id="gdp_vintages",
    mart="marts/group_gap",
    query=QUERY,
    facts=facts,
    body=body,
    table=("view_name", "period", "value", "reference_value", "unit", "ratio", "basis_text"),
)
