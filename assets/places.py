"""Where provinces lie: the centre of each drawn outline, made once, kept as reference data.

What belongs here: the step from `boundaries.topo.json` to `places.csv`. What does not: distances and
weights (assets/statistics/distance_weights.py) and anything the pipeline runs by itself.

A centre is the direction of the mean of all points of a region on the unit sphere, islands included, so
that no map projection moves it. It need not be far from another's: the centre of Hebei, which surrounds
Beijing, is 78 km from that of Beijing. Seats of government would be other places; which of them stands for a
region is a choice, and part of every result under distance weights.

    python -m assets.places warehouse/reference/cn
"""

import argparse
import csv
import json
from itertools import accumulate, pairwise
from math import atan2, cos, degrees, hypot, radians, sin
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Vector = tuple[float, float, float]

HOW = "centre of area on the sphere; outline in boundaries.topo.json"
# four decimals are some 10 m; outlines are true to some 2 km
DECIMALS = 4


def centre(rings: list[list[Point]]) -> Point:
    """Centre of area of a region on the sphere, longitude and latitude in degrees.

    rings  closed, points (longitude, latitude) joined by great circles; outer ones run one way, holes
           the other. The integral of the unit vector over the area inside is half the sum, over the edges
           a to b, of their angle times the unit normal a x b (Stokes), turned outwards.
    """
    sums = [0.0, 0.0, 0.0]
    for ring in rings:
        unit = [_unit(point) for point in ring]
        for one, other in pairwise(unit):
            normal = _cross(one, other)
            length = hypot(*normal)
            if length:
                angle = atan2(length, _dot(one, other))
                sums = [total + angle * part / length for total, part in zip(sums, normal, strict=True)]
    # rings of either winding: a region smaller than half the globe lies on the side of its own rim
    outwards = _dot((sums[0], sums[1], sums[2]), _unit(rings[0][0])) >= 0
    x, y, z = sums if outwards else [-part for part in sums]
    return degrees(atan2(y, x)), degrees(atan2(z, hypot(x, y)))


def _unit(point: Point) -> Vector:
    longitude, latitude = radians(point[0]), radians(point[1])
    return cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)


def _cross(a: Vector, b: Vector) -> Vector:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def _dot(a: Vector, b: Vector) -> float:
    return sum(one * other for one, other in zip(a, b, strict=True))


def rings_by_region(topology: dict[str, Any]) -> dict[str, list[list[Point]]]:
    """All rings of each region in degrees, from quantised TopoJSON; ~n means arc n backwards."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        axes = [accumulate(steps) for steps in zip(*arc, strict=True)]
        degrees_of = [
            [step * size + start for step in axis]
            for axis, size, start in zip(axes, scale, translate, strict=True)
        ]
        arcs.append(list(zip(*degrees_of, strict=True)))
    (layer,) = topology["objects"].values()
    return {
        shape["id"]: [
            _joined(ring, arcs)
            for polygon in ([shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"])
            for ring in polygon
        ]
        for shape in layer["geometries"]
    }


def _joined(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def write_places(topology: dict[str, Any], path: Path) -> None:
    """One line per region, sorted: id, longitude, latitude, how the place was found."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["region_id", "longitude", "latitude", "how"])
        for region_id, rings in sorted(rings_by_region(topology).items()):
            longitude, latitude = centre(rings)
            writer.writerow([region_id, f"{longitude:.{DECIMALS}f}", f"{latitude:.{DECIMALS}f}", HOW])


def main() -> None:
    """Write places.csv into the folder that holds boundaries.topo.json."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path, help="reference folder of the country")
    folder = parser.parse_args().folder
    topology = json.loads((folder / "boundaries.topo.json").read_text(encoding="utf-8"))
    write_places(topology, folder / "places.csv")


if __name__ == "__main__":
    main()
