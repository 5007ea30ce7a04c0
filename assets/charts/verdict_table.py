"""On which indicators did the 31 provinces draw closer, in which years, and by which weighting?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import computed, counted
from assets.charts.reading import column
from assets.charts.verdict_cells import agreed, cells_by_indicator, drawn
from assets.charts.verdict_words import VERDICTS, WEIGHTINGS, WINDOW_NAMES, WINDOWS
from assets.charts.words import COLUMNS
from assets.wording.figures import Figure, Wording, joined

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.convergence_verdicts
where view_id = 'latest'
    and group_id = 'national31'
order by field, indicator_id, window_id, weighting desc
"""

COLUMNS.update(
    window_id={"zh-Hans": "时段", "zh-Hant": "時段", "en": "Window"},
)


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """How many indicators have one verdict by every weighting over their longest run, and which."""
    import polars as pl

    found = cells_by_indicator(frame)
    verdicts = {indicator: agreed(cells) for indicator, cells in found.items()}
    tests = frame.filter(pl.col("p_value").is_not_null())
    values: dict[str, Any] = {
        "tests": counted(tests),
        "by_chance": computed(0.05 * len(tests), "count", tests, "p_value"),
        "indicators": _number(frame, list(found)),
        "tested": _number(frame, [name for name, verdict in verdicts.items() if verdict]),
        "untested": _number(frame, [name for name, verdict in verdicts.items() if not verdict]),
    }
    for word in ("converging", "diverging", "inconclusive", "mixed"):
        listed = [indicator for indicator, verdict in verdicts.items() if verdict == word]
        values[word] = _number(frame, listed)
        values[f"{word}_names"] = _names(frame, listed, language)
    unclear = [name for name, verdict in verdicts.items() if verdict in ("inconclusive", "mixed")]
    return values | {"unclear": _number(frame, unclear)}


def _number(frame: "pl.DataFrame", indicators: list[str]) -> Figure:
    """How many indicators, with the rows of their verdicts."""
    part = frame.filter(frame["indicator_id"].is_in(indicators))
    return computed(len(indicators), "count", part, "verdict")


def _names(frame: "pl.DataFrame", indicators: list[str], language: str) -> Wording:
    names = dict(frame.select("indicator_id", column("indicator_name", language)).iter_rows())
    joint = "; " if language == "en" else "、"
    return joined([names[indicator] for indicator in indicators] or ["–"], joint, language)


CHART = Chart(
    chart_id="verdict_table",
    mart="marts/convergence_verdicts",
    query=QUERY,
    facts=facts,
    body=drawn,
    table=(
        "indicator_name", "window_id", "weighting", "period_start", "period_end", "n_members", "verdict",
        "log_change", "log_change_low", "log_change_high", "p_value",
    ),
    codes={
        "weighting": WEIGHTINGS,
        "verdict": VERDICTS,
        "window_id": {
            language: dict(zip(WINDOWS, names, strict=True)) for language, names in WINDOW_NAMES.items()
        },
    },
)  # fmt: skip
