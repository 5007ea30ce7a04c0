"""Hatching for what has no figure: slanted lines over a box, readable without colour."""

from assets.charts.theme import NO_DATA, PALE

GAP = 7
"""Pixels between two lines, measured along the edge of the box."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""


def hatched(box: Box, gap: float = GAP) -> list[dict[str, float]]:
    """Ends of the lines over a box, each from its lower or left end to its upper or right end."""
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    lines = []
    for step in range(1, int((width + height) / gap) + 1):
        reach = step * gap
        if reach >= width + height:
            break
        start, end = max(0.0, reach - height), min(width, reach)
        lines.append({"x": left + start, "y": top + reach - start, "x2": left + end, "y2": top + reach - end})
    return lines


def hatch_layers(boxes: list[Box], size: tuple[float, float]) -> list[dict]:
    """Vega-Lite layers that fill boxes of a plot of `size` pixels; no layer without a box."""
    if not boxes:
        return []
    width, height = size
    x = {"type": "quantitative", "scale": {"domain": [0, width], "nice": False}, "axis": None}
    y = {"type": "quantitative", "scale": {"domain": [height, 0], "nice": False}, "axis": None}
    ends = {
        "x": {"field": "x", **x},
        "x2": {"field": "x2"},
        "y": {"field": "y", **y},
        "y2": {"field": "y2"},
    }
    corners = [dict(zip(("x", "y", "x2", "y2"), box, strict=True)) for box in boxes]
    rules = [line for box in boxes for line in hatched(box)]
    return [
        {"data": {"values": corners}, "mark": {"type": "rect", "color": NO_DATA}, "encoding": ends},
        {
            "data": {"values": rules},
            "mark": {"type": "rule", "color": PALE, "strokeWidth": 0.8},
            "encoding": ends,
        },
    ]
