"""Does the verdict on output per head rest on any one province?"""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import computed, counted, first_year, last_year, rows_of
from assets.charts.reading import column
from assets.charts.sheet import Row, Sheet, words
from assets.charts.theme import ACCENT, GREY, GRID, RULE, SMALL
from assets.charts.verdict_words import VERDICTS, WEIGHTINGS
from assets.charts.words import COLUMNS, JOINT
from assets.wording.figures import Figure, Quote, Wording, joined
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

CHART_ID = "verdict_influence"

QUERY = """
select *
from marts.verdict_influence
where view_id = 'latest'
    and indicator_id = 'gdp_per_head'
    and group_id = 'national31'
    and window_id = 'longest_without_break'
order by weighting desc, log_change, left_out_region_id
"""

MUNICIPALITIES = ("110000", "120000", "310000", "500000")
COLUMNS.update(
    left_out_region_name={"zh-Hans": "剔除的省份", "zh-Hant": "剔除的省份", "en": "Left out"},
    whole_verdict={"zh-Hans": "全部的结论", "zh-Hant": "全部的結論", "en": "Verdict of all"},
    whole_log_change={"zh-Hans": "全部的对数变化", "zh-Hant": "全部的對數變化", "en": "Change of all"},
)
# Pixels: where names end, where each panel begins, its width, and the heights.
NAMES, PANELS, PLOT = 96, {"weighted": 108, "unweighted": 384}, 256
HEAD, ROW = 50, 16
COLOURS = {"converging": "#12436d", "diverging": ACCENT}
# Relative changes of the dispersion at which the scale is ticked.
TICKS = (-0.75, -0.6, -0.5, -0.4, -0.3, -0.2, -0.1, 0.0, 0.1, 0.25, 0.5, 1.0, 2.0)


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """Verdict of all, on whom it turns, and how far the change moves without one province."""
    turned = frame.filter(frame["has_other_verdict"])
    parts = {weighting: frame.filter(weighting=weighting) for weighting in PANELS}
    values = {
        "verdicts": joined(
            [_whole(part, weighting, language) for weighting, part in parts.items() if len(part)],
            ", " if language == "en" else "，", language,
        ),
        "tests": counted(frame.filter(frame["p_value"].is_not_null())),
        "turned": counted(turned),
        "names": _turning(turned, language),
        "first": first_year(frame, "period_start"),
        "last": last_year(frame, "period_end"),
        "highest_p": _highest_p(frame),
    }  # fmt: skip
    message = "holds" if turned.is_empty() else "turns"
    return values | {
        "finding": worded(CHART_ID, message, language, values),
        "ranges": joined(
            [_range(part, weighting, language) for weighting, part in parts.items() if len(part)],
            " " if language == "en" else "", language,
        ),
    }  # fmt: skip


def _whole(part: "pl.DataFrame", weighting: str, language: str) -> Wording:
    """Weighted by people: converging. Bound to the rows whose own verdict is the one of all provinces."""
    word = VERDICTS[language][part["whole_verdict"][0] or ""]
    same = part.filter(~part["has_other_verdict"])
    bound, rows = ("whole_verdict", part) if same.is_empty() else ("verdict", same)
    kind = f"{WEIGHTINGS[language][weighting].lower()}{': ' if language == 'en' else ''}"
    return joined([kind, Quote(word, bound, rows_of(rows))], "", language)


def _turning(turned: "pl.DataFrame", language: str) -> str:
    """Who, left out, changes the verdict; with weighting, in the order of the picture."""
    name = column("left_out_region_name", language)
    open_, shut = (" (", ")") if language == "en" else ("（", "）")
    listed = [
        f"{who}{open_}{WEIGHTINGS[language][weighting].lower()}{shut}"
        for who, weighting in turned.select(name, "weighting").iter_rows()
    ]
    return JOINT[language].join(listed)


def _highest_p(frame: "pl.DataFrame") -> Figure:
    top = frame.filter(frame["p_value"] == frame["p_value"].max())
    return computed(top["p_value"][0], "p_value", top, "p_value")


def _range(part: "pl.DataFrame", weighting: str, language: str) -> Wording:
    """Between which changes the result lies, and without whom."""
    tested = part.filter(part["log_change"].is_not_null()).sort("log_change", "left_out_region_id")
    name = column("left_out_region_name", language)
    ends = {}
    for end, row in (("low", tested[0]), ("high", tested[-1])):
        change = math.expm1(row["log_change"][0])
        ends[end] = computed(change, "change", row, "log_change")
        ends[f"{end}_name"] = row[name][0]
    ends["all"] = computed(math.expm1(tested["whole_log_change"][0]), "change", tested[0], "whole_log_change")
    return worded(CHART_ID, "range", language, ends | {"weighting": WEIGHTINGS[language][weighting]})


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A row a province, in the order of the weighted panel, both panels on one scale of logs."""
    tested = frame.filter(frame["log_change"].is_not_null())
    low = min(tested["log_change_low"].min(), 0.0)
    high = max(tested["log_change_high"].max(), 0.0)
    edges = low - 0.03 * (high - low), high + 0.03 * (high - low)
    order = list(dict.fromkeys(frame["left_out_region_id"]))
    sheet = Sheet(PANELS["unweighted"] + PLOT, HEAD + ROW * len(order))
    layers: dict[str, list[Row]] = {"grid": [], "whole": [], "bars": [], "dots": [], "texts": []}
    for weighting, left in PANELS.items():
        part = frame.filter(weighting=weighting)
        if len(part):
            _panel(part, left, edges, order, sheet, language, layers)
    name = column("left_out_region_name", language)
    shown = dict(frame.select("left_out_region_id", name).iter_rows())
    for place, region in enumerate(order):
        mark = "◆ " if region in MUNICIPALITIES else ""
        layers["texts"].append(words(NAMES, _height(place), f"{mark}{shown[region]}", "right"))
    return sheet.drawn(
        [
            *sheet.strokes(layers["grid"]), *sheet.strokes(layers["whole"], strokeWidth=1.6),
            *sheet.strokes(layers["bars"], strokeWidth=5, opacity=0.28), *sheet.marks(layers["dots"]),
            *sheet.words(layers["texts"]),
        ]
    )  # fmt: skip


def _height(place: int) -> float:
    return HEAD + ROW * (place + 0.5)


def _panel(
    part: "pl.DataFrame", left: float, edges: tuple[float, float], order: list[str], sheet: Sheet,
    language: str, layers: dict[str, list[Row]],
) -> None:  # fmt: skip
    """One weighting: scale, the change of all, and the change without each province."""

    def across(change: float) -> float:
        return round(left + PLOT * (change - edges[0]) / (edges[1] - edges[0]), 1)

    weighting = part["weighting"][0]
    whole = part["whole_log_change"][0]
    said = {"weighting": WEIGHTINGS[language][weighting], "change": _signed(whole)}
    layers["texts"].append(words(left, 10, worded(CHART_ID, "head", language, said).text, "left", 11.5))
    for tick in TICKS:
        change = math.log1p(tick)
        if edges[0] <= change <= edges[1]:
            x = across(change)
            layers["grid"].append(
                {"x": x, "x2": x, "y": HEAD - 6, "y2": sheet.height, "colour": GRID if tick else RULE}
            )
            layers["texts"].append(words(x, HEAD - 14, _signed(change, 0), "center", SMALL, GREY))
    x = across(whole)
    layers["whole"].append({"x": x, "x2": x, "y": HEAD - 6, "y2": sheet.height, "colour": ACCENT})
    for row in part.iter_rows(named=True):
        y = _height(order.index(row["left_out_region_id"]))
        if row["log_change"] is None:
            verdict = VERDICTS[language][row["verdict"] or ""]
            layers["texts"].append(words(left, y, verdict, "left", SMALL, GREY))
            continue
        ink = COLOURS.get(row["verdict"], "#6b747d")
        municipal = row["left_out_region_id"] in MUNICIPALITIES
        layers["bars"].append(
            {"x": across(row["log_change_low"]), "x2": across(row["log_change_high"]), "y": y, "y2": y,
             "colour": ink}
        )  # fmt: skip
        layers["dots"].append(
            {"x": across(row["log_change"]), "y": y, "shape": "diamond" if municipal else "circle",
             "fill": "white" if row["verdict"] == "inconclusive" else ink, "colour": ink,
             "tip": row[column("statement", language)]}
        )  # fmt: skip


def _signed(change: float, digits: int = 1) -> str:
    """A change of logs as a percentage with its sign."""
    text = f"{math.expm1(change):+.{digits}%}".replace("-", "−")
    return text if any(digit in text for digit in "123456789") else text.lstrip("+−").replace("0%", "0")


CHART = Chart(
    chart_id=CHART_ID,
    mart="marts/verdict_influence",
    query=QUERY,
    facts=facts,
    body=body,
    table=(
        "left_out_region_name", "weighting", "n_members", "verdict", "log_change", "log_change_low",
        "log_change_high", "p_value", "whole_log_change", "whole_verdict",
    ),
    codes={"weighting": WEIGHTINGS, "verdict": VERDICTS, "whole_verdict": VERDICTS},
)  # fmt: skip
