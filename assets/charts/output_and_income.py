"""Is each bloc's gap in household income as wide as its gap in output?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.axes import Axes, rounded_domain
from assets.charts.chart import Chart
from assets.charts.lines import break_marks, end_labels, lines, reference_line, segmented
from assets.charts.reading import Texts, cell, names
from assets.charts.theme import ACCENT
from assets.charts.words import NATION_LINE, percent

if TYPE_CHECKING:
    import polars as pl

# 2013: household surveys were merged and disposable income got the concept it has now.
QUERY = """
select *
from marts.group_gap
where view_id = 'latest'
    and membership = 'dated'
    and indicator_id in ('gdp_per_head', 'disposable_income_per_capita_all')
    and partition_id = 'nbs4'
    and reference_kind = 'nation'
    and period >= 2013
    and ratio is not null
order by group_id, indicator_id, period
"""

BLOC_ORDER = ("bloc_east", "bloc_central", "bloc_west", "bloc_northeast")
COLOURS = {"gdp_per_head": "#12436d", "disposable_income_per_capita_all": ACCENT}
SHORT = {
    "zh-Hans": {"gdp_per_head": "产出", "disposable_income_per_capita_all": "收入"},
    "zh-Hant": {"gdp_per_head": "產出", "disposable_income_per_capita_all": "收入"},
    "en": {"gdp_per_head": "output", "disposable_income_per_capita_all": "income"},
}

TEXTS = {
    "zh-Hans": Texts(
        title="东北：人均产出为全国的{northeast_gdp}，居民收入为{northeast_income}（{last}年）",
        subtitle="人均地区生产总值（产出）与居民人均可支配收入（收入）相当于全国的百分比，{first}—{last}年",
        alt="小型多图：四大板块人均地区生产总值和居民人均可支配收入与全国之比，{first}至{last}年。",
        description="{last}年产出与收入相当于全国的比例：东部{east_gdp}与{east_income}，中部{central_gdp}与{central_income}，"
        "西部{west_gdp}与{west_income}，东北{northeast_gdp}与{northeast_income}。",
    ),
    "zh-Hant": Texts(
        title="東北：人均產出為全國的{northeast_gdp}，居民收入為{northeast_income}（{last}年）",
        subtitle="人均地區生產總值（產出）與居民人均可支配收入（收入）相當於全國的百分比，{first}—{last}年",
        alt="小型多圖：四大板塊人均地區生產總值和居民人均可支配收入與全國之比，{first}至{last}年。",
        description="{last}年產出與收入相當於全國的比例：東部{east_gdp}與{east_income}，中部{central_gdp}與{central_income}，"
        "西部{west_gdp}與{west_income}，東北{northeast_gdp}與{northeast_income}。",
    ),
    "en": Texts(
        title="Northeast in {last}: {northeast_gdp} of the nation in output per head,"
        " {northeast_income} in income",
        subtitle="Gross regional product per head (output) and disposable income per person (income) as a"
        " percentage of the nation, {first}–{last}",
        alt="Small multiples of the four blocs: output per head and disposable income per person"
        " relative to the nation, {first} to {last}.",
        description="Output and income as parts of the nation's in {last}: East {east_gdp} and"
        " {east_income}, Central {central_gdp} and {central_income}, West {west_gdp} and"
        " {west_income}, Northeast {northeast_gdp} and {northeast_income}.",
    ),
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """The years, and each bloc's two ratios in the last."""
    last = frame["period"].max()
    found = {"first": str(frame["period"].min()), "last": str(last)}
    for bloc in BLOC_ORDER:
        short = bloc.removeprefix("bloc_")
        for name, indicator in zip(("gdp", "income"), COLOURS, strict=True):
            where = {"group_id": bloc, "indicator_id": indicator, "period": last}
            found[f"{short}_{name}"] = percent(cell(frame, "ratio", **where))
    return found


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A panel a bloc on one scale, two lines in each."""

    years = frame["period"].min(), frame["period"].max()
    axes = Axes(198, 140, years, rounded_domain(frame["ratio"], 0.2), ".0%", ticks=4)
    shown = names(frame, "group_id", "group_short_name", language)
    panels = [_panel(frame.filter(group_id=bloc), shown[bloc], axes, language) for bloc in BLOC_ORDER]
    return arranged(panels, columns=2)


def _panel(part: "pl.DataFrame", name: str, axes: Axes, language: str) -> Any:
    """One bloc: output and income against the nation."""
    import altair as alt

    last = part.filter(period=part["period"].max())
    labels = {
        row["indicator_id"]: f"{SHORT[language][row['indicator_id']]} {percent(row['ratio'])}"
        for row in last.iter_rows(named=True)
    }
    nation = NATION_LINE[language] if part["group_id"][0] == BLOC_ORDER[0] else ""
    return alt.layer(
        *reference_line(1, nation, axes),
        *break_marks(part, axes, language),
        lines(segmented(part, "indicator_id"), "indicator_id", "ratio", COLOURS, axes),
        *end_labels(part, "indicator_id", "ratio", labels, COLOURS, axes),
    ).properties(
        width=axes.width,
        height=axes.height,
        title=alt.TitleParams(name, fontSize=13, offset=6, frame="group"),
    )


CHART = Chart(
    chart_id="output_and_income",
    mart="marts/group_gap",
    query=QUERY,
    texts=TEXTS,
    facts=facts,
    body=body,
    table=(
        "period",
        "group_short_name",
        "indicator_name",
        "value",
        "reference_value",
        "unit",
        "ratio",
    ),
)
