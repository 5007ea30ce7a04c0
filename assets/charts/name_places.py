"""Names beside points, as many as fit: none over a point, a line, another name or the rim of the plot."""

from collections.abc import Sequence
from typing import Any

from assets.charts.theme import INK, SMALL, text_width

# side of the point -> how text is aligned there, and pixels to the right and down
SIDES = {
    "right": ("left", 8, 0),
    "left": ("right", -8, 0),
    "above": ("center", 0, -12),
    "below": ("center", 0, 12),
}
# A name nearer than this to another point would be read as that point's.
RADIUS = (9.0, 6.0)

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""


def name_marks(base: Any) -> list[Any]:
    """The `name` of each row of `base` on its `side`; rows without a side have none."""
    import altair as alt

    return [
        base.transform_filter(alt.datum.side == side)
        .mark_text(align=align, baseline="middle", dx=dx, dy=dy, fontSize=SMALL, color=INK)
        .encode(text="name:N")
        for side, (align, dx, dy) in SIDES.items()
    ]


def sides(
    points: Sequence[tuple[float, float, str]],
    plot: tuple[float, float],
    taken: Sequence[Box] = (),
) -> list[str | None]:
    """The side of each name (x, y in pixels, text), None where it has no room.

    Earlier points choose first; `plot` is width and height, `taken` what must stay free of names.
    """
    across, up = RADIUS
    marks = [(x - across, y - up, x + across, y + up) for x, y, _ in points]
    placed: list[Box] = list(taken)
    found: list[str | None] = []
    for place, (x, y, text) in enumerate(points):
        others = [mark for number, mark in enumerate(marks) if number != place]
        boxes = {side: _box(x, y, text, side) for side in SIDES}
        free = [
            side
            for side, box in boxes.items()
            if _inside(box, plot) and not any(_meet(box, other) for other in (*placed, *others))
        ]
        found.append(free[0] if free else None)
        if free:
            placed.append(boxes[free[0]])
    return found


def _box(x: float, y: float, text: str, side: str) -> Box:
    align, right, down = SIDES[side]
    width = text_width(text, SMALL)
    left = x + right - width * {"left": 0, "center": 0.5, "right": 1}[align]
    return left, y + down - SMALL * 0.6, left + width, y + down + SMALL * 0.6


def _inside(box: Box, plot: tuple[float, float]) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= plot[0] and box[3] <= plot[1]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
