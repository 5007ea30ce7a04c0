"""How far apart are the richest and the poorest province inside each major strategy?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import figure, last_year
from assets.charts.reading import column
from assets.charts.theme import GREY, INK, LABEL, ZONES, label_colour
from assets.charts.tooltips import AMOUNT, tips, unit_of
from assets.charts.words import grouped

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.zone_gap
where view_id = 'census5'
    and membership = 'fixed'
    and indicator_id = 'gdp_per_head'
    and group_kind = 'major_strategy'
    and highest_to_lowest_ratio is not null
    and period = (
        select max(period) from marts.zone_gap
        where view_id = 'census5' and indicator_id = 'gdp_per_head'
    )
order by value desc
"""


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """The year, the unit and each zone's ratio of highest to lowest."""
    found: dict[str, Any] = {"last": last_year(frame), "unit": frame[column("unit", language)][0]}
    for zone in frame["group_id"].unique().sort():
        found[zone] = figure(frame, "highest_to_lowest_ratio", "ratio", group_id=zone)
    return found


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A bar from lowest to highest in each zone's colour, the zone as a dot, the rest as a tick."""
    import altair as alt

    rows = [_row(row, language) for row in frame.iter_rows(named=True)]
    order = alt.Y("zone:N", sort=[row["zone"] for row in rows], title=None).axis(
        labelFontSize=13, labelColor=INK, labelPadding=10
    )
    limits = [0, max(row["highest"] for row in rows) * 1.02]
    axis = alt.Axis(
        format=",.0f",
        title=None,
        grid=True,
        domain=False,
        ticks=False,
        tickCount=5,
        labelFlush=False,
    )
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=order)
    colour = alt.Color("colour:N", scale=None)

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:Q", scale=alt.Scale(domain=limits, nice=False), axis=axis)

    def label(field: str, text: str, align: str, dx: int, dy: int = 0, tint: str = GREY) -> alt.Chart:
        mark = base.mark_text(align=align, dx=dx, dy=dy, fontSize=LABEL, color=tint)
        return mark.encode(x=x(field), text=f"{text}:N")

    fields = (
        ("zone", "group_short_name", ""), ("period", "period", "d"), ("value", "value", AMOUNT),
        ("rest", "rest_value", AMOUNT), ("lowest_name", "lowest_region_name", ""),
        ("highest_name", "highest_region_name", ""), ("n", "n_members", "d"),
    )  # fmt: skip
    told = tips(fields, language, unit_of(frame, language))
    return alt.layer(
        base.mark_bar(height=9, cornerRadius=4.5, opacity=0.38).encode(
            x=x("lowest"), x2="highest:Q", color=colour, tooltip=told
        ),
        base.mark_tick(thickness=2, size=24, color=INK).encode(x=x("rest")),
        base.mark_point(size=130, filled=True, opacity=1).encode(x=x("value"), color=colour, tooltip=told),
        label("lowest", "lowest_name", "right", -6),
        label("highest", "highest_name", "left", 6),
        label("value", "value_text", "center", 0, -17, INK),
    ).properties(width=460, height=62 * len(rows))


def _row(row: dict, language: str) -> dict:
    """What one zone shows, named in this language."""
    colour = ZONES[row["group_id"]]
    return {
        "zone": row[column("group_short_name", language)],
        "lowest": row["lowest_value"],
        "highest": row["highest_value"],
        "value": row["value"],
        "rest": row["rest_value"],
        "period": row["period"],
        "n": row["n_members"],
        "value_text": grouped(row["value"]),
        **{
            f"{end}_name": f"{row[column(f'{end}_region_name', language)]} {grouped(row[f'{end}_value'])}"
            for end in ("lowest", "highest")
        },
        "colour": label_colour(colour),
    }


CHART = Chart(
    chart_id="zone_spread",
    mart="marts/zone_gap",
    query=QUERY,
    facts=facts,
    body=body,
    table=(
        "group_short_name",
        "period",
        "value",
        "rest_value",
        "highest_region_name",
        "highest_value",
        "lowest_region_name",
        "lowest_value",
        "highest_to_lowest_ratio",
        "unit",
    ),
)
