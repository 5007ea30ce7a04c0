"""Outlines as fine as a picture can show: the boundaries file has more points than a chart has room for."""

from itertools import accumulate, pairwise
from typing import Any

STEPS = 6000
"""Grid steps along the longer side: a tenth of a pixel in a map 620 pixels wide, where Macao has a shape."""
LEAST_BEND = 80.0
"""Bends with a smaller triangle, in squares of the grid, are left out: under one square pixel there."""
FEWEST = 6

Place = tuple[int, int]


def coarser(topology: dict[str, Any], steps: int = STEPS, least_bend: float = LEAST_BEND) -> dict[str, Any]:
    """The same quantised TopoJSON on a grid of `steps` steps, without its smallest bends.

    Arcs are thinned by effective area (Visvalingam and Whyatt 1993) and keep both ends, so that borders
    two regions share stay shared, and at least FEWEST places, so that no island shrinks to a line.
    """
    (scale_x, scale_y), start = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [_places(arc) for arc in topology["arcs"]]
    wide = max(x for arc in arcs for x, _ in arc) * scale_x
    high = max(y for arc in arcs for _, y in arc) * scale_y
    size = max(wide, high) / steps
    moved = [[(round(x * scale_x / size), round(y * scale_y / size)) for x, y in arc] for arc in arcs]
    return topology | {
        "transform": {"scale": [size, size], "translate": start},
        "arcs": [_deltas(_thinned(arc, least_bend)) for arc in moved],
    }


def _places(arc: list[list[int]]) -> list[Place]:
    """Steps to grid places."""
    return list(zip(*(accumulate(axis) for axis in zip(*arc, strict=True)), strict=True))


def _thinned(arc: list[Place], least_bend: float) -> list[Place]:
    """The arc without the bends below `least_bend`, the smallest taken out first."""
    kept = list(arc)
    while len(kept) > FEWEST:
        bends = [_bend(*kept[at : at + 3]) for at in range(len(kept) - 2)]
        least = min(bends)
        if least >= least_bend:
            break
        del kept[bends.index(least) + 1]
    return kept


def _bend(one: Place, middle: Place, other: Place) -> float:
    """Area of the triangle of three places."""
    ax, ay = middle[0] - one[0], middle[1] - one[1]
    bx, by = other[0] - one[0], other[1] - one[1]
    return abs(ax * by - ay * bx) / 2


def _deltas(arc: list[Place]) -> list[list[int]]:
    steps = [[x - past_x, y - past_y] for (past_x, past_y), (x, y) in pairwise(arc)]
    return [list(arc[0]), *steps]
