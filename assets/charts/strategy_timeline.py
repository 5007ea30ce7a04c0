"""Which provinces are reached by how many major strategies, and since when?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.chart import Chart
from assets.charts.reading import Texts, column
from assets.charts.theme import GREY, INK, LABEL, SMALL

if TYPE_CHECKING:
    import polars as pl

# The first of the strategies dates from 2014; two years before it show the start.
QUERY = """
select *
from marts.strategy_coverage
where membership = 'dated'
    and period >= 2012
order by sort_order, period
"""

SHADES = ("#e9ecef", "#8fb8d8", "#12436d", "#081d33")
LEGEND = {"zh-Hans": "{}项", "zh-Hant": "{}項", "en": "{}"}

TEXTS = {
    "zh-Hans": Texts(
        title="{last}年，{none}个省份未列入任何重大战略，{most}个省份同时列入{top}项",
        subtitle="31省份所属区域重大战略的数目，{first}—{last}年，按当年生效范围",
        alt="格子图：31省份每年所属区域重大战略的数目，{first}至{last}年，颜色越深数目越多。",
        description="{last}年未列入的省份：{none_names}。同时列入{top}项的省份：{most_names}。"
        "京津冀、长江经济带、长三角、粤港澳大湾区、黄河流域五项计入。",
        note="计入京津冀、长江经济带、长三角、粤港澳大湾区、黄河流域五项；部分市县列入的省份计为列入。",
    ),
    "zh-Hant": Texts(
        title="{last}年，{none}個省份未列入任何重大戰略，{most}個省份同時列入{top}項",
        subtitle="31省份所屬區域重大戰略的數目，{first}—{last}年，按當年生效範圍",
        alt="格子圖：31省份每年所屬區域重大戰略的數目，{first}至{last}年，顏色越深數目越多。",
        description="{last}年未列入的省份：{none_names}。同時列入{top}項的省份：{most_names}。"
        "京津冀、長江經濟帶、長三角、粵港澳大灣區、黃河流域五項計入。",
        note="計入京津冀、長江經濟帶、長三角、粵港澳大灣區、黃河流域五項；部分市縣列入的省份計為列入。",
    ),
    "en": Texts(
        title="In {last}, {none} provinces are in none of the major strategies, {most} are in {top}",
        subtitle="Number of major regional strategies that reach each province, {first}–{last}, as in"
        " force in each year",
        alt="Grid of 31 provinces by year, {first} to {last}: the darker a cell, the more major"
        " strategies reach the province.",
        description="In none in {last}: {none_names}. In {top}: {most_names}. Counted are"
        " Jing-Jin-Ji, Yangtze Belt, Yangtze Delta, Greater Bay Area and Yellow River.",
        note="Counted: Jing-Jin-Ji, Yangtze Belt, Yangtze Delta, Greater Bay Area, Yellow River. A"
        " province counts when part of it belongs.",
    ),
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """Years, and how many and which provinces lie in none and in the most."""
    first, last = frame["period"].min(), frame["period"].max()
    newest = frame.filter(period=last).sort("sort_order")
    top = newest["n_strategies"].max()
    name = column("region_short_name", language)
    joint = ", " if language == "en" else "、"
    none, most = newest.filter(n_strategies=0)[name], newest.filter(n_strategies=top)[name]
    return {
        "first": str(first), "last": str(last), "top": str(top),
        "none": str(len(none)), "most": str(len(most)),
        "none_names": joint.join(none), "most_names": joint.join(most),
    }  # fmt: skip


def body(frame: "pl.DataFrame", language: str) -> Any:
    """One row a province, in two columns of panels; most strategies and longest standing first."""

    name = column("region_short_name", language)
    totals = {
        region: (
            -part["n_strategies"][-1],
            -part["n_strategies"].sum(),
            part["sort_order"][0],
            part[name][0],
        )
        for (region,), part in frame.sort("period").group_by("region_id")
    }
    ranked = sorted(totals, key=totals.__getitem__)
    half = (len(ranked) + 1) // 2
    panels = [
        _panel(frame, [(region, totals[region][3]) for region in part], language)
        for part in (ranked[:half], ranked[half:])
    ]
    return arranged(panels, columns=2, spacing=(0, 26), colour="shared")


def _panel(frame: "pl.DataFrame", regions: list[tuple[str, str]], language: str) -> Any:
    """Half of the provinces, a tile a year."""
    import altair as alt

    part = frame.filter(frame["region_id"].is_in([region for region, _ in regions]))
    name = column("region_short_name", language)
    top = max(3, frame["n_strategies"].max() + 1)
    scale = alt.Scale(domain=list(range(top)), range=list(SHADES[:top]))
    label = LEGEND[language].format("' + datum.label + '")
    legend = alt.Legend(
        orient="top",
        title=None,
        direction="horizontal",
        symbolType="square",
        symbolSize=150,
        labelExpr=f"'{label}'",
        columnPadding=16,
        offset=10,
    )
    years = sorted(frame["period"].unique())
    return (
        alt.Chart(part.select("period", name, "n_strategies"))
        .mark_rect(stroke="white", strokeWidth=1.5)
        .encode(
            x=alt.X("period:O", title=None).axis(
                orient="top", domain=False, ticks=False, labelAngle=0, labelFontSize=SMALL,
                labelColor=GREY, values=[year for year in years if year % 3 == years[-1] % 3],
            ),
            y=alt.Y(f"{name}:N", title=None, sort=[shown for _, shown in regions]).axis(
                domain=False, ticks=False, labelFontSize=LABEL, labelColor=INK
            ),
            color=alt.Color("n_strategies:O", scale=scale, legend=legend),
        )
        .properties(width=17 * len(years), height=18 * len(regions))
    )  # fmt: skip


CHART = Chart(
    chart_id="strategy_timeline",
    mart="marts/strategy_coverage",
    query=QUERY,
    texts=TEXTS,
    facts=facts,
    body=body,
    table=("region_short_name", "period", "n_strategies", "strategy_ids"),
)
