"""On which indicators does the Northeast lead or trail the nation, and how has that moved since 2012?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import counted, figure, first_year, last_year
from assets.charts.reading import column
from assets.charts.theme import ACCENT, GREY, LABEL, PALE, RULE, SMALL, WIDTH, text_width
from assets.charts.tooltips import AMOUNT, tips
from assets.charts.words import NATION_LINE, percent

if TYPE_CHECKING:
    import altair as alt
    import polars as pl

# 2012 is the base year of official comparisons (18th Party Congress); 2023 is the last year for
# which all these indicators are held. Retail sales are left out: their level breaks in 2015 unmarked.
QUERY = """
select *
from marts.group_gap
where view_id = 'latest'
    and membership = 'dated'
    and group_id = 'bloc_northeast'
    and reference_kind = 'nation'
    and period between 2012 and 2023
    and ratio is not null
    and indicator_id in (
        'gdp_per_head', 'disposable_income_per_capita_all', 'fiscal_revenue_per_head',
        'fiscal_self_sufficiency', 'private_vehicles_per_100', 'rd_personnel_per_10k',
        'invention_patents_valid_per_10k', 'expressway_length_per_10k',
        'railway_length_per_10k', 'beds_per_1000', 'doctors_per_1000',
        'higher_education_students_per_100k', 'urbanisation_rate'
    )
order by indicator_id, period
"""

# Pixels of the two columns of numbers, and of the gap before the labels.
NUMBERS, GAP = 92, 10


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """Both years, the number of indicators above the nation, three of the ratios."""
    first, last = first_year(frame), last_year(frame)
    newest = frame.filter(period=last.value)
    found = {
        "first": first,
        "last": last,
        "count": counted(newest),
        "above": counted(newest.filter(newest["ratio"] > 1)),
    }
    shown = {
        "gdp": "gdp_per_head",
        "income": "disposable_income_per_capita_all",
        "beds": "beds_per_1000",
    }
    for name, indicator in shown.items():
        for ending, year in (("", last), ("_first", first)):
            where = {"indicator_id": indicator, "period": year.value}
            found[name + ending] = figure(frame, "ratio", "percent", **where)
    return found


def body(frame: "pl.DataFrame", language: str) -> Any:
    """Two dots an indicator; joined only where no change of basis lies between them."""
    import altair as alt

    rows = _pairs(frame, language)
    plot = WIDTH - NUMBERS - GAP - max(text_width(row["indicator"], LABEL) for row in rows)
    order = alt.Y("indicator:N", sort=[row["indicator"] for row in rows], title=None).axis(
        labelLimit=330, labelColor="#1d2329", grid=True, gridDash=[1, 3], domain=False, ticks=False
    )
    ends = [value for row in rows for value in (row["first"], row["last"])]
    scale = alt.Scale(domain=[min(*ends) - 0.1, max(*ends) + 0.1], nice=False)
    axis = alt.Axis(format=".0%", orient="top", grid=True, domain=False, ticks=False, title=None, tickCount=4)
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=order)
    x_first, x_last = (
        alt.X("first:Q", scale=scale, axis=axis),
        alt.X("last:Q", scale=scale, axis=axis),
    )
    nation = alt.Chart(alt.InlineData(values=[{"last": 1, "label": NATION_LINE[language]}])).encode(x=x_last)
    note = nation.mark_text(align="center", baseline="top", dy=6, fontSize=SMALL, color=GREY).encode(
        y=alt.value(24 * len(rows)), text="label:N"
    )
    joins = base.transform_filter("datum.joined").mark_rule(color=PALE, strokeWidth=2)
    return alt.layer(
        nation.mark_rule(color=RULE),
        note,
        joins.encode(x=x_first, x2="last:Q"),
        base.mark_point(size=52, filled=True, fill="white", stroke=GREY, strokeWidth=1.6, opacity=1).encode(
            x=x_first, tooltip=_tips("first", language)
        ),
        base.mark_point(size=70, filled=True, color=ACCENT, opacity=1).encode(
            x=x_last, tooltip=_tips("last", language)
        ),
        *_value_columns(base, frame["period"].min(), frame["period"].max(), plot),
    ).properties(width=plot, height=24 * len(rows))


def _tips(end: str, language: str) -> list["alt.Tooltip"]:
    """What hovering over the dot of one end tells."""
    fields = (
        ("indicator", "indicator_name", ""), (f"{end}_period", "period", "d"),
        (end, "ratio_to_nation", ".1%"),
        (f"{end}_value", "value", AMOUNT), ("unit", "unit", ""), (f"{end}_n_present", "n_present", "d"),
    )  # fmt: skip
    return tips(fields, language)


def _value_columns(base: Any, first: int, last: int, plot: float) -> list[Any]:
    """The numbers behind the dots, in two columns at the right, headed by their years."""
    import altair as alt

    layers = []
    for year, field, x, colour in (
        (first, "first_text", 50, GREY),
        (last, "last_text", NUMBERS, ACCENT),
    ):
        mark = {"align": "right", "fontSize": LABEL, "color": colour}
        head = alt.Chart(alt.InlineData(values=[{"year": str(year)}])).mark_text(**mark)
        place = alt.value(plot + x)
        layers.append(base.mark_text(**mark).encode(x=place, text=f"{field}:N"))
        layers.append(head.encode(x=place, y=alt.value(-11), text="year:N"))
    return layers


def _pairs(frame: "pl.DataFrame", language: str) -> list[dict]:
    """One row an indicator, highest ratio first, with both years and whether a break lies between."""
    rows = []
    for _, part in frame.group_by("indicator_id"):
        part = part.sort("period")
        first, last = part["ratio"][0], part["ratio"][-1]
        rows.append(
            {
                "indicator": part[column("indicator_name", language)][0],
                "first": first,
                "last": last,
                "joined": not part["has_break"][1:].any(),
                "first_text": percent(first),
                "last_text": percent(last),
                "unit": part[column("unit", language)][0],
                **{
                    f"{end}_{name}": part[name][place]
                    for end, place in (("first", 0), ("last", -1))
                    for name in ("period", "value", "n_present")
                },
            }
        )
    return sorted(rows, key=lambda row: -row["last"])


CHART = Chart(
    chart_id="northeast_to_nation",
    mart="marts/group_gap",
    query=QUERY,
    facts=facts,
    body=body,
    table=("indicator_name", "period", "value", "reference_value", "unit", "ratio", "basis_text"),
)
