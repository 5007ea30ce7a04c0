"""Outlines as fine as a picture: half the bytes, the same shapes, borders still shared."""

import json
from itertools import pairwise

import pytest

from assets.charts.coarser_outlines import coarser
from assets.places import rings_by_region
from tests.assets.charts.frames import ROOT

BOUNDARIES = ROOT / "warehouse" / "reference" / "cn" / "boundaries.topo.json"


@pytest.fixture(scope="module")
def topology():
    return json.loads(BOUNDARIES.read_text(encoding="utf-8"))


def areas(topology):
    """Square degrees of each region's largest ring (shoelace)."""
    found = {}
    for region, rings in rings_by_region(topology).items():
        found[region] = max(
            abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))) / 2 for ring in rings
        )
    return found


def test_half_the_bytes_and_the_same_regions(topology):
    small = coarser(topology)
    assert len(json.dumps(small)) < 0.6 * len(json.dumps(topology))
    assert small["objects"] == topology["objects"]


def test_regions_keep_their_size(topology):
    """Hong Kong and Macao are a few pixels; all others change by less than two in a hundred."""
    before, after = areas(topology), areas(coarser(topology))
    for region, area in before.items():
        tolerance = 0.15 if region in ("810000", "820000") else 0.02
        assert after[region] == pytest.approx(area, rel=tolerance), region


def test_arcs_keep_both_ends_so_that_borders_meet(topology):
    small = coarser(topology)
    scale_x, scale_y = topology["transform"]["scale"]
    size = small["transform"]["scale"][0]
    for old, new in zip(topology["arcs"], small["arcs"], strict=True):
        ends = [sum(step[0] for step in old) * scale_x, sum(step[1] for step in old) * scale_y]
        assert [sum(step[axis] for step in new) * size for axis in (0, 1)] == pytest.approx(ends, abs=size)


def test_a_bend_is_kept_or_left_out_by_its_area():
    """Steps of one degree on a grid of one: the small bend is half a square, the large one 50."""
    arc = [[0, 0], [10, 1], [10, -1], [10, 10], [10, -10], [10, 0], [10, 0], [10, 0]]
    topology = {"transform": {"scale": [1, 1], "translate": [0, 0]}, "arcs": [arc], "objects": {}}
    (thin,) = coarser(topology, steps=70, least_bend=40)["arcs"]
    assert [10, 10] in thin or [20, 10] in thin or [30, 10] in thin
    assert sum(step[0] for step in thin) == 70 and len(thin) < len(arc)
