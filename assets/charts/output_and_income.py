"""Is each bloc's gap in household income as wide as its gap in output?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.axes import Axes, rounded_domain
from assets.charts.chart import Chart
from assets.charts.facts import figure, first_year, last_year
from assets.charts.lines import break_marks, end_labels, lines, reference_line, segmented
from assets.charts.reading import names
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


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """The years, and each bloc's two ratios in the last."""
    last = last_year(frame)
    found = {"first": first_year(frame), "last": last}
    for bloc in BLOC_ORDER:
        for name, indicator in zip(("gdp", "income"), COLOURS, strict=True):
            where = {"group_id": bloc, "indicator_id": indicator, "period": last.value}
            found[f"{bloc.removeprefix('bloc_')}_{name}"] = figure(frame, "ratio", "percent", **where)
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
        lines(segmented(part, "indicator_id"), "indicator_id", "ratio", COLOURS, axes, language),
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
