"""How far is output per head in each of the four blocs from the national level, year by year?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.axes import Axes, rounded_domain
from assets.charts.chart import Chart
from assets.charts.facts import figure, first_year, last_year
from assets.charts.lines import break_marks, end_labels, last_labels, lines, reference_line, segmented
from assets.charts.reading import names
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


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """First and last year and each bloc's ratio in both."""
    first, last = first_year(frame), last_year(frame)
    found = {"first": first, "last": last}
    for bloc in BLOCS:
        short = bloc.removeprefix("bloc_")
        for end, year in (("first", first.value), ("last", last.value)):
            found[f"{short}_{end}"] = figure(frame, "ratio", "percent", group_id=bloc, period=year)
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
        lines(runs, "group_id", "ratio", BLOCS, axes, language),
        *end_labels(frame, "group_id", "ratio", labels, BLOCS, axes),
    ).properties(width=axes.width, height=axes.height)


CHART = Chart(
    chart_id="bloc_gdp_per_head",
    mart="marts/group_gap",
    query=QUERY,
    facts=facts,
    body=body,
    table=("period", "group_short_name", "value", "unit", "reference_value", "ratio", "basis_text"),
)
