"""Outlines for maps: the boundaries file as Vega wants it, and a point inside each region for its label."""

import math
from typing import Any

from assets.charts.reading import OUTLINES

FEATURE = "provinces"

Point = tuple[float, float]


def feature_data() -> Any:
    """The shapes, by the name under which the chart carries the topology once for all its layers."""
    import altair as alt

    return alt.NamedData(OUTLINES, format=alt.TopoDataFormat(feature=FEATURE, type="topojson"))


def label_points(outlines: dict) -> dict[str, Point]:
    """Centre of the largest outline of each region, as longitude and latitude."""
    arcs = [_decoded(arc, outlines["transform"]) for arc in outlines["arcs"]]
    points = {}
    for geometry in outlines["objects"][FEATURE]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [_ring(polygon[0], arcs) for polygon in polygons]
        points[geometry["id"]] = _inner_point(max(rings, key=lambda ring: abs(_area(ring))))
    return points


def _inner_point(ring: list[Point]) -> Point:
    """The centroid, or where a bent region leaves it outside, the inner point farthest from the rim."""
    centre = _centre(ring)
    if _holds(ring, centre):
        return centre
    (west, east), (south, north) = [(min(axis), max(axis)) for axis in zip(*ring, strict=True)]
    steps = [(step + 0.5) / 16 for step in range(16)]
    grid = [(west + a * (east - west), south + b * (north - south)) for a in steps for b in steps]
    inner = [point for point in grid if _holds(ring, point)] or [centre]
    return max(inner, key=lambda point: min(math.dist(point, corner) for corner in ring))


def _holds(ring: list[Point], point: Point) -> bool:
    """Whether the point lies inside: a ray to the east crosses the rim an odd number of times."""
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            crossings += 1
    return crossings % 2 == 1


def _decoded(arc: list[list[int]], transform: dict) -> list[Point]:
    """Steps on the grid to degrees."""
    (scale_x, scale_y), (start_x, start_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + start_x, y * scale_y + start_y))
    return points


def _ring(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Arcs put together; ~n means arc n backwards."""
    ring: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def _area(ring: list[Point]) -> float:
    """Signed area in square degrees (shoelace)."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs) / 2


def _centre(ring: list[Point]) -> Point:
    """Centroid of the area the ring encloses."""
    x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = ax * by - bx * ay
        x, y = x + (ax + bx) * cross, y + (ay + by) * cross
    area = _area(ring)
    return x / (6 * area), y / (6 * area)
