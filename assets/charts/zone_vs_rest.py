"""How does output per head in each major strategy compare with the rest of the nation, before and after?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.axes import Axes, rounded_domain
from assets.charts.chart import Chart
from assets.charts.facts import figure, first_year, last_year
from assets.charts.lines import end_labels, lines, reference_line, segmented, year_rules
from assets.charts.reading import names
from assets.charts.theme import ZONES
from assets.charts.words import REST_LINE, percent

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.zone_gap
where view_id = 'census5'
    and membership = 'fixed'
    and indicator_id = 'gdp_per_head'
    and group_kind = 'major_strategy'
    and ratio is not null
order by group_id, period
"""

SINCE = {"zh-Hans": "{:%Y}年{}月起", "zh-Hant": "{:%Y}年{}月起", "en": "since {:%b %Y}"}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """First and last year and every zone's ratio in both."""
    found = {"first": first_year(frame), "last": last_year(frame)}
    for zone in frame["group_id"].unique().sort():
        for end in ("first", "last"):
            where = {"group_id": zone, "period": found[end].value}
            found[f"{zone}_{end}"] = figure(frame, "ratio", "percent", **where)
    return found


def body(frame: "pl.DataFrame", language: str) -> Any:
    """One panel a strategy on one scale, the highest first."""

    years = frame["period"].min(), frame["period"].max()
    axes = Axes(238, 128, years, rounded_domain(frame["ratio"], 0.2), ".0%", ticks=4)
    shown = names(frame, "group_id", "group_short_name", language)
    newest = frame.filter(period=years[1]).sort("ratio", descending=True)
    # The first panel has the most room under its line; the rule means the same in all.
    rest = [REST_LINE[language]] + [""] * (len(newest) - 1)
    panels = [
        _panel(frame.filter(group_id=zone), shown[zone], label, axes, language)
        for zone, label in zip(newest["group_id"], rest, strict=True)
    ]
    return arranged(panels, columns=2)


def _panel(part: "pl.DataFrame", name: str, rest: str, axes: Axes, language: str) -> Any:
    """A zone's line, the level of the rest and the day the strategy began."""
    import altair as alt

    zone = part["group_id"][0]
    start = part["effective_from"][0]
    # A year's figure stands at its number, so the middle of the year does.
    began = {
        "at": start.year + (start.month - 0.5) / 12 - 0.5,
        "label": SINCE[language].format(start, start.month),
    }
    label = {zone: percent(part.sort("period")["ratio"][-1])}
    return alt.layer(
        *reference_line(1, rest, axes),
        *year_rules([began], axes, dy=0),
        lines(segmented(part, "group_id"), "group_id", "ratio", {zone: ZONES[zone]}, axes, language),
        *end_labels(part, "group_id", "ratio", label, ZONES, axes),
    ).properties(
        width=axes.width,
        height=axes.height,
        title=alt.TitleParams(name, fontSize=13, offset=6, frame="group"),
    )


CHART = Chart(
    chart_id="zone_vs_rest",
    mart="marts/zone_gap",
    query=QUERY,
    facts=facts,
    body=body,
    table=("period", "group_short_name", "value", "rest_value", "unit", "ratio", "effective_from"),
)
