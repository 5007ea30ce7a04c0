"""What part of national output does each of the four blocs produce, year by year?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.axes import Axes
from assets.charts.chart import Chart
from assets.charts.lines import break_marks
from assets.charts.reading import Texts, cell, names
from assets.charts.theme import BLOCS, LABEL, label_colour
from assets.charts.words import percent

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.group_share
where view_id = 'latest'
    and membership = 'dated'
    and indicator_id = 'gdp_nominal'
    and partition_id = 'nbs4'
    and share is not null
order by group_id, period
"""

# From the bottom of the stack upwards; the East stands on the axis, where it can be read best.
STACK = ("bloc_east", "bloc_central", "bloc_west", "bloc_northeast")

TEXTS = {
    "zh-Hans": Texts(
        title="东部产出占比：{first}年{east_first}，{last}年{east_last}；东北从{northeast_first}到{northeast_last}",
        subtitle="四大板块占31省份地区生产总值合计的比重（现价），{first}—{last}年",
        alt="堆积柱状图：四大板块占31省份地区生产总值合计的比重，{first}至{last}年。",
        description="{last}年东部占{east_last}，中部{central_last}，西部{west_last}，东北{northeast_last}；"
        "{first}年分别为{east_first}、{central_first}、{west_first}、{northeast_first}。"
        "虚线处数据口径变更，两侧不宜直接相减。",
    ),
    "zh-Hant": Texts(
        title="東部產出占比：{first}年{east_first}，{last}年{east_last}；東北從{northeast_first}到{northeast_last}",
        subtitle="四大板塊占31省份地區生產總值合計的比重（現價），{first}—{last}年",
        alt="堆積柱狀圖：四大板塊占31省份地區生產總值合計的比重，{first}至{last}年。",
        description="{last}年東部占{east_last}，中部{central_last}，西部{west_last}，東北{northeast_last}；"
        "{first}年分別為{east_first}、{central_first}、{west_first}、{northeast_first}。"
        "虛線處數據口徑變更，兩側不宜直接相減。",
    ),
    "en": Texts(
        title="Share of output: the East {east_first} in {first} and {east_last} in {last},"
        " the Northeast {northeast_first} and {northeast_last}",
        subtitle="Shares of the four blocs in the sum of the 31 provinces' gross regional product,"
        " current prices, {first}–{last}",
        alt="Stacked columns: shares of the four blocs in gross regional product, {first} to {last}.",
        description="In {last} the East produced {east_last}, the Central region {central_last}, the"
        " West {west_last} and the Northeast {northeast_last}; in {first} it was {east_first},"
        " {central_first}, {west_first} and {northeast_first}. The basis of the figures changes at"
        " the dashed rules, so values on both sides of one should not be subtracted.",
    ),
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """First and last year and each bloc's share in both."""
    first, last = frame["period"].min(), frame["period"].max()
    found = {"first": str(first), "last": str(last)}
    for bloc in STACK:
        short = bloc.removeprefix("bloc_")
        found[f"{short}_first"] = percent(cell(frame, "share", group_id=bloc, period=first), 1)
        found[f"{short}_last"] = percent(cell(frame, "share", group_id=bloc, period=last), 1)
    return found


def body(frame: "pl.DataFrame", language: str) -> Any:
    """One column a year: columns, unlike areas, say nothing about the moment a basis changes."""
    import altair as alt

    first, last = frame["period"].min(), frame["period"].max()
    axes = Axes(510, 330, (first - 0.5, last + 0.5), (0, 1), ".0%")
    scale = alt.Scale(domain=list(STACK), range=[BLOCS[bloc] for bloc in STACK])
    stacked = frame.select("period", "group_id", "share").to_dicts()
    for row in stacked:
        row["place"] = STACK.index(row["group_id"])
    columns = (
        alt.Chart(alt.InlineData(values=stacked))
        .mark_bar(size=0.82 * axes.width / (last - first + 1))
        .encode(
            x=axes.x(),
            y=axes.y("share").stack("zero"),
            color=alt.Color("group_id:N", scale=scale, legend=None),
            order="place:Q",
        )
    )
    marks = break_marks(frame, axes, language)
    return alt.layer(columns, *marks, _labels(frame, axes, language)).properties(
        width=axes.width, height=axes.height
    )


def _labels(frame: "pl.DataFrame", axes: Axes, language: str) -> Any:
    """Each bloc's name and last share, beside the middle of its part of the last column."""
    import altair as alt

    shown = names(frame, "group_id", "group_short_name", language)
    last, below, rows = frame["period"].max(), 0.0, []
    for bloc in STACK:
        share = cell(frame, "share", group_id=bloc, period=last)
        rows.append(
            {
                "period": last + 0.5,
                "at": below + share / 2,
                "label": f"{shown[bloc]} {percent(share, 1)}",
                "colour": label_colour(BLOCS[bloc]),
            }
        )
        below += share
    return (
        alt.Chart(alt.InlineData(values=rows))
        .mark_text(align="left", dx=6, fontSize=LABEL)
        .encode(
            x=axes.x(),
            y=axes.y("at"),
            text="label:N",
            color=alt.Color("colour:N", scale=None),
        )
    )


CHART = Chart(
    chart_id="bloc_gdp_share",
    mart="marts/group_share",
    query=QUERY,
    texts=TEXTS,
    facts=facts,
    body=body,
    table=("period", "group_short_name", "value", "unit", "share", "basis_text"),
)
