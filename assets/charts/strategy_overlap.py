"""Do provinces reached by more of the major strategies stand higher, and has that changed?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.axes import Axes, rounded_domain
from assets.charts.chart import Chart
from assets.charts.lines import end_labels, lines, reference_line
from assets.charts.reading import Texts, cell
from assets.charts.words import NATION_LINE, percent

if TYPE_CHECKING:
    import polars as pl

# One basis only: the mart does not say where the basis changes, so `latest` could not be marked.
QUERY = """
select *
from marts.strategy_overlap
where view_id = 'census5'
    and membership = 'fixed'
    and indicator_id = 'gdp_per_head'
    and ratio is not null
order by n_strategies, period
"""

SHADES = ("#6b747d", "#3f83b0", "#12436d", "#081d33", "#000000")
LABELS = {
    "zh-Hans": "{n}项战略（{members}省份）{ratio}",
    "zh-Hant": "{n}項戰略（{members}省份）{ratio}",
    "en": "Strategies: {n} ({members} provinces)\n{ratio}",
}

TEXTS = {
    "zh-Hans": Texts(
        title="未列入重大战略的省份，人均产出为全国的{none_last}；列入{most}项的为{most_last}",
        subtitle="按所属重大战略数目归并的省份，人均地区生产总值相当于全国的百分比，{first}—{last}年；成员按现行范围固定",
        alt="折线图：按所属重大战略数目分组的省份，人均地区生产总值与全国之比，{first}至{last}年。",
        description="{last}年：未列入任何重大战略的省份为全国的{none_last}（{first}年{none_first}），列入{most}项的为"
        "{most_last}（{first}年{most_first}）。这只是描述：战略范围本就与发展水平有关，不能看作战略的效果。",
        note="描述性比较：战略范围与原有发展水平相关，差距不代表战略效果。按现行成员回溯，战略多在后期才提出。",
    ),
    "zh-Hant": Texts(
        title="未列入重大戰略的省份，人均產出為全國的{none_last}；列入{most}項的為{most_last}",
        subtitle="按所屬重大戰略數目歸併的省份，人均地區生產總值相當於全國的百分比，{first}—{last}年；成員按現行範圍固定",
        alt="折線圖：按所屬重大戰略數目分組的省份，人均地區生產總值與全國之比，{first}至{last}年。",
        description="{last}年：未列入任何重大戰略的省份為全國的{none_last}（{first}年{none_first}），列入{most}項的為"
        "{most_last}（{first}年{most_first}）。這只是描述：戰略範圍本就與發展水平有關，不能看作戰略的效果。",
        note="描述性比較：戰略範圍與原有發展水平相關，差距不代表戰略效果。按現行成員回溯，戰略多在後期才提出。",
    ),
    "en": Texts(
        title="Provinces in no major strategy: {none_last} of the nation; in {most}: {most_last}",
        subtitle="Gross regional product per head of provinces grouped by the number of major strategies"
        " that reach them, as a percentage of the nation, {first}–{last}; today's members throughout",
        alt="Line chart: output per head relative to the nation of provinces grouped by number of major"
        " strategies, {first} to {last}.",
        description="In {last} provinces in no major strategy stood at {none_last} of the nation"
        " ({none_first} in {first}), those in {most} at {most_last} ({most_first}). This describes;"
        " strategies were drawn where development already differed, so it shows no effect.",
        note="Descriptive: strategies were drawn where development already differed, and most began"
        " late in the period; the gaps show no policy effect.",
    ),
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """Both ends for the provinces in no strategy and in the most."""
    first, last, most = frame["period"].min(), frame["period"].max(), frame["n_strategies"].max()

    def at(number: int, period: int) -> str:
        return percent(cell(frame, "ratio", n_strategies=number, period=period))

    return {
        "first": str(first), "last": str(last), "most": str(most),
        "none_first": at(0, first), "none_last": at(0, last),
        "most_first": at(most, first), "most_last": at(most, last),
    }  # fmt: skip


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A line for each number of strategies, darker with more of them."""
    import altair as alt

    years = frame["period"].min(), frame["period"].max()
    axes = Axes(440, 300, years, rounded_domain(frame["ratio"], 0.2), ".0%")
    colours = {number: SHADES[number] for number in sorted(frame["n_strategies"].unique())}
    labels = {
        row["n_strategies"]: LABELS[language].format(
            n=row["n_strategies"], members=row["n_members"], ratio=percent(row["ratio"])
        )
        for row in frame.filter(period=years[1]).iter_rows(named=True)
    }
    return alt.layer(
        *reference_line(1, NATION_LINE[language], axes, place="start"),
        lines(frame, "n_strategies", "ratio", colours, axes),
        *end_labels(frame, "n_strategies", "ratio", labels, colours, axes, line_gap=30),
    ).properties(width=axes.width, height=axes.height)


CHART = Chart(
    chart_id="strategy_overlap",
    mart="marts/strategy_overlap",
    query=QUERY,
    texts=TEXTS,
    facts=facts,
    body=body,
    table=("period", "n_strategies", "n_members", "value", "reference_value", "unit", "ratio"),
)
