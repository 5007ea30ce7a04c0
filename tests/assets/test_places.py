"""The centres of outlines: worked on the globe, against sampled points, and the shipped file itself."""

import csv
import json
import math
from itertools import pairwise
from pathlib import Path

import pytest

from assets.places import centre, rings_by_region, write_places

REFERENCE = Path(__file__).parents[2] / "warehouse" / "reference" / "cn"


@pytest.fixture(scope="module")
def topology() -> dict:
    return json.loads((REFERENCE / "boundaries.topo.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def places() -> dict[str, tuple[float, float]]:
    with (REFERENCE / "places.csv").open(encoding="utf-8", newline="") as lines:
        return {
            line["region_id"]: (float(line["longitude"]), float(line["latitude"]))
            for line in csv.DictReader(lines)
        }


def square(west: float, south: float, side: float) -> list[tuple[float, float]]:
    east, north = west + side, south + side
    return [(west, south), (west, north), (east, north), (east, south), (west, south)]


def sampled(rings: list[list[tuple[float, float]]], steps: int) -> tuple[float, float]:
    """Mean of points on a grid of equal areas that lie inside, turned back to degrees."""
    flat = [(east, math.sin(math.radians(north))) for ring in rings for east, north in ring]
    (west, east), (low, high) = [(min(axis), max(axis)) for axis in zip(*flat, strict=True)]
    total = [0.0, 0.0, 0.0]
    for row in range(steps):
        sine = low + (row + 0.5) / steps * (high - low)
        north, cosine = math.degrees(math.asin(sine)), math.sqrt(1 - sine**2)
        crossings = sorted(
            ax + (north - ay) / (by - ay) * (bx - ax)
            for ring in rings
            for (ax, ay), (bx, by) in pairwise(ring)
            if (ay > north) != (by > north)
        )
        for step in range(steps):
            x = west + (step + 0.5) / steps * (east - west)
            if sum(crossing < x for crossing in crossings) % 2:
                angle = math.radians(x)
                parts = (cosine * math.cos(angle), cosine * math.sin(angle), sine)
                total = [sum_ + part for sum_, part in zip(total, parts, strict=True)]
    x, y, z = total
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))


def test_worked_centres() -> None:
    # around the equator the centre of a square is its middle; an eighth of the globe has its centre at
    # equal parts of the three axes: 45 degrees east, arctan(1 / sqrt 2) = 35.2644 north
    assert centre([square(10, -1, 2)]) == pytest.approx((11, 0))
    eighth = [(0.0, 0.0), (0.0, 90.0), (90.0, 0.0), (0.0, 0.0)]
    assert centre([eighth]) == pytest.approx((45, 35.2643897))


def test_windings_do_not_matter_and_holes_are_taken_out() -> None:
    whole, hole = square(0, 0, 4), square(2, 0.5, 1)
    assert centre([whole[::-1]]) == pytest.approx(centre([whole]))
    # 16 less 1 square degrees: the centre moves away from the hole, by (2.5 - 2)/15 of a degree
    assert centre([whole, hole[::-1]])[0] == pytest.approx(2 - 0.5 / 15, abs=1e-3)


def test_two_islands_weigh_by_area() -> None:
    # 4 and 1 square degrees around 1 and 10.5: (4 x 1 + 10.5) / 5 = 2.9
    assert centre([square(0, -1, 2), square(10, -0.5, 1)])[0] == pytest.approx(2.9, abs=0.02)


@pytest.mark.parametrize("region", ["130000", "150000", "540000", "620000"])
def test_against_points_sampled_inside(topology: dict, region: str) -> None:
    rings = rings_by_region(topology)[region]
    # borders drawn straight in degrees or as great circles differ by a few km in the largest regions
    assert centre(rings) == pytest.approx(sampled(rings, 300), abs=0.05)


def test_the_file_is_what_the_outlines_give(topology: dict, tmp_path: Path) -> None:
    write_places(topology, tmp_path / "places.csv")
    assert (tmp_path / "places.csv").read_bytes() == (REFERENCE / "places.csv").read_bytes()


def test_every_province_has_a_place_within_its_bounds(topology: dict, places: dict) -> None:
    rings = rings_by_region(topology)
    assert set(places) == set(rings)
    assert len(places) == 34
    for region, (longitude, latitude) in places.items():
        east, north = zip(*(point for ring in rings[region] for point in ring), strict=True)
        assert min(east) < longitude < max(east)
        assert min(north) < latitude < max(north)
