"""The grid of coverage: runs of years of one state, a row an indicator, and above them a bar a year."""

from typing import TYPE_CHECKING, Any

from assets.charts.indicator_rows import indicator_rows
from assets.charts.sheet import Row, Sheet, words
from assets.charts.theme import GREY, GRID, INK, SMALL, wrapped
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

CHART_ID = "coverage_grid"
# Dark to light: every province, all but three at most, fewer.
COLOURS = ("#12436d", "#7fa6c9", "#d3dfea")
ALMOST = 3
NAMES, RIGHT, BARS, HEAD, PAD = 232, 640, 46, 112, 4
KEY, THICK = 84, 6
LABEL_EVERY = 4


def shown(frame: "pl.DataFrame") -> "pl.DataFrame":
    """The indicators with a better direction: the ones that groups are compared on."""
    return frame.filter(frame["polarity"].is_in(["higher", "lower"]))


def drawn(frame: "pl.DataFrame", language: str) -> Any:
    """Bars for all indicators, a row for each that is compared, and what the shades mean."""
    first, last = frame["period"].min(), frame["period"].max()
    step = (RIGHT - NAMES) / (last - first + 1)
    texts, boxes = _bars(frame, first, step, language)
    key_texts, key_boxes, stripes = _key(language)
    placed, names = indicator_rows(shown(frame), language, HEAD, NAMES - 8, PAD, 9.5)
    for row in placed:
        for run in _runs(row.rows):
            ends = {
                "x": round(NAMES + (run["first"] - first) * step, 1),
                "x2": round(NAMES + (run["last"] + 1 - first) * step, 1),
            }
            boxes.append(
                ends | {"y": row.middle - THICK, "y2": row.middle + THICK, "colour": COLOURS[run["state"]],
                        "tip": _tip(run, language)}
            )  # fmt: skip
            if run["weak"]:
                stripes.append(ends | {"y": row.middle, "y2": row.middle, "colour": "white"})
    sheet = Sheet(RIGHT, placed[-1].bottom if placed else HEAD)
    grid = [
        {"x": NAMES + at * step, "x2": NAMES + at * step, "y": HEAD - 4, "y2": sheet.height, "colour": GRID}
        for at in range(0, last - first + 1, LABEL_EVERY)
    ]
    return sheet.drawn(
        [
            *sheet.strokes(grid), *sheet.boxes(boxes), *sheet.boxes(key_boxes),
            *sheet.strokes(stripes, strokeWidth=1.6, strokeDash=[4, 3]),
            *sheet.words([*texts, *names, *key_texts]),
        ]
    )  # fmt: skip


def _runs(rows: "pl.DataFrame") -> list[dict[str, Any]]:
    """Consecutive years with the same number of provinces and the same attribution."""
    runs: list[dict[str, Any]] = []
    for row in rows.sort("period").iter_rows(named=True):
        gap = row["n_expected"] - row["n_present"]
        key = (row["n_present"], row["missing_region_ids"], row["is_weakly_attributed"])
        if runs and runs[-1]["key"] == key and runs[-1]["last"] == row["period"] - 1:
            runs[-1]["last"] = row["period"]
            continue
        runs.append(
            {"key": key, "first": row["period"], "last": row["period"], "present": row["n_present"],
             "expected": row["n_expected"], "missing": row["missing_region_ids"] or "",
             "weak": row["is_weakly_attributed"], "state": 0 if not gap else 1 if gap <= ALMOST else 2}
        )  # fmt: skip
    return runs


def _tip(run: dict[str, Any], language: str) -> str:
    """Years, provinces with a figure, and which few have none."""
    dash = "–" if language == "en" else "—"
    years = str(run["first"]) if run["first"] == run["last"] else f"{run['first']}{dash}{run['last']}"
    values = {"years": years, "present": str(run["present"]), "expected": str(run["expected"])}
    text = worded(CHART_ID, "tip", language, values).text
    if run["missing"] and run["expected"] - run["present"] <= ALMOST:
        text += worded(CHART_ID, "tip-without", language, {"ids": run["missing"]}).text
    return text + (worded(CHART_ID, "tip-weak", language).text if run["weak"] else "")


def _bars(frame: "pl.DataFrame", first: int, step: float, language: str) -> tuple[list[Row], list[Row]]:
    """How many of all indicators cover every province, a bar a year, from zero."""
    full = frame.filter(frame["n_present"] == frame["n_expected"])
    tally = dict(full.group_by("period").len().sort("period").iter_rows())
    most = max(tally.values(), default=1)
    label = worded(CHART_ID, "bars", language, {"indicators": str(frame["indicator_id"].n_unique())}).text
    texts = [words(0, BARS - 18, "\n".join(wrapped(label, SMALL, NAMES - 12)), "left", SMALL, INK)]
    boxes: list[Row] = []
    for year, count in tally.items():
        x = NAMES + (year - first) * step
        y = BARS + 10 - (BARS - 4) * count / most
        boxes.append(
            {"x": round(x + 1, 1), "x2": round(x + step - 1, 1), "y": round(y, 1), "y2": BARS + 10.0,
             "colour": "#6b747d", "tip": f"{year}: {count}"}
        )  # fmt: skip
        texts.append(words(x + step / 2, y - 6, str(count), "center", 8, GREY))
    texts += [
        words(NAMES + (year - first) * step, HEAD - 10, str(year), "left", SMALL, GREY)
        for year in range(first, frame["period"].max() + 1, LABEL_EVERY)
    ]
    return texts, boxes


def _key(language: str) -> tuple[list[Row], list[Row], list[Row]]:
    """A swatch and its meaning, one after the other, and the stripe over the last swatch."""
    texts: list[Row] = []
    boxes: list[Row] = []
    meanings = zip(("full", "almost", "fewer", "weak"), (*COLOURS, COLOURS[0]), strict=True)
    for place, (name, colour) in enumerate(meanings):
        x = place * 160.0
        boxes.append({"x": x, "x2": x + 20, "y": KEY - 5, "y2": KEY + 5, "colour": colour})
        texts.append(words(x + 25, KEY, worded(CHART_ID, f"key-{name}", language).text, "left", SMALL, GREY))
    stripe = {"x": x, "x2": x + 20, "y": KEY, "y2": KEY, "colour": "white"}
    return texts, boxes, [stripe]
