"""Where does each bloc and zone stand on many indicators at once, in its newest figures?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import computed, counted
from assets.charts.heads import folded, heads
from assets.charts.reading import column, names
from assets.charts.scorecard_rows import tip, years_of
from assets.charts.theme import DIVERGING, GREY, INK, SMALL, WIDTH, text_width, wrapped
from assets.charts.words import JOINT, percent
from assets.wording.figures import joined

if TYPE_CHECKING:
    import polars as pl

GROUPS = (
    "bloc_east", "bloc_central", "bloc_west", "bloc_northeast", "jjj", "yrd", "yreb", "yellow_river",
)  # fmt: skip
INDICATORS = (
    "gdp_per_head",
    "disposable_income_per_capita_all",
    "fiscal_revenue_per_head",
    "fiscal_self_sufficiency",
    "rd_intensity",
    "invention_patents_valid_per_10k",
    "tech_market_turnover_per_gdp",
    "expressway_length_per_10k",
    "railway_length_per_10k",
    "doctors_per_1000",
    "higher_education_students_per_100k",
    "fiscal_education_per_head",
    "so2_per_gdp",
    "energy_per_gdp",
)

QUERY = f"""
select *
from marts.group_profile
where group_id in {GROUPS}
    and indicator_id in {INDICATORS}
    and ratio_to_nation is not null
order by indicator_id, group_id
"""

# Limits of the classes, symmetric in proportion; the same as on the map.
STEPS = (0.6, 0.75, 0.9, 1 / 0.9, 1 / 0.75, 1 / 0.6)

# Pixels: the widest name, a row with room for a name of two lines, the gap beside names and years.
NAMES, ROW, GAP = 226, 28, 8


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """How many indicators each bloc stands better on, and which blocs have most and fewest."""
    name = column("group_short_name", language)
    better = {
        frame.filter(group_id=bloc)[name][0]: counted(frame.filter(group_id=bloc, standing="better"))
        for bloc in GROUPS[:4]
    }
    ordered = sorted(better, key=lambda bloc: -better[bloc].value)
    best, worst = ordered[0], ordered[-1]
    counts = [joined((f"{bloc} ", count), "", language) for bloc, count in better.items()]
    groups, indicators = frame["group_id"].n_unique(), frame["indicator_id"].n_unique()
    return {
        "best": best,
        "best_count": better[best],
        "worst": worst,
        "worst_count": better[worst],
        "groups": computed(groups, "count", frame, "group_id"),
        "indicators": computed(indicators, "count", frame, "indicator_id"),
        "counts": joined(counts, JOINT[language], language),
    }


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A coloured cell with its number; columns as wide as the names leave room for."""
    import altair as alt

    labels, years = _indicator_labels(frame, language), _years(frame)
    rows = [_row(row, language) for row in frame.iter_rows(named=True)]
    groups = [group for group in GROUPS if group in set(frame["group_id"])]
    x = alt.X("group:N", scale=alt.Scale(domain=groups), axis=None)
    y = alt.Y("indicator:N", scale=alt.Scale(domain=list(labels)), axis=None)
    base = alt.Chart(alt.InlineData(values=rows)).encode(x=x, y=y)
    text = base.mark_text(fontSize=SMALL).encode(text="label:N", color=alt.Color("ink:N", scale=None))
    shown = names(frame, "group_id", "group_short_name", language)
    beside = GAP * 2 + max(text_width(row["years"], SMALL) for row in years)
    lines = [line for label in labels.values() for line in label.split("\n")]
    each = (WIDTH - beside - max(text_width(line, SMALL) for line in lines)) / len(groups)
    titles = {group: folded(shown[group], each) for group in groups}
    # A rule between the blocs and the strategies that overlap with them.
    rule = alt.Chart(alt.InlineData(values=[{}])).mark_rule(color=GREY, strokeWidth=1)
    return (
        alt.layer(
            *_cells(base), text,
            rule.encode(x=alt.value(each * sum(group.startswith("bloc_") for group in groups))),
            *heads("group", titles, x, {"y": alt.value(-8)}, align="center", rise=13),
            *heads("indicator", labels, y, {"x": alt.value(-beside)}, align="right", rise=6),
            alt.Chart(alt.InlineData(values=years))
            .mark_text(align="right", fontSize=SMALL, color=GREY)
            .encode(x=alt.value(-GAP), y=y, text="years:N"),
        )
        .resolve_scale(color="independent")
        .properties(width=each * len(groups), height=ROW * len(labels))
    )  # fmt: skip


def _cells(base: Any) -> list[Any]:
    """The coloured cells in two layers: where low is good the colours are turned round."""
    import altair as alt

    return [
        base.transform_filter(f"datum.lower == {flag}")
        .mark_rect(stroke="white", strokeWidth=1.5)
        .encode(color=alt.Color("ratio:Q", legend=None).scale(
            type="threshold", domain=list(STEPS), range=list(colours)), tooltip={"field": "tip"})
        for flag, colours in (("false", DIVERGING), ("true", DIVERGING[::-1]))
    ]  # fmt: skip


def _indicator_labels(frame: "pl.DataFrame", language: str) -> dict[str, str]:
    """Each indicator's name, with an arrow where low is good."""
    labels = {}
    for indicator in INDICATORS:
        part = frame.filter(indicator_id=indicator)
        if part.is_empty():
            continue
        arrow = " ↓" if part["polarity"][0] == "lower" else ""
        text = f"{part[column('indicator_name', language)][0]}{arrow}"
        labels[indicator] = "\n".join(wrapped(text, SMALL, NAMES))
    return labels


def _years(frame: "pl.DataFrame") -> list[dict[str, str]]:
    """The year or years of each indicator's figures."""
    return [
        {"indicator": rows["indicator_id"][0], "years": years_of(rows)}
        for rows in frame.partition_by("indicator_id", maintain_order=True)
    ]


def _row(row: dict, language: str) -> dict:
    """One cell: where it stands, what it says, and whether low is good."""
    ratio = row["ratio_to_nation"]
    return {
        "group": row["group_id"],
        "indicator": row["indicator_id"],
        "ratio": ratio,
        "label": percent(ratio),
        "tip": tip(row, language),
        "lower": row["polarity"] == "lower",
        "ink": "white" if ratio < STEPS[0] or ratio >= STEPS[-1] else INK,
    }


CHART = Chart(
    chart_id="group_heat_table",
    mart="marts/group_profile",
    query=QUERY,
    facts=facts,
    body=body,
    table=(
        "group_short_name",
        "indicator_name",
        "period",
        "value",
        "nation_value",
        "unit",
        "ratio_to_nation",
    ),
)
