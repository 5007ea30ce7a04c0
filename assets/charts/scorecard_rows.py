"""The scorecard: a row an indicator, a mark a bloc on one log scale round the nation, one group to pick."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.indicator_rows import indicator_rows
from assets.charts.reading import column, names
from assets.charts.sheet import Layer, Row, Sheet, words
from assets.charts.theme import BLOCS, GREY, GRID, INK, RULE, SMALL, label_colour
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

CHART_ID = "group_scorecard"
PICKED = "picked"
# A shape for each bloc, so that colour is not needed to tell them apart.
SHAPES = {
    "bloc_east": "circle", "bloc_northeast": "diamond", "bloc_central": "triangle-up", "bloc_west": "square",
}  # fmt: skip
BETTER = "#e8f1ef"
# Each bloc has a lane of its own in a row, so that equal ratios do not hide each other.
LANES = dict(zip(BLOCS, (-6, -2, 2, 6), strict=True))
NAMES, YEARS, LEFT, RIGHT, HEAD, PAD = 218, 248, 262, 636, 54, 8
TICKS = (0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0, 10.0)


def drawn(frame: "pl.DataFrame", language: str) -> Any:
    """All rows on one grid of pixels; groups that are no bloc are drawn when they are picked."""
    reach = max(abs(math.log(ratio)) for ratio in frame["ratio_to_nation"]) * 1.06
    centre = (LEFT + RIGHT) / 2
    placed, texts = indicator_rows(frame, language, HEAD, NAMES - 4, PAD)
    texts += _key(frame, language)
    dots: list[Row] = []
    shades: list[Row] = []
    for row in placed:
        y = row.middle
        texts.append(words(YEARS, y, years_of(row.rows), "right", 9, GREY))
        sides = (centre, RIGHT) if row.rows["polarity"][0] == "higher" else (LEFT, centre)
        shades.append({"x": sides[0], "x2": sides[1], "y": y - 8, "y2": y + 8, "colour": BETTER})
        dots += [
            {"g": group["group_id"], "x": _across(group["ratio_to_nation"], reach),
             "y": y + LANES.get(group["group_id"], 0), "tip": tip(group, language)}
            for group in row.rows.iter_rows(named=True)
        ]  # fmt: skip
    sheet = Sheet(RIGHT, placed[-1].bottom)
    grid: list[Row] = []
    for tick in TICKS:
        if abs(math.log(tick)) <= reach:
            x = _across(tick, reach)
            ink = RULE if tick == 1 else GRID
            grid.append({"x": x, "x2": x, "y": HEAD - 4, "y2": sheet.height, "colour": ink})
            texts.append(words(x, HEAD - 12, f"{tick:.0%}", "center", SMALL, GREY))
    return sheet.drawn(
        [
            *sheet.boxes(shades), *sheet.strokes(grid), *_marks(sheet, dots, frame, language),
            *sheet.words(texts),
        ]
    )  # fmt: skip


def _across(ratio: float, reach: float) -> float:
    """Pixels of a ratio on the log scale, whose ends lie `reach` from the nation."""
    return round((LEFT + RIGHT) / 2 + (RIGHT - LEFT) * math.log(ratio) / (2 * reach), 1)


def years_of(rows: "pl.DataFrame") -> str:
    """The year of the figures, or the years where groups differ: 2016–17."""
    first, last = rows["period"].min(), rows["period"].max()
    return str(last) if first == last else f"{first}–{last % 100:02d}"


def tip(row: Mapping[str, Any], language: str) -> str:
    """What hovering over a group's mark tells: year, value with unit, ratio, members with a figure."""
    digits = row["decimals"] if row["decimals"] is not None else 2
    values = {
        "group": row[column("group_short_name", language)], "year": str(row["period"]),
        "value": f"{row['value']:,.{digits}f}", "unit": row[column("unit", language)],
        "ratio": f"{row['ratio_to_nation']:.1%}", "present": str(row["n_present"]),
        "members": str(row["n_members"]),
    }  # fmt: skip
    return worded(CHART_ID, "tip", language, values).text


def _key(frame: "pl.DataFrame", language: str) -> list[Row]:
    """The blocs' names above the scale; their marks are drawn beside them."""
    shown = names(frame, "group_id", "group_short_name", language)
    texts = [
        words(x + 10, 12, shown[bloc], "left", 11, label_colour(BLOCS[bloc]))
        for bloc, x in _key_places().items()
        if bloc in shown
    ]
    return [*texts, words(0, 12, worded(CHART_ID, "key-better", language).text, "left", SMALL, GREY)]


def _key_places() -> dict[str, float]:
    return {bloc: LEFT + 8 + place * 94.0 for place, bloc in enumerate(BLOCS)}


def _marks(sheet: Sheet, dots: list[Row], frame: "pl.DataFrame", language: str) -> list[Layer]:
    """Blocs always; a picked group in front, everything else pale."""
    shown = names(frame, "group_id", "group_short_name", language)
    at = {"x": sheet.across(), "y": sheet.down(), "tooltip": {"field": "tip", "type": "nominal"}}
    faded = {"condition": {"param": PICKED, "empty": True, "value": 1}, "value": 0.18}
    layers: list[Layer] = []
    for bloc, colour in BLOCS.items():
        key = [{"g": bloc, "x": _key_places()[bloc], "y": 12, "tip": shown.get(bloc, "")}]
        own = [dot for dot in dots if dot["g"] == bloc]
        size = 70 if SHAPES[bloc] == "triangle-up" else 46
        look = {"type": "point", "shape": SHAPES[bloc], "size": size, "fill": colour, "stroke": "white",
                "strokeWidth": 0.7}  # fmt: skip
        layers.append({"data": {"values": [*key, *own]}, "mark": look, "encoding": at | {"opacity": faded}})
    others = [dot for dot in dots if dot["g"] not in BLOCS]
    ring = {"type": "point", "shape": "circle", "size": 62, "fill": "white", "stroke": INK, "strokeWidth": 2}
    chosen = {"filter": {"param": PICKED, "empty": False}}
    layers.append({"data": {"values": others}, "transform": [chosen], "mark": ring, "encoding": at})
    options = [group for group in dict.fromkeys([*BLOCS, *sorted(shown)]) if group in shown]
    everyone = worded(CHART_ID, "all-blocs", language).text
    layers[0]["params"] = [
        {
            "name": PICKED,
            "select": {"type": "point", "fields": ["g"], "toggle": False},
            "bind": {"g": {
                "input": "select", "name": f"{worded(CHART_ID, 'pick', language).text} ",
                "options": [None, *options],
                "labels": [everyone, *[shown[group] for group in options]],
            }},
        }
    ]  # fmt: skip
    return layers
