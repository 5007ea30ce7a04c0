"""How does output per head in each major strategy compare with the rest of the nation, before and after?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.axes import Axes, rounded_domain
from assets.charts.chart import Chart
from assets.charts.lines import end_labels, lines, reference_line, segmented, year_rules
from assets.charts.reading import Texts, cell, names
from assets.charts.theme import ZONES
from assets.charts.words import REST_LINE, percent

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.zone_gap
where view_id = 'census5'
    and membership = 'fixed'
    and indicator_id = 'gdp_per_head'
    and group_kind = 'major_strategy'
    and ratio is not null
order by group_id, period
"""

SINCE = {"zh-Hans": "{:%Y}年{}月起", "zh-Hant": "{:%Y}年{}月起", "en": "since {:%b %Y}"}

TEXTS = {
    "zh-Hans": Texts(
        title="黄河流域人均产出为其余地区的{yellow_river_last}，长江经济带为{yreb_last}（{last}年）",
        subtitle="各重大战略区域人均地区生产总值相当于全国其余地区的百分比，{first}—{last}年；成员按现行范围固定",
        alt="小型多图：各重大战略区域人均地区生产总值与其余地区之比，{first}至{last}年，虚线为战略起始时间。",
        description="{first}年与{last}年：京津冀{jjj_first}、{jjj_last}，长三角{yrd_first}、{yrd_last}，"
        "长江经济带{yreb_first}、{yreb_last}，黄河流域{yellow_river_first}、{yellow_river_last}。"
        "虚线前后的变化只是描述，不代表战略的效果。",
        note="区域互有重叠，各图单独与其余省份比较；粤港澳大湾区以城市数据计算，口径不同，未列入。",
    ),
    "zh-Hant": Texts(
        title="黃河流域人均產出為其餘地區的{yellow_river_last}，長江經濟帶為{yreb_last}（{last}年）",
        subtitle="各重大戰略區域人均地區生產總值相當於全國其餘地區的百分比，{first}—{last}年；成員按現行範圍固定",
        alt="小型多圖：各重大戰略區域人均地區生產總值與其餘地區之比，{first}至{last}年，虛線為戰略起始時間。",
        description="{first}年與{last}年：京津冀{jjj_first}、{jjj_last}，長三角{yrd_first}、{yrd_last}，"
        "長江經濟帶{yreb_first}、{yreb_last}，黃河流域{yellow_river_first}、{yellow_river_last}。"
        "虛線前後的變化只是描述，不代表戰略的效果。",
        note="區域互有重疊，各圖單獨與其餘省份比較；粵港澳大灣區以城市資料計算，口徑不同，未列入。",
    ),
    "en": Texts(
        title="Output per head: Yellow River basin at {yellow_river_last} of the rest of the nation,"
        " Yangtze Belt at {yreb_last}",
        subtitle="Gross regional product per head of each major strategy's provinces as a percentage of"
        " all other provinces, {first}–{last}; today's members throughout",
        alt="Small multiples: output per head of each major strategy relative to the rest of the nation,"
        " {first} to {last}, with the start of the strategy as a dashed rule.",
        description="In {first} and {last}: Jing-Jin-Ji {jjj_first} and {jjj_last}, Yangtze Delta"
        " {yrd_first} and {yrd_last}, Yangtze Belt {yreb_first} and {yreb_last}, Yellow River"
        " {yellow_river_first} and {yellow_river_last}. Movements around a rule describe; they do not"
        " show the effect of a strategy.",
        note="Strategies overlap; each panel stands alone. The Greater Bay Area is computed from city"
        " figures on another basis and is left out.",
    ),
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """First and last year and every zone's ratio in both."""
    first, last = frame["period"].min(), frame["period"].max()
    found = {"first": str(first), "last": str(last)}
    for zone in frame["group_id"].unique():
        found[f"{zone}_first"] = percent(cell(frame, "ratio", group_id=zone, period=first))
        found[f"{zone}_last"] = percent(cell(frame, "ratio", group_id=zone, period=last))
    return found


def body(frame: "pl.DataFrame", language: str) -> Any:
    """One panel a strategy on one scale, the highest first."""

    years = frame["period"].min(), frame["period"].max()
    axes = Axes(238, 128, years, rounded_domain(frame["ratio"], 0.2), ".0%", 10, ticks=4)
    shown = names(frame, "group_id", "group_short_name", language)
    newest = frame.filter(period=years[1]).sort("ratio", descending=True)
    # The first panel has the most room under its line; the rule means the same in all.
    rest = [REST_LINE[language]] + [""] * (len(newest) - 1)
    panels = [
        _panel(frame.filter(group_id=zone), shown[zone], label, axes, language)
        for zone, label in zip(newest["group_id"], rest, strict=True)
    ]
    return arranged(panels, columns=2)


def _panel(part: "pl.DataFrame", name: str, rest: str, axes: Axes, language: str) -> Any:
    """A zone's line, the level of the rest and the day the strategy began."""
    import altair as alt

    zone = part["group_id"][0]
    start = part["effective_from"][0]
    # A year's figure stands at its number, so the middle of the year does.
    began = {
        "at": start.year + (start.month - 0.5) / 12 - 0.5,
        "label": SINCE[language].format(start, start.month),
    }
    label = {zone: percent(part.sort("period")["ratio"][-1])}
    return alt.layer(
        *reference_line(1, rest, axes),
        *year_rules([began], axes, dy=0),
        lines(segmented(part, "group_id"), "group_id", "ratio", {zone: ZONES[zone]}, axes),
        *end_labels(part, "group_id", "ratio", label, ZONES, axes),
    ).properties(
        width=axes.width,
        height=axes.height,
        title=alt.TitleParams(name, fontSize=13, offset=6, frame="group"),
    )


CHART = Chart(
    chart_id="zone_vs_rest",
    mart="marts/zone_gap",
    query=QUERY,
    texts=TEXTS,
    facts=facts,
    body=body,
    table=("period", "group_short_name", "value", "rest_value", "unit", "ratio", "effective_from"),
)
