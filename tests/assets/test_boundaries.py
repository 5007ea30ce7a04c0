"""The shipped outlines and neighbours, and the steps that made them (offline, from the files)."""

import csv
import json
from itertools import accumulate
from pathlib import Path

import pytest

from assets.boundaries import (
    BoundaryError,
    build_topology,
    decode_ring,
    province_names,
    read_outlines,
    touching_pairs,
    write_contiguity,
)

REFERENCE = Path(__file__).parents[2] / "warehouse" / "reference" / "cn"
LARGEST_FILE = 120_000  # bytes; the map is inlined in every page that draws it

HAINAN, GUANGDONG, TAIWAN, HONG_KONG, MACAO = "460000", "440000", "710000", "810000", "820000"


@pytest.fixture(scope="module")
def topology() -> dict:
    return json.loads((REFERENCE / "boundaries.topo.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def neighbours() -> list[dict[str, str]]:
    with (REFERENCE / "contiguity.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def rings_by_region(topology: dict) -> dict[str, list[list[int]]]:
    """Exterior and interior rings of each region as lists of arc numbers."""
    rings = {}
    for shape in topology["objects"]["provinces"]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings[shape["id"]] = [ring for polygon in polygons for ring in polygon]
    return rings


def pairs_sharing_an_arc(topology: dict) -> set[tuple[str, str]]:
    """Neighbours by the definition of TopoJSON: the same arc, run one way or the other (~arc)."""
    owners: dict[int, set[str]] = {}
    for region_id, rings in rings_by_region(topology).items():
        for arc in (arc for ring in rings for arc in ring):
            owners.setdefault(max(arc, ~arc), set()).add(region_id)
    assert max(map(len, owners.values())) == 2, "an arc borders two regions at most"
    return {tuple(sorted(pair)) for pair in owners.values() if len(pair) == 2}


def vertices_of_ring(topology: dict, ring: list[int]) -> list[tuple[int, int]]:
    """The ring on the file's own grid, arcs joined; each arc starts where the last one ended."""
    vertices: list[tuple[int, int]] = []
    for arc in ring:
        east, north = zip(*topology["arcs"][max(arc, ~arc)], strict=True)
        line = list(zip(accumulate(east), accumulate(north), strict=True))
        line = line if arc >= 0 else line[::-1]
        assert not vertices or vertices[-1] == line[0], "arcs do not meet"
        vertices += line[bool(vertices) :]
    return vertices


def twice_area(ring: list[tuple[int, int]]) -> int:
    """Positive for a ring run counter-clockwise with north up."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True))


def test_every_province_is_drawn_once(topology: dict) -> None:
    ids = [shape["id"] for shape in topology["objects"]["provinces"]["geometries"]]
    assert ids == sorted(province_names(REFERENCE / "regions.csv"))
    assert len(ids) == 34


def test_file_is_small_and_quantised(topology: dict) -> None:
    assert (REFERENCE / "boundaries.topo.json").stat().st_size < LARGEST_FILE
    assert set(topology["transform"]) == {"scale", "translate"}
    west, south, east, north = topology["bbox"]
    assert (73 < west < 74, 18 < south < 19, 135 < east < 136, 53 < north < 54) == (True,) * 4


def test_rings_close_and_run_clockwise(topology: dict) -> None:
    # d3 fills the rest of the globe when an outer ring runs the other way. Only the first ring
    # of a polygon is an outer one.
    for shape in topology["objects"]["provinces"]["geometries"]:
        for polygon in [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]:
            outer = vertices_of_ring(topology, polygon[0])
            assert outer[0] == outer[-1], shape["id"]
            assert twice_area(outer) < 0, shape["id"]


def test_land_neighbours_share_an_arc_of_the_map(topology: dict, neighbours: list[dict[str, str]]) -> None:
    # Independent of how contiguity.csv was made (common vertices of the unsimplified outlines).
    land = [(n["region_id"], n["neighbour_region_id"]) for n in neighbours if n["kind"] == "land"]
    assert set(land) == pairs_sharing_an_arc(topology)


def test_each_pair_stands_once_in_order(neighbours: list[dict[str, str]]) -> None:
    pairs = [(n["region_id"], n["neighbour_region_id"]) for n in neighbours]
    assert pairs == sorted(set(pairs))
    assert all(one < other for one, other in pairs)
    assert {region_id for pair in pairs for region_id in pair} == set(
        province_names(REFERENCE / "regions.csv")
    ) - {TAIWAN}


def test_counts_and_special_cases(neighbours: list[dict[str, str]]) -> None:
    kind = {(n["region_id"], n["neighbour_region_id"]): n["kind"] for n in neighbours}
    with_sar = {pair for pair in kind if pair[1] in (HONG_KONG, MACAO)}
    assert with_sar == {(GUANGDONG, HONG_KONG), (GUANGDONG, MACAO)}
    # 68 land borders among the 31 provinces of national statistics.
    assert sum(kind[pair] == "land" for pair in kind.keys() - with_sar) == 68
    assert [pair for pair in kind if HAINAN in pair] == [(GUANGDONG, HAINAN)]
    assert [pair for pair in kind if kind[pair] != "land"] == [(GUANGDONG, HAINAN)]


def test_ring_is_decoded_from_zigzag_steps_and_closed() -> None:
    # Letters minus 64, zigzag: @ 0, B +1, A -1, D +2. Steps (0,0) (+1,0) (0,+2), then home.
    assert decode_ring("@@B@@D", (10, 20)) == [(10, 20), (11, 20), (11, 22), (10, 20)]
    assert decode_ring("@@B@A@", (10, 20)) == [(10, 20), (11, 20), (10, 20)]


def test_map_with_another_name_is_refused(tmp_path: Path) -> None:
    feature = {"id": "110000", "properties": {"name": "北京"}, "geometry": {}}
    map_file = tmp_path / "china.json"
    map_file.write_text(json.dumps({"features": [feature]}), encoding="utf-8")
    with pytest.raises(BoundaryError, match="天津"):
        read_outlines(map_file, {"110000": "天津"})


# Two squares side by side, an islet, and a square that meets b in one corner only.
SQUARES = {
    "a": [[(0, 0), (0, 1024), (1024, 1024), (1024, 0), (0, 0)]],
    "b": [[(1024, 0), (1024, 1024), (2048, 1024), (2048, 0), (1024, 0)]],
    "c": [[(5000, 0), (5000, 900), (5900, 0), (5000, 0)]],
    "d": [[(2048, 1024), (2048, 2048), (3072, 2048), (3072, 1024), (2048, 1024)]],
}


def test_regions_touch_when_they_share_a_vertex(tmp_path: Path) -> None:
    assert touching_pairs(SQUARES) == {("a", "b"), ("b", "d")}
    write_contiguity({("110000", "120000")}, tmp_path / "contiguity.csv")
    lines = (tmp_path / "contiguity.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[:3] for line in lines] == [
        ["region_id", "neighbour_region_id", "kind"],
        ["110000", "120000", "land"],
        [GUANGDONG, HAINAN, "customary_link"],
    ]


def test_shared_border_is_stored_once() -> None:
    pytest.importorskip("shapely")
    pytest.importorskip("topojson")
    built = build_topology(SQUARES)
    assert list(rings_by_region(built)) == ["a", "b", "c", "d"]
    assert pairs_sharing_an_arc(built) == {("a", "b")}
