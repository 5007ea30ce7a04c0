"""How far is output per head in each of the four blocs from the national level, year by year?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.axes import Axes, rounded_domain
from assets.charts.chart import Chart
from assets.charts.lines import break_marks, end_labels, last_labels, lines, reference_line, segmented
from assets.charts.reading import Texts, cell, names
from assets.charts.theme import BLOCS
from assets.charts.words import NATION_LINE, percent

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.group_gap
where view_id = 'latest'
    and membership = 'dated'
    and indicator_id = 'gdp_per_head'
    and partition_id = 'nbs4'
    and reference_kind = 'nation'
    and ratio is not null
order by group_id, period
"""

TEXTS = {
    "zh-Hans": Texts(
        title="东北人均地区生产总值：{first}年为全国的{northeast_first}，{last}年为{northeast_last}",
        subtitle="四大板块人均地区生产总值相当于全国（31省份合计）的百分比，{first}—{last}年",
        alt="折线图：四大板块人均地区生产总值与全国之比，{first}至{last}年，以全国为100%。",
        description="{last}年，东部为全国的{east_last}（{first}年{east_first}），中部{central_last}"
        "（{central_first}），西部{west_last}（{west_first}），东北{northeast_last}（{northeast_first}）。"
        "虚线处数据口径变更，折线在该处断开。",
    ),
    "zh-Hant": Texts(
        title="東北人均地區生產總值：{first}年為全國的{northeast_first}，{last}年為{northeast_last}",
        subtitle="四大板塊人均地區生產總值相當於全國（31省份合計）的百分比，{first}—{last}年",
        alt="折線圖：四大板塊人均地區生產總值與全國之比，{first}至{last}年，以全國為100%。",
        description="{last}年，東部為全國的{east_last}（{first}年{east_first}），中部{central_last}"
        "（{central_first}），西部{west_last}（{west_first}），東北{northeast_last}（{northeast_first}）。"
        "虛線處數據口徑變更，折線在該處斷開。",
    ),
    "en": Texts(
        title="Northeast output per head: {northeast_first} of the nation in {first},"
        " {northeast_last} in {last}",
        subtitle="Gross regional product per head of the four blocs as a percentage of the nation"
        " (31 provinces), {first}–{last}",
        alt="Line chart of output per head in the four blocs relative to the nation, {first} to"
        " {last}, nation = 100%.",
        description="In {last} the East stood at {east_last} of the nation ({east_first} in {first}),"
        " the Central region at {central_last} ({central_first}), the West at {west_last}"
        " ({west_first}) and the Northeast at {northeast_last} ({northeast_first}). At the dashed"
        " rule the basis of the figures changes; the lines are cut there.",
    ),
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """First and last year and each bloc's ratio in both."""
    first, last = frame["period"].min(), frame["period"].max()
    found = {"first": str(first), "last": str(last)}
    for bloc in BLOCS:
        short = bloc.removeprefix("bloc_")
        found[f"{short}_first"] = percent(cell(frame, "ratio", group_id=bloc, period=first))
        found[f"{short}_last"] = percent(cell(frame, "ratio", group_id=bloc, period=last))
    return found


def body(frame: "pl.DataFrame", language: str) -> Any:
    """Four lines round the national level, cut where the basis changes."""
    import altair as alt

    years = frame["period"].min(), frame["period"].max()
    axes = Axes(500, 330, years, rounded_domain(frame["ratio"], 0.2), ".0%")
    shown = names(frame, "group_id", "group_short_name", language)
    labels = last_labels(frame, "group_id", "ratio", shown, percent)
    runs = segmented(frame, "group_id")
    return alt.layer(
        *reference_line(1, NATION_LINE[language], axes, place="end"),
        *break_marks(frame, axes, language),
        lines(runs, "group_id", "ratio", BLOCS, axes),
        *end_labels(frame, "group_id", "ratio", labels, BLOCS, axes),
    ).properties(width=axes.width, height=axes.height)


CHART = Chart(
    chart_id="bloc_gdp_per_head",
    mart="marts/group_gap",
    query=QUERY,
    texts=TEXTS,
    facts=facts,
    body=body,
    table=("period", "group_short_name", "value", "unit", "reference_value", "ratio", "basis_text"),
)
