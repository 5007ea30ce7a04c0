"""Have the provinces come closer together in output per head, counted by province or by people?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.axes import Axes
from assets.charts.chart import Chart
from assets.charts.lines import break_marks, end_labels, last_labels, lines, segmented
from assets.charts.reading import LANGUAGES, Texts, cell
from assets.charts.theme import ACCENT
from assets.charts.words import thousandths, times

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
        {"zh-Hans": "泰尔指数", "zh-Hant": "泰爾指數", "en": "Theil index (T)"},
        0.05,
        ".2f",
    ),
}
WEIGHTINGS = {
    "zh-Hans": {"weighted": "人口加权", "unweighted": "各省等权"},
    "zh-Hant": {"weighted": "人口加權", "unweighted": "各省等權"},
    "en": {"weighted": "by people", "unweighted": "by province"},
}

TEXTS = {
    "zh-Hans": Texts(
        title="省际人均产出变异系数（人口加权）：{peak_year}年{peak}，{last}年{cv_last}",
        subtitle="31省份人均地区生产总值的离散程度，{first}—{last}年；数值越大差距越大，0为无差距",
        alt="折线图两幅：31省份人均地区生产总值的变异系数与泰尔指数，人口加权与各省等权，{first}至{last}年。",
        description="人口加权变异系数{first}年为{cv_first}，{peak_year}年最高，为{peak}，{last}年为{cv_last}；"
        "各省等权为{cvu_last}。泰尔指数（人口加权）由{theil_first}变为{theil_last}。虚线处数据口径变更。",
    ),
    "zh-Hant": Texts(
        title="省際人均產出變異係數（人口加權）：{peak_year}年{peak}，{last}年{cv_last}",
        subtitle="31省份人均地區生產總值的離散程度，{first}—{last}年；數值越大差距越大，0為無差距",
        alt="折線圖兩幅：31省份人均地區生產總值的變異係數與泰爾指數，人口加權與各省等權，{first}至{last}年。",
        description="人口加權變異係數{first}年為{cv_first}，{peak_year}年最高，為{peak}，{last}年為{cv_last}；"
        "各省等權為{cvu_last}。泰爾指數（人口加權）由{theil_first}變為{theil_last}。虛線處數據口徑變更。",
    ),
    "en": Texts(
        title="Spread of output per head between provinces: {peak} at its peak in {peak_year},"
        " {cv_last} in {last}",
        subtitle="Dispersion of gross regional product per head across the 31 provinces, {first}–{last};"
        " 0 means no difference. The title quotes the coefficient of variation weighted by people",
        alt="Two line charts: coefficient of variation and Theil index of output per head across 31"
        " provinces, weighted by people and by province, {first} to {last}.",
        description="Weighted by people, the coefficient of variation was {cv_first} in {first}, peaked"
        " at {peak} in {peak_year} and was {cv_last} in {last}; counting each province once it was"
        " {cvu_last}. The Theil index weighted by people went from {theil_first} to {theil_last}."
        " The basis of the figures changes at the dashed rule.",
    ),
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """Both ends of the people-weighted measures and the peak of the coefficient of variation."""
    first, last = frame["period"].min(), frame["period"].max()

    def at(measure: str, weighting: str, period: int) -> str:
        found = cell(frame, "value", measure_id=measure, weighting=weighting, period=period)
        return thousandths(found) if measure == "theil_t" else times(found)

    weighted = frame.filter(measure_id="coefficient_of_variation", weighting="weighted")
    peak = weighted.sort("value", descending=True).row(0, named=True)
    return {
        "first": str(first),
        "last": str(last),
        "peak_year": str(peak["period"]),
        "peak": times(peak["value"]),
        "cv_first": at("coefficient_of_variation", "weighted", first),
        "cv_last": at("coefficient_of_variation", "weighted", last),
        "cvu_last": at("coefficient_of_variation", "unweighted", last),
        "theil_first": at("theil_t", "weighted", first),
        "theil_last": at("theil_t", "weighted", last),
    }


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A panel a measure, each from zero, because the measures have different units."""
    import altair as alt

    panels = []
    for measure, (head, step, number) in PANELS.items():
        part = frame.filter(measure_id=measure)
        years = part["period"].min(), part["period"].max()
        axes = Axes(195, 250, years, (0, part["value"].max() // step * step + step), number, 10)
        shown = {key: f"{name}\n" for key, name in WEIGHTINGS[language].items()}
        labels = last_labels(part, "weighting", "value", shown, times if number == ".1f" else thousandths)
        layers = alt.layer(
            *break_marks(part, axes, language, dy=-2),
            lines(segmented(part, "weighting"), "weighting", "value", COLOURS, axes),
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
    texts=TEXTS,
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
