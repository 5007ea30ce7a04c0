"""Have the provinces come closer together in output per head, counted by province or by people?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.axes import Axes
from assets.charts.chart import Chart
from assets.charts.facts import figure, first_year, last_year
from assets.charts.lines import break_marks, end_labels, last_labels, lines, segmented
from assets.charts.theme import ACCENT
from assets.charts.words import thousandths, times
from assets.wording.figures import LANGUAGES, Figure

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.inequality
where view_id = 'latest'
    and membership = 'dated'
    and indicator_id = 'gdp_per_head'
    and group_id = 'national31'
    and measure_id in ('coefficient_of_variation', 'theil_t')
    and value is not null
order by measure_id, weighting, period
"""

COLOURS = {"weighted": "#12436d", "unweighted": ACCENT}
# Panel heads, the steps to which each scale is rounded up, and how its numbers are written.
PANELS = {
    "coefficient_of_variation": (
        {"zh-Hans": "变异系数", "zh-Hant": "變異係數", "en": "Coefficient of variation"},
        0.2,
        ".1f",
    ),
    "theil_t": (
        {"zh-Hans": "泰尔指数（T）", "zh-Hant": "泰爾指數（T）", "en": "Theil index (T)"},
        0.05,
        ".2f",
    ),
}
WEIGHTINGS = {
    "zh-Hans": {"weighted": "人口加权", "unweighted": "各省等权"},
    "zh-Hant": {"weighted": "人口加權", "unweighted": "各省等權"},
    "en": {"weighted": "by people", "unweighted": "by province"},
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """Both ends of the people-weighted measures and the peak of the coefficient of variation."""
    first, last = first_year(frame), last_year(frame)

    def at(measure: str, weighting: str, year: Figure) -> Figure:
        kind = "index" if measure == "theil_t" else "ratio"
        return figure(frame, "value", kind, measure_id=measure, weighting=weighting, period=year.value)

    weighted = frame.filter(measure_id="coefficient_of_variation", weighting="weighted")
    peak = weighted.sort("value", descending=True).head(1)
    return {
        "first": first,
        "last": last,
        "peak_year": last_year(peak),
        "peak": figure(peak, "value", "ratio"),
        "cv_first": at("coefficient_of_variation", "weighted", first),
        "cv_last": at("coefficient_of_variation", "weighted", last),
        "cvu_last": at("coefficient_of_variation", "unweighted", last),
        "theil_first": at("theil_t", "weighted", first),
        "theil_last": at("theil_t", "weighted", last),
    }


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A panel a measure, each from zero, because the measures have different units."""
    import altair as alt
    import polars as pl

    panels = []
    for measure, (head, step, number) in PANELS.items():
        part = frame.filter(measure_id=measure)
        years = part["period"].min(), part["period"].max()
        axes = Axes(195, 250, years, (0, part["value"].max() // step * step + step), number, 10)
        shown = {key: f"{name}\n" for key, name in WEIGHTINGS[language].items()}
        labels = last_labels(part, "weighting", "value", shown, times if number == ".1f" else thousandths)
        runs = segmented(part, "weighting").with_columns(pl.col("weighting").replace(WEIGHTINGS[language]))
        colours = {WEIGHTINGS[language][key]: colour for key, colour in COLOURS.items()}
        layers = alt.layer(
            *break_marks(part, axes, language, dy=4),
            lines(runs, "weighting", "value", colours, axes, language, whose="weighting"),
            *end_labels(part, "weighting", "value", labels, COLOURS, axes, line_gap=32),
        )
        panels.append(
            layers.properties(width=axes.width, height=axes.height).properties(
                title=alt.TitleParams(head[language], fontSize=13, offset=10, frame="group")
            )
        )
    return arranged(panels, columns=2)


CHART = Chart(
    chart_id="dispersion_over_time",
    mart="marts/inequality",
    query=QUERY,
    facts=facts,
    body=body,
    table=("period", "measure_id", "weighting", "value", "n_members", "basis_text"),
    codes={
        "measure_id": {
            language: {measure: head[language] for measure, (head, *_) in PANELS.items()}
            for language in LANGUAGES
        },
        "weighting": WEIGHTINGS,
    },
)
