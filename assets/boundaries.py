"""Province outlines for the maps, and which provinces touch: made once, kept as reference data.

What belongs here: the steps from one published map file to `boundaries.topo.json` and
`contiguity.csv`. What does not: drawing (charts) and anything the pipeline runs by itself.

Provenance. `map/json/china.json` of the npm package echarts 4.9.0, Apache-2.0, (c) 2017-2020 The
Apache Software Foundation. Later releases no longer carry it. Changed here: decoded, cleaned,
simplified, cut into shared arcs. Longitude and latitude to 1/1024 degree, some 100 m. It is a
picture for statistics, not a survey: the South China Sea islands are not in the file, and no
official map approval number comes with it.

Neighbours. Two regions touch when their published outlines share a vertex, exactly (tolerance
none: all outlines are printed on one grid). Hainan has no land border; the link to Guangdong is
the custom of spatial econometrics and marked as such.

    npm pack echarts@4.9.0 && tar xzf echarts-4.9.0.tgz package/map/json/china.json
    python -m assets.boundaries package/map/json/china.json warehouse/reference/cn

Needs the development extras `shapely` (2.2 or newer) and `topojson`.
"""

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

Vertex = tuple[int, int]
Outline = list[list[Vertex]]
"""The exterior rings of one region, in 1/1024 degree; the published file has no holes."""

GRID = 1024
# Provinces were traced one by one, so borders leave slivers up to about 4 km wide; all are inland.
SLIVER_WIDTH = 40
# Bends whose triangle is smaller than this squared go: under one pixel on a map 1000 pixels wide.
SIMPLIFY_TOLERANCE = 45
QUANTISATION = 30_000

PUBLISHED = "echarts 4.9.0 map/json/china.json (Apache-2.0): outlines share a vertex"
CUSTOMARY = "customary in spatial econometrics: link across the Qiongzhou Strait"
CUSTOMARY_LINKS = [("440000", "460000")]


class BoundaryError(Exception):
    """The map file and the catalogue of regions do not fit."""


def decode_ring(encoded: str, offset: Iterable[int]) -> list[Vertex]:
    """One closed ring from ECharts' UTF8Encoding: zigzag steps, each letter shifted by 64."""
    x, y = offset
    ring = []
    for east, north in zip(encoded[::2], encoded[1::2], strict=True):
        x += _unzigzag(ord(east) - 64)
        y += _unzigzag(ord(north) - 64)
        ring.append((x, y))
    # Inner Mongolia's ring is printed open.
    return ring if ring[0] == ring[-1] else [*ring, ring[0]]


def _unzigzag(number: int) -> int:
    return (number >> 1) ^ -(number & 1)


def read_outlines(map_file: Path, short_names: dict[str, str]) -> dict[str, Outline]:
    """Outlines by region_id; every id and name must be the catalogue's, no region may lack."""
    collection = json.loads(map_file.read_text(encoding="utf-8"))
    printed = {f["id"]: f["properties"]["name"] for f in collection["features"]}
    if printed != short_names:
        odd = sorted(set(printed.items()) ^ set(short_names.items()))
        raise BoundaryError(
            f"{map_file}: {odd} stand only in the map or only in regions.csv. "
            "Use the map of echarts 4.9.0, or correct short_name_zh_hans."
        )
    return {f["id"]: _outline(f["geometry"]) for f in collection["features"]}


def _outline(geometry: dict[str, Any]) -> Outline:
    polygons, offsets = geometry["coordinates"], geometry["encodeOffsets"]
    if geometry["type"] == "Polygon":
        polygons, offsets = [polygons], [offsets]
    return [
        decode_ring(ring, offset)
        for rings, ring_offsets in zip(polygons, offsets, strict=True)
        for ring, offset in zip(rings, ring_offsets, strict=True)
    ]


def touching_pairs(outlines: dict[str, Outline]) -> set[tuple[str, str]]:
    """Pairs of regions, smaller id first, with at least one vertex in common."""
    regions_at: dict[Vertex, set[str]] = defaultdict(set)
    for region_id, outline in outlines.items():
        for ring in outline:
            for vertex in ring:
                regions_at[vertex].add(region_id)
    return {pair for regions in regions_at.values() for pair in combinations(sorted(regions), 2)}


def build_topology(outlines: dict[str, Outline]) -> dict[str, Any]:
    """TopoJSON with every shared border stored once; rings clockwise, as d3 and Vega fill them."""
    import shapely
    import topojson

    region_ids = sorted(outlines)
    polygons = [_polygons(outlines[region_id]) for region_id in region_ids]
    covering = shapely.coverage_clean(polygons, snapping_distance=0, gap_width=SLIVER_WIDTH)
    simple = shapely.coverage_simplify(covering, SIMPLIFY_TOLERANCE)
    degrees = [shapely.transform(shape, lambda grid: grid / GRID) for shape in simple]
    topology = topojson.Topology(
        degrees,
        object_name="provinces",
        prequantize=False,
        topoquantize=QUANTISATION,
        winding_order="CW_CCW",
    ).to_dict()
    shapes = topology["objects"]["provinces"]["geometries"]
    provinces = [
        {"type": shape["type"], "id": region_id, "arcs": shape["arcs"]}
        for region_id, shape in zip(region_ids, shapes, strict=True)
    ]
    return {
        "type": "Topology",
        "bbox": topology["bbox"],
        "transform": topology["transform"],
        "objects": {"provinces": {"type": "GeometryCollection", "geometries": provinces}},
        "arcs": topology["arcs"],
    }


def _polygons(outline: Outline) -> Any:
    """Rings of two points (islets too small for the grid) are dropped; crossings are mended."""
    import shapely

    rings = [shapely.Polygon(ring) for ring in outline if len(ring) > 3]
    return shapely.multipolygons([part for ring in rings for part in shapely.get_parts(ring.buffer(0))])


def province_names(regions_csv: Path) -> dict[str, str]:
    """Short Chinese name of each province-level region by region_id, as the map prints it."""
    with regions_csv.open(encoding="utf-8", newline="") as lines:
        regions = list(csv.DictReader(lines))
    return {r["region_id"]: r["short_name_zh_hans"] for r in regions if r["level"] == "province"}


def write_contiguity(pairs: set[tuple[str, str]], path: Path) -> None:
    """Land borders and the customary links, sorted, each pair once."""
    rows = [(*pair, "land", PUBLISHED) for pair in pairs]
    rows += [(*pair, "customary_link", CUSTOMARY) for pair in CUSTOMARY_LINKS]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["region_id", "neighbour_region_id", "kind", "source"])
        writer.writerows(sorted(rows))


def main() -> None:
    """Write both files into the folder that holds regions.csv."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("map_file", type=Path, help="map/json/china.json of echarts 4.9.0")
    parser.add_argument("folder", type=Path, help="reference folder of the country")
    arguments = parser.parse_args()
    names = province_names(arguments.folder / "regions.csv")
    outlines = read_outlines(arguments.map_file, names)
    write_contiguity(touching_pairs(outlines), arguments.folder / "contiguity.csv")
    topology = json.dumps(build_topology(outlines), separators=(",", ":"))
    target = arguments.folder / "boundaries.topo.json"
    target.write_text(topology + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
