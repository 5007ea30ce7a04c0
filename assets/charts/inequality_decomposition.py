"""How much of the provinces' Gini comes from the means of the four blocs, from inside them, from overlap?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.axes import Axes
from assets.charts.chart import Chart
from assets.charts.facts import computed, figure, first_year, last_year
from assets.charts.lines import spread
from assets.charts.reading import cell
from assets.charts.theme import LABEL
from assets.charts.tooltips import tips
from assets.charts.words import COLUMNS, percent

if TYPE_CHECKING:
    import polars as pl

# Dagum's three parts, because theil_between_within shows the two of Theil already. One basis only: the
# mart does not say where the basis changes, so `latest` could not be marked.
QUERY = """
select
    *,
    within_groups / nullif(value, 0) as within_share,
    overlap_of_groups / nullif(value, 0) as overlap_share
from marts.inequality_decomposition
where view_id = 'census5'
    and membership = 'dated'
    and indicator_id = 'gdp_per_head'
    and set_id = 'nbs4'
    and group_id = 'all'
    and index_id = 'gini'
    and weighting = 'weighted'
    and value is not null
order by period
"""

# Bottom of the stack first: colour of the area, and of the words beside it.
PARTS = {
    "within_groups": ("#c9ced4", "#59636e"),
    "overlap_of_groups": ("#7fa8c9", "#3f6f96"),
    "between_groups": ("#12436d", "#12436d"),
}
SHARES = {
    "within_groups": "within_share",
    "overlap_of_groups": "overlap_share",
    "between_groups": "between_share",
}

COLUMNS.update(
    overlap_of_groups={"zh-Hans": "板块交叠", "zh-Hant": "板塊交疊", "en": "Overlap of blocs"},
)


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """Both ends of the Gini, of its parts and of the shares of the parts."""
    ends = {"first": first_year(frame), "last": last_year(frame)}
    found = dict(ends)
    for end, year in ends.items():
        found[f"total_{end}"] = figure(frame, "value", "index", period=year.value)
        for part, share in SHARES.items():
            found[f"{part.split('_')[0]}_{end}"] = figure(frame, part, "index", period=year.value)
            row = frame.filter(period=year.value)
            found[f"{share}_{end}"] = computed(cell(row, share), "percent", row, part)
    return found


def body(frame: "pl.DataFrame", language: str) -> Any:
    """Three areas on one another, as high as the Gini, named at their right end."""
    import altair as alt

    years = frame["period"].min(), frame["period"].max()
    axes = Axes(490, 310, years, (0, frame["value"].max() * 1.04), ".2f")
    rows = [
        {"period": row["period"], "part": part, "place": place, "size": row[part],
         "name": COLUMNS[part][language]}
        for row in frame.iter_rows(named=True)
        for place, part in enumerate(PARTS)
    ]  # fmt: skip
    fields = (("name", "measure_id", ""), ("period", "period", "d"), ("size", "value", ".4f"))
    scale = alt.Scale(domain=list(PARTS), range=[area for area, _ in PARTS.values()])
    areas = (
        alt.Chart(alt.InlineData(values=rows))
        # A white edge keeps the parts apart in greyscale.
        .mark_area(opacity=1, stroke="white", strokeWidth=1.5)
        .encode(
            x=axes.x(),
            y=axes.y("size").stack("zero"),
            color=alt.Color("part:N", scale=scale, legend=None),
            order="place:Q",
            tooltip=tips(fields, language),
        )
    )
    return alt.layer(areas, _labels(frame, axes, language)).properties(width=axes.width, height=axes.height)


def _labels(frame: "pl.DataFrame", axes: Axes, language: str) -> Any:
    """What the parts are and their share in the last year, at the height of their area."""
    import altair as alt

    row = frame.sort("period").row(-1, named=True)
    below, middles = 0.0, []
    for part in PARTS:
        middles.append(below + row[part] / 2)
        below += row[part]
    rows = [
        {
            "period": row["period"],
            "at": at,
            "label": f"{COLUMNS[part][language]}\n{percent(row[SHARES[part]])}",
            "colour": PARTS[part][1],
        }
        for part, at in zip(PARTS, spread(middles, 34 * axes.values[1] / axes.height), strict=True)
    ]
    text = alt.Chart(alt.InlineData(values=rows)).mark_text(
        align="left", dx=8, dy=-7, baseline="middle", fontSize=LABEL, lineBreak="\n", lineHeight=15
    )
    return text.encode(x=axes.x(), y=axes.y("at"), text="label:N", color=alt.Color("colour:N", scale=None))


CHART = Chart(
    chart_id="inequality_decomposition",
    mart="marts/inequality_decomposition",
    query=QUERY,
    facts=facts,
    body=body,
    table=(
        "period", "value", "between_groups", "within_groups", "overlap_of_groups", "between_share",
        "n_members",
    ),
)  # fmt: skip
