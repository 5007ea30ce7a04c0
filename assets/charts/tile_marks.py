"""Parts of the tile grid: positions in pixels, text in its place, and the classes of colour."""

from collections.abc import Mapping
from typing import Any

from assets.charts.theme import DIVERGING, GREY, LABEL, SMALL
from assets.charts.tile_places import N_COLUMNS, N_ROWS
from assets.charts.words import percent
from assets.wording.messages import worded

CHART_ID = "tile_grid"
# The classes of the map: symmetric in proportion round the nation.
STEPS = (0.6, 0.75, 0.9, 1 / 0.9, 1 / 0.75, 1 / 0.6)
TILE, TALL, GAP = 84, 56, 4
SIZE = (N_COLUMNS * (TILE + GAP) - GAP, N_ROWS * (TALL + GAP) - GAP)
BOX = 46


def place(field: str, axis: str) -> dict[str, Any]:
    """A position in pixels, counted from the top left."""
    domain = [0, SIZE[0]] if axis == "x" else [SIZE[1], 0]
    return {"field": field, "type": "quantitative", "axis": None, "scale": {"domain": domain, "nice": False}}


def text(rows: list[dict[str, Any]], align: str, rim: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Labels of rows with position, ink and size; `rim` is a stroke behind them."""
    return {
        "data": {"values": rows},
        "mark": {"type": "text", "align": align, "baseline": "middle", **(rim or {})},
        "encoding": {
            "x": place("x", "x"), "y": place("y", "y"), "text": {"field": "label", "type": "nominal"},
            "color": {"field": "ink", "type": "nominal", "scale": None},
            "size": {"field": "size", "type": "quantitative", "scale": None},
        },
    }  # fmt: skip


def legend(language: str) -> list[dict[str, Any]]:
    """The seven classes and their limits, where the grid has no tiles."""
    boxes = [
        {"x": BOX * place, "x2": BOX * (place + 1), "y": 24, "y2": 36, "colour": colour}
        for place, colour in enumerate(DIVERGING)
    ]
    words = [{"x": 0, "y": 8, "label": worded(CHART_ID, "key", language).text, "ink": GREY, "size": LABEL}]
    limits = [
        {"x": BOX * (place + 1), "y": 46, "label": percent(step), "ink": GREY, "size": SMALL}
        for place, step in enumerate(STEPS)
    ]
    return [
        {
            "data": {"values": boxes},
            "mark": {"type": "rect", "stroke": "#b7bdc4", "strokeWidth": 0.6},
            "encoding": {
                "x": place("x", "x"), "x2": {"field": "x2"}, "y": place("y", "y"), "y2": {"field": "y2"},
                "color": {"field": "colour", "type": "nominal", "scale": None},
            },
        },
        text(words, "left"),
        text(limits, "center"),
    ]  # fmt: skip
