"""How did provinces reached by more of the major strategies stand before the first one, and since?"""

from collections.abc import Mapping
from math import expm1
from typing import TYPE_CHECKING, Any

from assets.charts.axes import Axes, rounded_domain
from assets.charts.chart import Chart
from assets.charts.facts import computed, figure, first_year, last_year
from assets.charts.lines import end_labels, lines, reference_line, year_rules
from assets.charts.theme import GRID
from assets.charts.words import CLAUSES, COLUMNS, NATION_LINE, percent
from assets.wording.figures import Figure, joined
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

# One basis, without a break, so that a line fitted before the first strategy can be carried on.
QUERY = """
select *
from marts.strategy_overlap
where view_id = 'census5'
    and membership = 'fixed'
    and indicator_id = 'gdp_per_head'
    and ratio is not null
order by n_strategies, period
"""

SHADES = ("#6b747d", "#3f83b0", "#12436d", "#081d33", "#000000")
COLUMNS.update(
    trend_before_ratio={"zh-Hans": "此前趋势线", "zh-Hant": "此前趨勢線", "en": "Earlier trend"},
    coverage={"zh-Hans": "覆盖率", "zh-Hant": "覆蓋率", "en": "Coverage"},
)
LABELS = {
    "zh-Hans": "{whose}（{members}省份）{ratio}\n{year}年前年均{before}，\n其后{after}",
    "zh-Hant": "{whose}（{members}省份）{ratio}\n{year}年前年均{before}，\n其後{after}",
    "en": "{whose} ({members} provinces)\n{ratio}; {before} a year\nbefore {year}, {after} since",
}
WHOSE = {
    "zh-Hans": ("未列入战略", "{}项战略"), "zh-Hant": ("未列入戰略", "{}項戰略"),
    "en": ("In no strategy", "Strategies: {}"),
}  # fmt: skip
RULE = {"zh-Hans": "{}年：首个战略", "zh-Hant": "{}年：首個戰略", "en": "{}: first strategy"}
UNKNOWN = {"zh-Hans": "无法计算", "zh-Hant": "無法計算", "en": "not known"}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """Both ends and both slopes for the provinces in no strategy and in the most."""
    first, last = first_year(frame), last_year(frame)
    ends = frame.filter(period=last.value)
    most = ends["n_strategies"].max()
    courses = {
        number: _courses(ends.filter(n_strategies=number), language) for number in ends["n_strategies"]
    }

    def at(number: int, period: Figure) -> Figure:
        return figure(frame, "ratio", "percent", n_strategies=number, period=period.value)

    def group(number: int) -> Figure:
        return figure(ends, "n_strategies", "count", n_strategies=number)

    trends = [
        worded("strategy_overlap", "trend", language, {"n": group(number), "before": before, "after": after})
        for number, (before, after) in courses.items()
    ]
    return {
        "first": first, "last": last, "most": group(most),
        "year": computed(_split(frame), "year", ends, "first_strategy_from"),
        "none_first": at(0, first), "none_last": at(0, last),
        "most_first": at(most, first), "most_last": at(most, last),
        "none_before": courses[0][0], "none_after": courses[0][1],
        "most_before": courses[most][0], "most_after": courses[most][1],
        "trends": joined(trends, CLAUSES[language], language),
        "reached": computed(ends["last_reached_on"].max().year, "year", ends, "last_reached_on"),
        "years_before": computed(ends["n_years_before"].max(), "years", ends, "n_years_before"),
        "years_after": computed(ends["n_years_after"].max(), "years", ends, "n_years_after"),
    }  # fmt: skip


def _split(frame: "pl.DataFrame") -> int:
    return int(frame["first_strategy_from"][0].year)


def _courses(row: "pl.DataFrame", language: str) -> tuple[Figure | str, Figure | str]:
    """Yearly change of the ratio before and since; the gap is the log of reference over value."""
    before, after = (
        UNKNOWN[language] if row[name][0] is None
        else computed(expm1(-row[name][0]), "change", row, name, digits=2)
        for name in ("trend_before", "trend_after")
    )  # fmt: skip
    return before, after


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A line for each number of strategies, darker with more of them, with the earlier trend dashed."""
    import altair as alt

    years, split = (frame["period"].min(), frame["period"].max()), _split(frame)
    axes = Axes(424, 320, years, rounded_domain(frame["ratio"], 0.1), ".0%")
    colours = {number: SHADES[number] for number in sorted(frame["n_strategies"].unique())}
    ends = frame.filter(period=years[1])
    labels = {number: _label(ends.filter(n_strategies=number), language) for number in colours}
    marks = [{"at": split, "label": RULE[language].format(split)}]
    line_gap = 16.0 * (1 + max(label.count("\n") for label in labels.values()))
    # without the value: an extended trend has none
    trends = frame.filter(frame["trend_before_ratio"].is_not_null()).drop("value", strict=False)
    return alt.layer(
        *_before(axes, split),
        *year_rules(marks, axes),
        *reference_line(1, NATION_LINE[language], axes, place="start"),
        lines(
            trends,
            "n_strategies",
            "trend_before_ratio",
            colours,
            axes,
            language,
            width=1.2,
            dash=(4, 3),
            whose="n_strategies",
        ),
        lines(frame, "n_strategies", "ratio", colours, axes, language, ("n_members",), whose="n_strategies"),
        *end_labels(frame, "n_strategies", "ratio", labels, colours, axes, line_gap=line_gap),
    ).properties(width=axes.width, height=axes.height)


def _label(row: "pl.DataFrame", language: str) -> str:
    """What stands at the end of a line: whose it is, where it ends and its two slopes."""
    before, after = (
        course if isinstance(course, str) else course.written(language) for course in _courses(row, language)
    )
    number = row["n_strategies"][0]
    return LABELS[language].format(
        whose=WHOSE[language][number > 0].format(number), members=row["n_members"][0],
        ratio=percent(row["ratio"][0]), year=_split(row), before=before, after=after,
    )  # fmt: skip


def _before(axes: Axes, split: int) -> list[Any]:
    """A shade behind the years before the first strategy."""
    import altair as alt

    if axes.years[0] >= split:
        return []
    ends = alt.InlineData(values=[{"from": axes.years[0], "to": split}])
    return [alt.Chart(ends).mark_rect(fill=GRID, opacity=0.55).encode(x=axes.x("from"), x2="to:Q")]


CHART = Chart(
    chart_id="strategy_overlap",
    mart="marts/strategy_overlap",
    query=QUERY,
    facts=facts,
    body=body,
    table=(
        "period", "n_strategies", "n_members", "coverage", "value", "reference_value", "unit", "ratio",
        "trend_before_ratio",
    ),
)  # fmt: skip
