"""The heat table of verdicts: a row an indicator, under its field; a cell a window and a weighting."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.indicator_rows import indicator_rows
from assets.charts.sheet import Row, Sheet, words
from assets.charts.theme import GREY, INK, PALE, SMALL, wrapped
from assets.charts.verdict_words import VERDICTS
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

CHART_ID = "verdict_table"
# The longest run is all years where no break cuts them.
LONGEST = ("longest_without_break", "all_years")
SPANS = ("longest", "to_base_year", "from_base_year")
WEIGHTED = ("weighted", "unweighted")
# Fill, ink and sign of each verdict: dark, light and white, told apart without colour too.
LOOKS = {
    "converging": ("#12436d", "white", "▼"),
    "diverging": ("#edb9cd", INK, "▲"),
    "inconclusive": ("white", GREY, "○"),
}
NAMES, YEARS, LEFT, CELL, GAP = 200, 247, 252, 64, 2
HEAD, PAD = 52, 6

Cells = dict[tuple[str, str], dict[str, Any]]


def cells_by_indicator(frame: "pl.DataFrame") -> dict[str, Cells]:
    """Per indicator the row of each span and weighting that the mart has."""
    found: dict[str, Cells] = {}
    for row in frame.iter_rows(named=True):
        cells = found.setdefault(row["indicator_id"], {})
        if row["window_id"] not in LONGEST:
            cells[row["window_id"], row["weighting"]] = row
        elif row["window_id"] == LONGEST[0] or ("longest", row["weighting"]) not in cells:
            cells["longest", row["weighting"]] = row
    return found


def agreed(cells: Cells) -> str | None:
    """The verdict over the longest run: one word, `mixed` where weightings differ, None without a test."""
    verdicts = {row["verdict"] for (span, _), row in cells.items() if span == "longest"} & set(LOOKS)
    if not verdicts:
        return None
    return verdicts.pop() if len(verdicts) == 1 else "mixed"


def drawn(frame: "pl.DataFrame", language: str) -> Any:
    """All cells on one grid of pixels."""
    found = cells_by_indicator(frame)
    placed, texts = indicator_rows(frame, language, HEAD, NAMES, PAD)
    texts += _heads(frame, language)
    boxes: dict[str, list[Row]] = {}
    for row in placed:
        cells = found[row.rows["indicator_id"][0]]
        texts.append(words(YEARS, row.middle, _years(cells), "right", 9, GREY))
        for place, key in enumerate((span, weighting) for span in SPANS for weighting in WEIGHTED):
            x = LEFT + place * CELL + (place // 2) * 3
            if key not in cells:
                texts.append(words(x + CELL / 2, row.middle, "–", "center", SMALL, PALE))
                continue
            box = {"x": x, "x2": x + CELL - GAP, "y": row.top + 1, "y2": row.bottom - 1}
            look = _look(cells[key])
            boxes.setdefault(look, []).append(box | {"tip": _tip(cells[key], language)})
    sheet = Sheet(LEFT + 6 * CELL + 4, placed[-1].bottom)
    layers = [layer for look, rows in boxes.items() for layer in _cells(sheet, look, rows, language)]
    return sheet.drawn([*layers, *sheet.words(texts)])


def _heads(frame: "pl.DataFrame", language: str) -> list[Row]:
    """Spans over weightings; the base year stands in the rows themselves."""
    spans = {
        span: frame.filter(window_id=span)[end].max()
        for span, end in (("to_base_year", "period_end"), ("from_base_year", "period_start"))
    }
    texts = []
    for place, span in enumerate(SPANS):
        x = LEFT + place * (2 * CELL + 3)
        label = worded(CHART_ID, f"span-{span}", language, {"year": str(spans.get(span) or "")}).text
        texts.append(words(x, 14, "\n".join(wrapped(label, 11, 2 * CELL - 4)), "left", 11))
        texts += [
            words(x + at * CELL, 41, worded(CHART_ID, weighting, language).text, "left", 9.5, GREY)
            for at, weighting in enumerate(WEIGHTED)
        ]
    return texts


def _years(cells: Cells) -> str:
    """First and last year of the longest run: 2006–24, or 1997–2018."""
    rows = [row for (span, _), row in cells.items() if span == "longest"]
    if not rows:
        return ""
    start, end = rows[0]["period_start"], rows[0]["period_end"]
    return f"{start}–{end}" if start // 100 != end // 100 else f"{start}–{end % 100:02d}"


def _look(row: Mapping[str, Any]) -> str:
    """The verdict, or the reason why there was no test."""
    if row["verdict"] in LOOKS:
        return str(row["verdict"])
    return "break" if row["verdict"] == "not testable (break)" else "values"


def _cells(sheet: Sheet, look: str, rows: list[Row], language: str) -> list[dict[str, Any]]:
    """Cells of one verdict: colour, sign and word; hatched with the reason where there was no test."""
    label = worded(CHART_ID, f"cell-{look}", language).text
    size = 8.3 if language == "en" else 9.5
    word: dict[str, Any] = {
        "type": "text",
        "text": label,
        "fontSize": size,
        "align": "left",
        "baseline": "middle",
    }
    middle = {"calculate": "(datum.y + datum.y2) / 2", "as": "middle"}
    at = {"x": sheet.across(), "y": sheet.down("middle")}
    if look not in LOOKS:
        # a white rim keeps the word legible on the hatching
        rims: tuple[dict[str, Any], ...] = (
            {"stroke": "white", "strokeWidth": 4, "color": "white"}, {"color": INK},
        )  # fmt: skip
        lines = [
            {"data": {"values": rows}, "transform": [middle], "encoding": at,
             "mark": word | {"align": "center", "dx": CELL / 2 - 1} | rim}
            for rim in rims
        ]  # fmt: skip
        return [*sheet.hatching(rows), *lines]
    fill, ink, sign = LOOKS[look]
    boxes = sheet.boxes([row | {"colour": fill} for row in rows], stroke=PALE, strokeWidth=0.5)
    mark = word | {"text": f"{sign} {label}", "dx": 2.5, "color": ink}
    width = {"calculate": f"datum.x + {CELL - GAP}", "as": "x2"}
    return [{
        "data": {"values": [{name: row[name] for name in row if name != "x2"} for row in rows]},
        "transform": [width],
        "layer": [
            {key: part for key, part in boxes[0].items() if key != "data"},
            {"mark": mark, "transform": [middle], "encoding": at},
        ],
    }]  # fmt: skip


def _tip(row: Mapping[str, Any], language: str) -> str:
    """Change, interval, p and number of provinces; without a test the verdict alone."""
    if row["verdict"] not in LOOKS:
        return VERDICTS[language][row["verdict"] or ""]
    p = f"p = {row['p_value']:.3f}" if row["p_value"] >= 0.001 else "p < 0.001"
    changes = {name: _signed(row[name]) for name in ("log_change", "log_change_low", "log_change_high")}
    values = {
        "start": str(row["period_start"]), "end": str(row["period_end"]), "p": p,
        "change": changes["log_change"], "low": changes["log_change_low"],
        "high": changes["log_change_high"], "n": str(row["n_members"]),
    }  # fmt: skip
    return worded(CHART_ID, "tip", language, values).text


def _signed(change: float) -> str:
    return f"{math.expm1(change):+.1%}".replace("-", "−")
