"""Which provinces are reached by how many major strategies, and since when?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.chart import Chart
from assets.charts.facts import computed, counted, first_year, last_year
from assets.charts.reading import column
from assets.charts.theme import GREY, INK, LABEL, SMALL, WIDTH, text_width
from assets.charts.tooltips import tips
from assets.charts.words import JOINT

if TYPE_CHECKING:
    import polars as pl

# The first of the strategies dates from 2014; two years before it show the start.
QUERY = """
select *
from marts.strategy_coverage
where membership = 'dated'
    and period >= 2012
order by sort_order, period
"""

SHADES = ("#e9ecef", "#8fb8d8", "#12436d", "#081d33")
# Pixels between a name and its tiles, and between the two halves.
GAP, BETWEEN = 10, 26
LEGEND = {"zh-Hans": "{}项", "zh-Hant": "{}項", "en": "{}"}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """Years, and how many and which provinces lie in none and in the most."""
    last = last_year(frame)
    newest = frame.filter(period=last.value).sort("sort_order")
    top = newest["n_strategies"].max()
    name = column("region_short_name", language)
    joint = JOINT[language]
    none, most = newest.filter(n_strategies=0), newest.filter(n_strategies=top)
    return {
        "first": first_year(frame),
        "last": last,
        "top": computed(top, "count", most, "n_strategies"),
        "none": counted(none),
        "most": counted(most),
        "none_names": joint.join(none[name]),
        "most_names": joint.join(most[name]),
    }


def body(frame: "pl.DataFrame", language: str) -> Any:
    """One row a province, in two columns of panels; most strategies and longest standing first."""

    name = column("region_short_name", language)
    totals = {
        region: (
            -part["n_strategies"][-1],
            -part["n_strategies"].sum(),
            part["sort_order"][0],
            part[name][0],
        )
        for (region,), part in frame.sort("period").group_by("region_id")
    }
    ranked = sorted(totals, key=totals.__getitem__)
    half = (len(ranked) + 1) // 2
    parts = [[(region, totals[region][3]) for region in part] for part in (ranked[:half], ranked[half:])]
    # tiles take what the longest name of each half leaves free
    beside = sum(GAP + max((text_width(shown, LABEL) for _, shown in part), default=0) for part in parts)
    tile = (WIDTH - BETWEEN - beside) // (2 * frame["period"].n_unique())
    panels = [_panel(frame, part, tile, language) for part in parts]
    return arranged(panels, columns=2, spacing=(0, BETWEEN), colour="shared")


def _panel(frame: "pl.DataFrame", regions: list[tuple[str, str]], tile: float, language: str) -> Any:
    """Half of the provinces, a tile of `tile` pixels a year."""
    import altair as alt

    part = frame.filter(frame["region_id"].is_in([region for region, _ in regions]))
    name = column("region_short_name", language)
    top = max(3, frame["n_strategies"].max() + 1)
    scale = alt.Scale(domain=list(range(top)), range=list(SHADES[:top]))
    label = LEGEND[language].format("' + datum.label + '")
    legend = alt.Legend(
        orient="top",
        title=None,
        direction="horizontal",
        symbolType="square",
        symbolSize=150,
        labelExpr=f"'{label}'",
        columnPadding=16,
        offset=10,
    )
    years = sorted(frame["period"].unique())
    fields = (
        (name, "region_short_name", ""),
        ("period", "period", "d"),
        ("n_strategies", "n_strategies", "d"),
    )
    return (
        alt.Chart(part.select("period", name, "n_strategies"))
        .mark_rect(stroke="white", strokeWidth=1.5)
        .encode(
            x=alt.X("period:O", title=None).axis(
                orient="top", domain=False, ticks=False, labelAngle=0, labelFontSize=SMALL,
                labelOverlap=False, labelColor=GREY,
                values=[year for year in years if year % 3 == years[-1] % 3],
            ),
            y=alt.Y(f"{name}:N", title=None, sort=[shown for _, shown in regions]).axis(
                domain=False, ticks=False, labelFontSize=LABEL, labelColor=INK
            ),
            color=alt.Color("n_strategies:O", scale=scale, legend=legend),
            tooltip=tips(fields, language),
        )
        .properties(width=tile * len(years), height=18 * len(regions))
    )  # fmt: skip


CHART = Chart(
    chart_id="strategy_timeline",
    mart="marts/strategy_coverage",
    query=QUERY,
    facts=facts,
    body=body,
    table=("region_short_name", "period", "n_strategies", "strategy_ids"),
)
