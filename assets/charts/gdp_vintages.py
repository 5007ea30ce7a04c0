"""How much of a published gap comes from the edition of the figures rather than from the economy?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.axes import Axes, rounded_domain
from assets.charts.chart import Chart
from assets.charts.lines import lines, segmented
from assets.charts.reading import Texts, cell, names
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
DASH = [5, 4]
COLOURS = {
    "precensus": "#d98a0b",
    "first_print": "#a3215b",
    "census4": "#21938a",
    "census5": "#12436d",
}

TEXTS = {
    "zh-Hans": Texts(
        title="同一年同一差距，口径不同：{marked}年东部与中部人均产出之比为{low}至{high}",
        subtitle="东部人均地区生产总值为中部的倍数，按数据版本，{first}—{last}年",
        alt="折线图：东部与中部人均地区生产总值之比在四个数据版本中的数值，{first}至{last}年。",
        description="{marked}年，经济普查前的版本为{precensus}，初次公布值为{first_print}，2018年普查修订后为{census4}，"
        "2023年普查修订后为{census5}。折线断开处，人口数据改用新的普查口径。",
        note="初次公布值自2019年起由国家统一核算，与此前年份不可直接相比。",
    ),
    "zh-Hant": Texts(
        title="同一年同一差距，口徑不同：{marked}年東部與中部人均產出之比為{low}至{high}",
        subtitle="東部人均地區生產總值為中部的倍數，按資料版本，{first}—{last}年",
        alt="折線圖：東部與中部人均地區生產總值之比在四個資料版本中的數值，{first}至{last}年。",
        description="{marked}年，經濟普查前的版本為{precensus}，初次公布值為{first_print}，2018年普查修訂後為{census4}，"
        "2023年普查修訂後為{census5}。折線斷開處，人口資料改用新的普查口徑。",
        note="初次公布值自2019年起由國家統一核算，與此前年份不可直接相比。",
    ),
    "en": Texts(
        title="East over Central output per head in {marked}: {low} to {high}, by edition of the figures",
        subtitle="Gross regional product per head of the East as a multiple of the Central region's, by"
        " edition, {first}–{last}",
        alt="Line chart of the ratio of output per head, East over Central, in four editions of the"
        " figures, {first} to {last}.",
        description="For {marked} the edition before the census gives {precensus}, the first print"
        " {first_print}, the edition after the 2018 census {census4} and that after the 2023 census"
        " {census5}. Where a line is cut, population moves to the next census.",
        note="First prints from 2019 on are compiled by the national bureau and not comparable with"
        " earlier ones.",
    ),
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """The ratio of the marked year in each edition, and its range."""
    found = {view: cell(frame, "ratio", view_id=view, period=MARKED) for view in COLOURS}
    return {
        "first": str(frame["period"].min()),
        "last": str(frame["period"].max()),
        "marked": str(MARKED),
        "low": times(min(found.values())),
        "high": times(max(found.values())),
    } | {view: times(value) for view, value in found.items()}


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A line an edition, and a key at the right in the order of the marked year."""
    import altair as alt

    years = frame["period"].min(), frame["period"].max()
    axes = Axes(400, 340, years, rounded_domain(frame["ratio"], 0.1), ".1f")
    runs = segmented(frame, "view_id")
    points = frame.filter(period=MARKED).select("period", "view_id", "ratio")
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
        lines(runs.filter(~is_first), "view_id", "ratio", COLOURS, axes),
        lines(runs.filter(is_first), "view_id", "ratio", COLOURS, axes, dash=DASH),
        dots,
    ).properties(width=axes.width, height=axes.height)
    return arranged([plot, _key(frame, axes.height, language)], columns=2, spacing=(0, 14))


def _key(frame: "pl.DataFrame", height: int, language: str) -> Any:
    """The editions by their value in the marked year: a stroke, the name, the value."""
    import altair as alt

    shown = names(frame, "view_id", "view_name", language)
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
            "label": "\n".join([f"{MARKED}: {times(values[view])}", *wrapped(shown[view], SMALL, 155)]),
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
    texts=TEXTS,
    facts=facts,
    body=body,
    table=("view_name", "period", "value", "reference_value", "unit", "ratio", "basis_text"),
)
