"""The picture of slopes with and without controls: a row a set of controls, a panel a window, one scale."""

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assets.charts.conditional_beta_estimates import Estimate, Window, set_name, windows
from assets.charts.facts import figure, first_year, last_year
from assets.charts.reading import column
from assets.charts.sheet import Row, Sheet, words
from assets.charts.theme import ACCENT, GREY, GRID, LABEL, PALE, RULE, SMALL, wrapped
from assets.charts.words import JOINT
from assets.statistics.refusal import NOT_EVERY_REGION
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

CHART_ID = "conditional_beta"
# Pixels: width of the names, of a plot, and of the numbers right of it.
NAMES, PLOT, NUMBERS, BETWEEN = 216, 162, 38, 18
HEAD, LINE = 48, 13
COLOURS = {"below": "#12436d", "above": ACCENT, "unclear": "#6b747d"}
STEPS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2)
TICKS = 4


@dataclass
class _Rows:
    """Rows of the picture: where each set stands, and what is drawn there."""

    heights: dict[str, float]
    edges: tuple[float, float]
    width: float
    height: float = 0
    grid: list[Row] = field(default_factory=list)
    alone: list[Row] = field(default_factory=list)
    bars: list[Row] = field(default_factory=list)
    dots: list[Row] = field(default_factory=list)
    blanks: list[Row] = field(default_factory=list)
    hatched: list[Row] = field(default_factory=list)
    texts: list[Row] = field(default_factory=list)

    def across(self, left: float, slope: float) -> float:
        """Pixels from the left of a slope in the panel that begins at `left`."""
        low, high = self.edges
        return round(left + PLOT * (slope - low) / (high - low), 1)


def drawn(frame: "pl.DataFrame", language: str) -> dict[str, Any]:
    """Slope without controls on top, then with every set; the same places in all panels."""
    shown = windows(frame)
    estimates = [estimate for window in shown for estimate in window.estimates]
    low = min(0.0, *(estimate.low for estimate in estimates))
    high = max(0.0, *(estimate.high for estimate in estimates))
    margin = 0.04 * (high - low)
    width = NAMES + len(shown) * (PLOT + NUMBERS) + (len(shown) - 1) * BETWEEN
    rows = _Rows({}, (low - margin, high + margin), width)
    _names(frame, language, rows)
    for place, window in enumerate(shown):
        _panel(window, NAMES + place * (PLOT + NUMBERS + BETWEEN), language, rows)
    sheet = Sheet(rows.width, rows.height)
    return sheet.drawn(
        [
            *sheet.strokes(rows.grid), *sheet.strokes(rows.alone, strokeDash=[4, 3], strokeWidth=1.2),
            *sheet.boxes(rows.blanks), *sheet.hatching(rows.hatched),
            *sheet.strokes(rows.bars, strokeWidth=5, opacity=0.45), *sheet.marks(rows.dots),
            *sheet.words(rows.texts),
        ]
    )  # fmt: skip


def _names(frame: "pl.DataFrame", language: str, rows: _Rows) -> None:
    """What each row allows for, in short and by the names of the indicators."""
    at = HEAD + 16.0
    rows.heights[""] = at
    rows.texts.append(words(0, at, _opening(_text("alone", language)), "left", LABEL))
    at += 20
    for one in frame["conditioning_set_id"].unique(maintain_order=True):
        row = frame.filter(conditioning_set_id=one)[0]
        name, listed = set_name(row, language), row[column("control_names", language)][0]
        lines = [line for part in _listed(listed, language) for line in wrapped(part, SMALL, NAMES - 18)]
        rows.grid.append({"x": 0, "x2": rows.width, "y": at, "y2": at, "colour": GRID})
        rows.heights[one] = at + 7 + (1 + len(lines)) * LINE / 2
        rows.texts.append(words(0, at + 7 + LINE / 2, _opening(name), "left", LABEL))
        rows.texts += [
            words(0, at + 9 + LINE * (place + 1.5), line, "left", SMALL, GREY)
            for place, line in enumerate(lines)
        ]
        at += 16 + LINE * (1 + len(lines))
    rows.height = round(at)


def _listed(names: str, language: str) -> list[str]:
    """The controls one by one, as the mart joins them."""
    return names.split(JOINT[language])


def _panel(window: Window, left: float, language: str, rows: _Rows) -> None:
    """Scale, the slope without controls drawn through all rows, and every estimate or why there is none."""
    part = window.part
    said = {
        "first": first_year(part, "period_start"), "last": last_year(part, "period_end"),
        "n": figure(part[0], "n_members", "count"),
    }  # fmt: skip
    rows.texts.append(words(left, 8, worded(CHART_ID, "head", language, said).text, "left", LABEL))
    for tick in _ticks(*rows.edges):
        x = rows.across(left, tick)
        rows.grid.append(
            {"x": x, "x2": x, "y": HEAD - 8, "y2": rows.height, "colour": GRID if tick else RULE}
        )
        rows.texts.append(words(x, HEAD - 17, _number(tick), "center", SMALL, GREY))
    rows.texts.append(words(left + PLOT + NUMBERS, HEAD - 17, _text("slope", language), "right", SMALL, GREY))
    if window.alone:
        x = rows.across(left, window.alone.value)
        rows.alone.append({"x": x, "x2": x, "y": rows.heights[""], "y2": rows.height, "colour": RULE})
        _estimate(window.alone, left, rows.heights[""], language, rows)
    for estimate in window.sets:
        _estimate(estimate, left, rows.heights[estimate.row["conditioning_set_id"][0]], language, rows)
    for row in window.refused:
        _hatch(row, left, language, rows)


def _estimate(estimate: Estimate, left: float, y: float, language: str, rows: _Rows) -> None:
    colour = COLOURS[estimate.side]
    bar = {"x": rows.across(left, estimate.low), "x2": rows.across(left, estimate.high), "y": y, "y2": y}
    rows.bars.append(bar | {"colour": colour})
    fill = "white" if estimate.side == "unclear" else colour
    rows.dots.append(
        {"x": rows.across(left, estimate.value), "y": y, "shape": "circle", "fill": fill, "colour": colour,
         "tip": _tip(estimate, language)}
    )  # fmt: skip
    number = estimate.slope.written(language)
    rows.texts.append(words(left + PLOT + NUMBERS, y, number, "right", LABEL))


def _tip(estimate: Estimate, language: str) -> str:
    """Set, years, slope with four decimals, interval, p and the number of provinces."""
    row = estimate.row
    values = {
        "name": estimate.name(language),
        "first": first_year(row, "period_start"),
        "last": last_year(row, "period_end"),
        "n": figure(row, "n_members", "count"),
        "slope": figure(row, estimate.column, "index", 4),
        "error": figure(row, estimate.errors, "index", 4),
        "p": figure(row, estimate.p_value, "p_value"),
    }
    return worded(CHART_ID, "tip", language, values).text


def _hatch(row: "pl.DataFrame", left: float, language: str, rows: _Rows) -> None:
    """A set without a slope in this window, and why."""
    y = rows.heights[row["conditioning_set_id"][0]]
    lacking = NOT_EVERY_REGION in (row["null_reason"][0] or "")
    said = {"first": first_year(row, "period_start")}
    reason = worded(CHART_ID, "lacking" if lacking else "refused", language, said).text
    ends = {"x": left, "x2": left + PLOT}
    # lines of the scale would run through the reason
    rows.blanks.append(ends | {"y": y - 14, "y2": y + 19, "colour": "white"})
    rows.hatched.append(ends | {"y": y - 12, "y2": y})
    rows.texts.append(words(left + PLOT + NUMBERS, y - 6, "–", "right", LABEL, PALE))
    rows.texts.append(words(left, y + 10, reason, "left", SMALL, GREY))


def _ticks(low: float, high: float) -> list[float]:
    """Round slopes from the lower to the upper edge, zero among them."""
    step = next((step for step in STEPS if (high - low) / step <= TICKS + 1), STEPS[-1])
    return [round(place * step, 6) for place in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _number(value: float) -> str:
    """-0.02 -> −0.02, 0.0 -> 0."""
    return f"{value:g}".replace("-", "−")


def _opening(name: str) -> str:
    """A name with a capital, as a row begins."""
    return name[0].upper() + name[1:]


def _text(message: str, language: str) -> str:
    return worded(CHART_ID, message, language).text
