"""What part of national output does each of the four blocs produce, year by year?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.axes import Axes
from assets.charts.chart import Chart
from assets.charts.facts import figure, first_year, last_year
from assets.charts.lines import break_marks
from assets.charts.reading import cell, column, names
from assets.charts.theme import BLOCS, LABEL, label_colour
from assets.charts.tooltips import AMOUNT, tips, unit_of
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


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """First and last year and each bloc's share in both."""
    found = {"first": first_year(frame), "last": last_year(frame)}
    for bloc in STACK:
        for end in ("first", "last"):
            where = {"group_id": bloc, "period": found[end].value}
            found[f"{bloc.removeprefix('bloc_')}_{end}"] = figure(frame, "share", "percent", 1, **where)
    return found


def body(frame: "pl.DataFrame", language: str) -> Any:
    """One column a year: columns, unlike areas, say nothing about the moment a basis changes."""
    import altair as alt

    first, last = frame["period"].min(), frame["period"].max()
    axes = Axes(510, 330, (first - 0.5, last + 0.5), (0, 1), ".0%")
    scale = alt.Scale(domain=list(STACK), range=[BLOCS[bloc] for bloc in STACK])
    name = column("group_short_name", language)
    fields = ((name, "group_short_name", ""), ("period", "period", "d"), ("share", "share", ".2%"),
              ("value", "value", AMOUNT))  # fmt: skip
    stacked = frame.select("period", "group_id", "share", "value", name).to_dicts()
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
            tooltip=tips(fields, language, unit_of(frame, language)),
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
    facts=facts,
    body=body,
    table=("period", "group_short_name", "value", "unit", "share", "basis_text"),
)
