"""Ids that point nowhere, pairs of regions, and outlines without a region."""

import json
from pathlib import Path

import pytest

from assets.catalogue.specs import BOUNDARIES, TABLES
from tests.assets.catalogue.test_tiny_pack import messages, tiny, write

REFERENCES = [
    (table, column.name) for table, spec in TABLES.items() for column in spec.columns if column.targets
]


@pytest.mark.parametrize(("table", "column"), REFERENCES)
def test_every_reference_is_followed(tmp_path: Path, table: str, column: str) -> None:
    pack = tiny()
    pack[table][0][column] = "nowhere"
    found = messages(tmp_path, pack)
    prefix = f"{table}.csv line 2, {column}: found 'nowhere'; use one of "
    assert any(message.startswith(prefix) for message in found), found


def test_the_contract_names_all_references() -> None:
    # A new *_id column must say where its ids are found, unless they begin there.
    ids = {
        (table, column.name)
        for table, spec in TABLES.items()
        for column in spec.columns
        if column.name.endswith(("_id", "_ids")) and column.name not in spec.key
    }
    # a publisher may begin a basis no embedded edition has
    own = {("vintages", "basis_id"), ("live_series", "basis_id")}
    assert ids - own <= set(REFERENCES)


def test_one_unknown_id_in_a_list(tmp_path: Path) -> None:
    pack = tiny()
    pack["claims"][0]["subject_ids"] = "east 12 sudeast"
    pack["views"][1]["basis_ids"] = "census second"
    assert messages(tmp_path, pack) == [
        "claims.csv line 2, subject_ids: found 'sudeast'; "
        "use one of 10, 11, 1101, 12, 13, all, east, west, zone",
        "views.csv line 3, basis_ids: found 'second'; use one of census, first",
    ]


def test_many_ids_are_not_listed(tmp_path: Path) -> None:
    pack = tiny()
    pack["units"] += [pack["units"][0] | {"unit_id": f"unit{number}"} for number in range(12)]
    pack["indicators"][0]["unit_id"] = "euro"
    assert messages(tmp_path, pack) == [
        "indicators.csv line 2, unit_id: found 'euro'; use an id of units.csv, or add it there"
    ]


def test_pairs(tmp_path: Path) -> None:
    pack = tiny()
    pack["pairings"][0]["to_region_id"] = "11"
    pack["contiguity"][0] |= {"region_id": "12", "neighbour_region_id": "11"}
    assert messages(tmp_path, pack) == [
        "contiguity.csv line 2, region_id: found '12' before '11'; write each pair once, smaller id first",
        "pairings.csv line 2, to_region_id: found '11' paired with itself; name its partner",
    ]


def test_places(tmp_path: Path) -> None:
    pack = tiny()
    here = {"longitude": "116.40", "latitude": "40.2"}
    pack["places"] += [
        pack["places"][0] | here | {"region_id": "12"},
        pack["places"][0] | {"region_id": "13", "longitude": "40.2", "latitude": "116.4"},
    ]
    assert messages(tmp_path, pack) == [
        "places.csv line 3, longitude: found '12' at the place of '11'; correct one of the two",
        "places.csv line 4, latitude: found '116.4'; write degrees from -90 to 90",
    ]


def test_an_indicator_is_not_its_own_control(tmp_path: Path) -> None:
    pack = tiny()
    pack["conditioning"][0]["control_indicator_id"] = "income"
    assert messages(tmp_path, pack) == [
        "conditioning.csv line 2, control_indicator_id: found 'income' as its own control; "
        "name another indicator"
    ]


def outlines(folder: Path, *ids: str) -> list[str]:
    shapes = [{"type": "Polygon", "id": id_, "arcs": []} for id_ in ids]
    layer = {"type": "GeometryCollection", "geometries": shapes}
    topology = {"type": "Topology", "objects": {"provinces": layer}, "arcs": []}
    (write(folder, tiny()) / BOUNDARIES).write_text(json.dumps(topology))
    return messages(folder)


def test_outlines(tmp_path: Path) -> None:
    assert outlines(tmp_path, "11", "12", "13") == []
    assert outlines(tmp_path, "11", "12", "14") == [
        "boundaries.topo.json, id: found '14'; use an id of regions.csv, or add it there",
        "regions.csv line 5, region_id: found '13' without an outline in boundaries.topo.json; "
        "add its outline",
    ]


@pytest.mark.parametrize(
    "text", ["", "<html>", "[]", "{}", '{"objects": 1}', '{"objects": {"a": {"geometries": [1]}}}']
)
def test_outlines_that_are_none(tmp_path: Path, text: str) -> None:
    (write(tmp_path, tiny()) / BOUNDARIES).write_text(text)
    (found,) = messages(tmp_path)
    assert found.startswith("boundaries.topo.json: found no TopoJSON whose geometries have an id (")
