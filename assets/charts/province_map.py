"""How does output per head in each province compare with the nation, on the map?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.chart import Chart
from assets.charts.outlines import feature_data, label_points
from assets.charts.reading import Texts, column
from assets.charts.theme import DIVERGING, GREY, INK, LABEL, NO_DATA, SMALL
from assets.charts.words import NO_VALUE, percent

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.province_gap
where view_id = 'census5'
    and indicator_id = 'gdp_per_head'
    and ratio is not null
    and period = (
        select max(period) from marts.province_gap
        where view_id = 'census5' and indicator_id = 'gdp_per_head'
    )
order by ratio desc
"""

# Symmetric in proportion round the nation: 0.9 and 1/0.9, 0.75 and 1/0.75, 0.6 and 1/0.6.
STEPS = (0.6, 0.75, 0.9, 1 / 0.9, 1 / 0.75, 1 / 0.6)
N_NAMED = 4

TEXTS = {
    "zh-Hans": Texts(
        title="{highest}人均产出是全国的{highest_ratio}，{lowest}为{lowest_ratio}（{year}年）",
        subtitle="各省份人均地区生产总值相当于全国（31省份合计）的百分比，{year}年",
        alt="分级设色图：{year}年各省份人均地区生产总值与全国之比，以全国为100%。",
        description="{year}年{above}个省份高于全国，{below}个低于全国。最高：{top}。最低：{bottom}。",
        note="示意图，不作为划界依据；南海诸岛未在底图中绘出。底图：Apache ECharts。",
    ),
    "zh-Hant": Texts(
        title="{highest}人均產出是全國的{highest_ratio}，{lowest}為{lowest_ratio}（{year}年）",
        subtitle="各省份人均地區生產總值相當於全國（31省份合計）的百分比，{year}年",
        alt="分級設色圖：{year}年各省份人均地區生產總值與全國之比，以全國為100%。",
        description="{year}年{above}個省份高於全國，{below}個低於全國。最高：{top}。最低：{bottom}。",
        note="示意圖，不作為劃界依據；南海諸島未在底圖中繪出。底圖：Apache ECharts。",
    ),
    "en": Texts(
        title="{highest} produces {highest_ratio} of the nation's output per head, {lowest} {lowest_ratio}",
        subtitle="Gross regional product per head as a percentage of the nation (31 provinces), {year}",
        alt="Map of provinces shaded by output per head relative to the nation, {year}.",
        description="In {year} {above} provinces stood above the nation and {below} below it."
        " Highest: {top}. Lowest: {bottom}.",
        note="Schematic outlines, not a statement on boundaries; the South China Sea islands are not in"
        " the base file. Outlines: Apache ECharts.",
    ),
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """The year, both ends of the ranking and how many provinces lie on each side of the nation."""
    name = column("region_short_name", language)
    ranked = frame.sort("ratio", descending=True)
    listed = [f"{row[name]} {percent(row['ratio'])}" for row in ranked.iter_rows(named=True)]
    joint = ", " if language == "en" else "、"
    return {
        "year": str(frame["period"].max()),
        "highest": ranked[name][0],
        "highest_ratio": percent(ranked["ratio"][0]),
        "lowest": ranked[name][-1],
        "lowest_ratio": percent(ranked["ratio"][-1]),
        "above": str(len(ranked.filter(ranked["ratio"] > 1))),
        "below": str(len(ranked.filter(ranked["ratio"] < 1))),
        "top": joint.join(listed[:N_NAMED]),
        "bottom": joint.join(listed[-N_NAMED:]),
    }


def body(frame: "pl.DataFrame", language: str, outlines: dict) -> Any:
    """Grey outlines for all regions, colour over those with a value, names at both extremes."""
    import altair as alt

    name = column("region_short_name", language)
    values = frame.select("region_id", "ratio", name)
    shapes = alt.Chart(feature_data())
    base = shapes.mark_geoshape(fill=NO_DATA, stroke="white", strokeWidth=0.8)
    scale = alt.Scale(type="threshold", domain=list(STEPS), range=list(DIVERGING))
    coloured = (
        shapes.mark_geoshape(stroke="white", strokeWidth=0.8)
        .transform_lookup(lookup="id", from_=alt.LookupData(values, "region_id", ["ratio", name]))
        .transform_filter("isValid(datum.ratio)")
        .encode(
            color=alt.Color("ratio:Q", scale=scale, legend=None),
            tooltip=[
                alt.Tooltip(f"{name}:N", title=" "),
                alt.Tooltip("ratio:Q", title=" ", format=".0%"),
            ],
        )
    )
    china = (
        alt.layer(base, coloured, *_named(frame, language, outlines))
        .project(type="conicEqualArea", parallels=[25, 47], rotate=[-105, 0])
        .properties(width=620, height=440)
    )
    return arranged([china, _legend(language)], columns=1, spacing=(6, 0))


def _named(frame: "pl.DataFrame", language: str, outlines: dict) -> list[Any]:
    """Names and ratios of the highest and lowest few, on a white rim that keeps them readable."""
    import altair as alt

    points = label_points(outlines)
    name = column("region_short_name", language)
    ranked = frame.sort("ratio", descending=True)
    rows = [
        dict(zip(("longitude", "latitude"), points[row["region_id"]], strict=True))
        | {"label": f"{row[name]} {percent(row['ratio'])}"}
        for part in (ranked.head(N_NAMED), ranked.tail(N_NAMED))
        for row in part.iter_rows(named=True)
    ]
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        longitude="longitude:Q", latitude="latitude:Q", text="label:N"
    )
    rim = base.mark_text(fontSize=LABEL, stroke="white", strokeWidth=3.5, strokeJoin="round")
    return [rim, base.mark_text(fontSize=LABEL, color=INK)]


def _legend(language: str) -> Any:
    """The seven classes with their limits between them, and what grey means."""
    import altair as alt

    box = 40
    colours = [*DIVERGING, NO_DATA]
    lefts = [box * place for place in range(len(DIVERGING))] + [box * (len(DIVERGING) + 1)]
    boxes = [{"x": x, "end": x + box, "colour": tint} for x, tint in zip(lefts, colours, strict=True)]
    limits = [{"x": box * (place + 1), "label": percent(step)} for place, step in enumerate(STEPS)]
    scale = alt.Scale(domain=[0, 620])
    place = alt.X("x:Q", scale=scale, axis=None)
    squares = alt.Chart(alt.InlineData(values=boxes)).mark_rect(height=10)
    text = alt.Chart(alt.InlineData(values=limits)).mark_text(fontSize=SMALL, color=GREY, baseline="top")
    none = alt.Chart(alt.InlineData(values=[{"x": lefts[-1] + box, "label": NO_VALUE[language]}]))
    return alt.layer(
        squares.encode(x=place, x2="end:Q", y=alt.value(6), color=alt.Color("colour:N", scale=None)),
        text.encode(x=place, y=alt.value(14), text="label:N"),
        none.mark_text(fontSize=SMALL, color=GREY, align="left", dx=6).encode(
            x=place, y=alt.value(6), text="label:N"
        ),
    ).properties(width=620, height=26)


CHART = Chart(
    chart_id="province_map",
    mart="marts/province_gap",
    query=QUERY,
    texts=TEXTS,
    facts=facts,
    body=body,
    table=(
        "region_short_name",
        "period",
        "value",
        "reference_value",
        "unit",
        "ratio",
        "value_rank",
    ),
    needs_outlines=True,
)
