"""Guides and labels of the connected scatter of output and income: where both are equal, who ends where."""

from collections.abc import Mapping
from typing import Any

from assets.charts.name_places import SIDES, sides
from assets.charts.theme import BLOCS, GREY, RULE, SMALL, label_colour
from assets.charts.words import percent
from assets.wording.messages import worded

CHART_ID = "income_and_output_scatter"
SIZE = 540


def guides(low: float, high: float, language: str) -> list[dict[str, Any]]:
    """Where both are equal, and the level of the nation on each axis."""
    rules = [
        {"output": low, "output2": high, "income": low, "income2": high, "dash": 1},
        {"output": 1, "output2": 1, "income": low, "income2": high, "dash": 0},
        {"output": low, "output2": high, "income": 1, "income2": 1, "dash": 0},
    ]
    middle = low + 0.7 * (high - low)
    words = [
        {
            "output": middle,
            "income": middle,
            "label": worded(CHART_ID, "equal", language).text,
        }
    ]
    nation = [{"output": 1, "income": high, "label": worded(CHART_ID, "nation", language).text}]
    text = {"type": "text", "fontSize": SMALL, "color": GREY, "align": "left"}
    label = {"text": {"field": "label", "type": "nominal"}}
    ends = {"x2": {"field": "output2"}, "y2": {"field": "income2"}}
    solid, dashed = [row for row in rules if not row["dash"]], [row for row in rules if row["dash"]]
    return [
        {"data": {"values": solid}, "mark": {"type": "rule", "color": RULE}, "encoding": ends},
        {"data": {"values": dashed}, "encoding": ends,
         "mark": {"type": "rule", "color": GREY, "strokeDash": [4, 3]}},
        {"data": {"values": words}, "mark": text | {"angle": 315, "dy": -6, "baseline": "bottom"},
         "encoding": label},
        {"data": {"values": nation}, "mark": text | {"dx": 5, "dy": 4, "baseline": "top"}, "encoding": label},
    ]  # fmt: skip


def ends(paired: Mapping[str, list[dict[str, Any]]], low: float, high: float) -> list[dict[str, Any]]:
    """Name and both ratios beside each last point, which is ringed; the first year beside the first."""
    lasts, firsts = ([path[end] for path in paired.values()] for end in (-1, 0))
    labels = [
        *(f"{row['name']} {percent(row['output'])}, {percent(row['income'])}" for row in lasts),
        *(str(row["period"]) for row in firsts),
    ]  # fmt: skip
    named = [*lasts, *firsts]
    others = [row for path in paired.values() for row in path[1:-1]]
    unit = SIZE / (high - low)
    points = [
        ((row["output"] - low) * unit, (high - row["income"]) * unit, label)
        for row, label in zip([*named, *others], [*labels, *[""] * len(others)], strict=True)
    ]
    layers: list[dict[str, Any]] = []
    for row, label, side in zip(named, labels, sides(points, (SIZE, SIZE)), strict=False):
        if side is None and row in firsts:
            continue
        align, right, down = SIDES[side or "right"]
        mark = {"type": "text", "fontSize": SMALL, "align": align, "dx": right + (right > 0) * 3,
                "dy": down * 1.2, "baseline": "middle"}  # fmt: skip
        base = {
            "data": {"values": [{"output": row["output"], "income": row["income"], "label": label}]},
            "encoding": {"text": {"field": "label", "type": "nominal"}},
        }
        layers.append(base | {"mark": mark | {"stroke": "white", "strokeWidth": 3}})
        layers.append(base | {"mark": mark | {"color": label_colour(BLOCS[row["bloc"]])}})
    rings = [{"output": row["output"], "income": row["income"]} for row in lasts]
    ring = {"type": "point", "size": 90, "color": RULE, "strokeWidth": 1.2}
    return [{"data": {"values": rings}, "mark": ring}, *layers]
