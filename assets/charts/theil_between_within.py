"""How much of the inequality between provinces lies between the four blocs, how much inside them?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.axes import Axes
from assets.charts.chart import Chart
from assets.charts.facts import figure, first_year, last_year
from assets.charts.theme import LABEL, label_colour
from assets.charts.tooltips import tips
from assets.charts.words import COLUMNS, percent

if TYPE_CHECKING:
    import polars as pl

# One basis only: the mart does not say where the basis changes, so `latest` could not be marked.
QUERY = """
select *
from marts.inequality_accounting
where view_id = 'census5'
    and membership = 'dated'
    and indicator_id = 'gdp_per_head'
    and set_id = 'nbs4'
    and group_id = 'all'
    and index_id = 'theil_t'
    and weighting = 'weighted'
    and value is not null
order by period
"""

# Bottom of the stack first.
PARTS = {"within_groups": "#c9ced4", "between_groups": "#12436d"}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """Both ends of the index, of its parts and of the share between blocs."""
    ends = {"first": first_year(frame), "last": last_year(frame)}
    found = dict(ends)
    parts = {"total": "value", "between": "between_groups", "within": "within_groups"}
    for end, year in ends.items():
        found[f"share_{end}"] = figure(frame, "between_share", "percent", period=year.value)
        for name, field in parts.items():
            found[f"{name}_{end}"] = figure(frame, field, "index", period=year.value)
    return found


def body(frame: "pl.DataFrame", language: str) -> Any:
    """One column a year, the part inside the blocs at the bottom."""
    import altair as alt

    first, last = frame["period"].min(), frame["period"].max()
    axes = Axes(490, 310, (first - 0.5, last + 0.5), (0, frame["value"].max() * 1.04), ".2f")
    rows = [
        {"period": row["period"], "part": part, "place": place, "size": row[part],
         "name": COLUMNS[part][language]}
        for row in frame.iter_rows(named=True)
        for place, part in enumerate(PARTS)
    ]  # fmt: skip
    fields = (("name", "measure_id", ""), ("period", "period", "d"), ("size", "value", ".4f"))
    scale = alt.Scale(domain=list(PARTS), range=list(PARTS.values()))
    columns = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_bar(size=0.8 * axes.width / (last - first + 1))
        .encode(
            x=axes.x(),
            y=axes.y("size").stack("zero"),
            color=alt.Color("part:N", scale=scale, legend=None),
            order="place:Q",
            tooltip=tips(fields, language),
        )
    )
    return alt.layer(columns, _labels(frame, axes, language)).properties(width=axes.width, height=axes.height)


def _labels(frame: "pl.DataFrame", axes: Axes, language: str) -> Any:
    """What the two parts are and their share of the last column."""
    import altair as alt

    row = frame.sort("period").row(-1, named=True)
    shares = {"between_groups": row["between_share"], "within_groups": 1 - row["between_share"]}
    middle = {
        "within_groups": row["within_groups"] / 2,
        "between_groups": row["within_groups"] + row["between_groups"] / 2,
    }
    rows = [
        {
            "period": row["period"] + 0.5,
            "at": middle[part],
            "label": f"{COLUMNS[part][language]}\n{percent(shares[part])}",
            "colour": "#59636e" if part == "within_groups" else label_colour(PARTS[part]),
        }
        for part in PARTS
    ]
    text = alt.Chart(alt.InlineData(values=rows)).mark_text(
        align="left", dx=10, fontSize=LABEL, lineBreak="\n", lineHeight=15
    )
    return text.encode(x=axes.x(), y=axes.y("at"), text="label:N", color=alt.Color("colour:N", scale=None))


CHART = Chart(
    chart_id="theil_between_within",
    mart="marts/inequality_accounting",
    query=QUERY,
    facts=facts,
    body=body,
    table=("period", "value", "between_groups", "within_groups", "between_share", "n_members"),
)
