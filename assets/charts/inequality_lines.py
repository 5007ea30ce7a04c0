"""Do Gini, Theil and the coefficient of variation tell the same of incomes, output and budgets?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.axes import Axes
from assets.charts.chart import Chart
from assets.charts.facts import computed, counted, first_year, last_year, rows_of
from assets.charts.lines import end_labels, lines, segmented
from assets.charts.theme import SMALL
from assets.charts.words import JOINT, thousandths
from assets.wording.figures import LANGUAGES, Figure, Wording, joined
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

CHART_ID = "inequality_lines"

# Years with fewer provinces are another sample, so they are left out.
QUERY = """
select *
from marts.inequality
where view_id = 'latest'
    and membership = 'dated'
    and group_id = 'national31'
    and weighting = 'weighted'
    and measure_id in ('gini', 'theil_t', 'coefficient_of_variation')
    and indicator_id in (
        'gdp_per_head', 'disposable_income_per_capita_all', 'retail_sales_per_head',
        'fiscal_revenue_per_head', 'health_expenditure_per_head'
    )
    and value is not null
    and n_present = n_members
order by measure_id, indicator_id, period
"""

COLOURS = {
    "gdp_per_head": "#12436d", "disposable_income_per_capita_all": "#a3215b",
    "retail_sales_per_head": "#d98a0b", "fiscal_revenue_per_head": "#21938a",
    "health_expenditure_per_head": "#6b747d",
}  # fmt: skip
# Each measure's step to which its scale is rounded up: measures have units of their own.
MEASURES = {"gini": 0.1, "theil_t": 0.05, "coefficient_of_variation": 0.2}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """In which indicators all measures fell over the newest run on one basis, rose, or disagree."""
    groups: dict[str, list[str]] = {"fell": [], "rose": [], "mixed": []}
    for indicator in COLOURS:
        runs = [_run(frame, indicator, measure) for measure in MEASURES]
        moves = {_move(run) for run in runs if len(run) > 1}
        if moves:
            kind = "mixed" if len(moves) > 1 or "level" in moves else moves.pop()
            groups[kind].append(indicator)
    said = [
        worded(CHART_ID, kind, language, {"names": _names(found, language)})
        for kind, found in groups.items()
        if found
    ]
    numbers = {
        "indicators": _number(frame, [indicator for found in groups.values() for indicator in found]),
        "n_fell": _number(frame, groups["fell"]),
        "n_rose": _number(frame, groups["rose"]),
    }
    details = [_detail(frame, indicator, language) for indicator in COLOURS]
    return {
        "finding": worded(CHART_ID, "finding", language, numbers),
        "named": joined(said, "; " if language == "en" else "；", language),
        "details": joined([each for each in details if each], " " if language == "en" else "", language),
        "first": first_year(frame),
        "last": last_year(frame),
        "breaks": counted(frame.filter(frame["has_break"], measure_id="gini")),
    }


def _run(frame: "pl.DataFrame", indicator: str, measure: str) -> "pl.DataFrame":
    """The newest run on one basis, by year."""
    part = frame.filter(indicator_id=indicator, measure_id=measure).sort("period")
    breaks = part.filter(part["has_break"])["period"]
    return part.filter(part["period"] >= (breaks.max() if len(breaks) else 0))


def _move(run: "pl.DataFrame") -> str:
    change = run["value"][-1] - run["value"][0]
    return "fell" if change < 0 else "rose" if change > 0 else "level"


def _number(frame: "pl.DataFrame", indicators: list[str]) -> Figure:
    """How many indicators, with the rows of their newest runs."""
    runs = [_run(frame, indicator, measure) for indicator in indicators for measure in MEASURES]
    rows = tuple(row for run in runs for row in rows_of(run))
    return Figure(len(indicators), "count", column="value", rows=rows, how="computed")


def _names(indicators: list[str], language: str) -> str:
    names = [worded(CHART_ID, f"name-{indicator}", language).text for indicator in indicators]
    return JOINT[language].join(names)


def _detail(frame: "pl.DataFrame", indicator: str, language: str) -> Wording | str:
    """Both ends of the run by each measure."""
    runs = {measure: _run(frame, indicator, measure) for measure in MEASURES}
    if any(run.is_empty() for run in runs.values()):
        return ""
    values: dict[str, Any] = {"name": worded(CHART_ID, f"name-{indicator}", language).text}
    values |= {"first": first_year(runs["gini"]), "last": last_year(runs["gini"])}
    for measure, run in runs.items():
        short = measure.split("_")[0]
        for end, row in (("first", run[0]), ("last", run[-1])):
            values[f"{short}_{end}"] = computed(row["value"][0], "index", row, "value")
    return worded(CHART_ID, "detail", language, values)


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A panel a measure, each from zero; lines are cut where the basis changes, named at their ends."""
    import altair as alt

    years = frame["period"].min(), frame["period"].max()
    panels = []
    for measure, step in MEASURES.items():
        part = frame.filter(measure_id=measure)
        top = part["value"].max() // step * step + step
        axes = Axes(390, 150, years, (0, top), ".2f", ticks=4)
        drawn = part.select("indicator_id", "period", "has_break", "n_present", part["value"].round(4))
        runs = segmented(drawn, "indicator_id")
        layers = alt.layer(
            lines(runs, "indicator_id", "value", COLOURS, axes, language, width=2),
            *_starts(runs, axes),
            *_ends(part, axes, language),
        )
        panels.append(
            layers.properties(width=axes.width, height=axes.height).properties(
                title=alt.TitleParams(
                    worded(CHART_ID, f"head-{measure}", language).text, fontSize=12.5, offset=8,
                    frame="group", anchor="start", fontWeight="normal",
                )
            )
        )  # fmt: skip
    return arranged(panels, columns=1, spacing=(20, 0))


def _ends(part: "pl.DataFrame", axes: Axes, language: str) -> list[Any]:
    """A dot where each line ends, and at the right rim its name, with the year where that is earlier."""
    import polars as pl

    latest = axes.years[1]
    last = part.sort("period").group_by("indicator_id", maintain_order=True).last()
    shown = {
        row["indicator_id"]: worded(
            CHART_ID, "label" if row["period"] == latest else "label-earlier", language,
            {"name": worded(CHART_ID, f"name-{row['indicator_id']}", language).text,
             "value": thousandths(row["value"]), "year": str(row["period"])},
        ).text
        for row in last.iter_rows(named=True)
    }  # fmt: skip
    at_rim = last.with_columns(period=pl.lit(latest))
    dots, _ = end_labels(last, "indicator_id", "value", shown, COLOURS, axes)
    _, texts = end_labels(at_rim, "indicator_id", "value", shown, COLOURS, axes, size=SMALL, line_gap=14)
    return [dots, texts]


def _starts(runs: "pl.DataFrame", axes: Axes) -> list[Any]:
    """A ring at the first year of a new basis, where a line begins anew."""
    import altair as alt

    starts = runs.filter(runs["has_break"] & (runs["segment"] > 0)).select("indicator_id", "period", "value")
    starts = starts.filter(starts["period"] > axes.years[0])
    if starts.is_empty():
        return []
    scale = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    return [
        alt.Chart(starts)
        .mark_point(size=34, fill="white", opacity=1, strokeWidth=1.5)
        .encode(x=axes.x(), y=axes.y("value"), stroke=alt.Stroke("indicator_id:N", scale=scale, legend=None))
    ]


CHART = Chart(
    chart_id=CHART_ID,
    mart="marts/inequality",
    query=QUERY,
    facts=facts,
    body=body,
    table=("indicator_name", "period", "measure_id", "weighting", "value", "n_members", "basis_text"),
    codes={
        "measure_id": {
            "zh-Hans": {"gini": "基尼系数", "theil_t": "泰尔指数", "coefficient_of_variation": "变异系数"},
            "zh-Hant": {"gini": "基尼係數", "theil_t": "泰爾指數", "coefficient_of_variation": "變異係數"},
            "en": {"gini": "Gini", "theil_t": "Theil T", "coefficient_of_variation": "Variation"},
        },
        "weighting": {
            language: {"weighted": word}
            for language, word in zip(LANGUAGES, ("人口加权", "人口加權", "by people"), strict=True)
        },
    },
)
