"""Ids must be found where they point: across tables, and in the boundary file of a pack."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from assets.catalogue.columns import SHAPES, Column, number
from assets.catalogue.pack import Pack, Problem, Table, choice_of, quoted
from assets.catalogue.specs import BOUNDARIES, TABLES

# So many ids are still worth listing in a message; beyond that the file is named instead.
_LISTED = 12


def unknown_ids(pack: Pack) -> Iterator[Problem]:
    """Report each id that none of its target tables holds; a target read in part accuses nobody."""
    for name, spec in TABLES.items():
        for column in spec.columns:
            tables = [pack.tables[_table_of(target)] for target in column.targets]
            if tables and all(table.is_whole for table in tables):
                yield from _unknown_in(pack, pack.tables[name], column)


def _table_of(target: str) -> str:
    return target.partition(".")[0]


def _ids(pack: Pack, target: str) -> set[str]:
    """Collect the ids of a target: `table` for its key, or `table.column`."""
    name, _, column = target.partition(".")
    column = column or TABLES[name].key[0]
    # A stray space in a key is reported once, there, and not at every line that uses the id.
    return {row[column].strip() for row in pack.tables[name].rows}


def _unknown_in(pack: Pack, table: Table, column: Column) -> Iterator[Problem]:
    known = set().union(*(_ids(pack, target) for target in column.targets))
    has_shape = SHAPES[column.kind][0]
    for line, row in table.numbered():
        cell = row[column.name]
        if not has_shape(cell):
            continue
        for found in cell.split():
            if found not in known:
                yield table.problem(line, column.name, quoted(found), _remedy(column, known))


def _remedy(column: Column, known: set[str]) -> str:
    if 0 < len(known) <= _LISTED:
        return choice_of(sorted(known))
    files = " or ".join(f"{_table_of(target)}.csv" for target in column.targets)
    return f"use an id of {files}, or add it there"


def paired_regions(pack: Pack) -> Iterator[Problem]:
    """A region is neither paired with itself nor its own neighbour; neighbours stand once."""
    for line, row in pack.tables["pairings"].numbered():
        if row["from_region_id"] == row["to_region_id"]:
            found = f"{quoted(row['to_region_id'])} paired with itself"
            yield pack.tables["pairings"].problem(line, "to_region_id", found, "name its partner")
    for line, row in pack.tables["contiguity"].numbered():
        if row["region_id"] >= row["neighbour_region_id"]:
            found = f"{quoted(row['region_id'])} before {quoted(row['neighbour_region_id'])}"
            remedy = "write each pair once, smaller id first"
            yield pack.tables["contiguity"].problem(line, "region_id", found, remedy)


def places_on_earth(pack: Pack) -> Iterator[Problem]:
    """Coordinates are degrees, longitude first, and no two regions lie at one place."""
    table = pack.tables["places"]
    first: dict[tuple[float | None, ...], str] = {}
    for line, row in table.numbered():
        place = number(row["longitude"]), number(row["latitude"])
        for column, degrees, most in zip(("longitude", "latitude"), place, (180, 90), strict=True):
            if degrees is not None and abs(degrees) > most:
                remedy = f"write degrees from -{most} to {most}"
                yield table.problem(line, column, quoted(row[column]), remedy)
        if None not in place and place in first:
            found = f"{quoted(row['region_id'])} at the place of {quoted(first[place])}"
            yield table.problem(line, "longitude", found, "correct one of the two")
        first.setdefault(place, row["region_id"])


def controls_apart(pack: Pack) -> Iterator[Problem]:
    """No indicator is a control of its own growth: its start stands in the regression already."""
    table = pack.tables["conditioning"]
    for line, row in table.numbered():
        if row["indicator_id"] == row["control_indicator_id"]:
            found = f"{quoted(row['control_indicator_id'])} as its own control"
            yield table.problem(line, "control_indicator_id", found, "name another indicator")


def boundary_ids(pack: Pack) -> Iterator[Problem]:
    """Every outline belongs to a region, and no living region of a drawn level lacks one."""
    path = pack.folder / BOUNDARIES
    if not path.exists():
        return
    try:
        topology = json.loads(path.read_bytes())
        outlines = [str(shape["id"]) for shape in _shapes(topology)]
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        found = f"no TopoJSON whose geometries have an id ({type(error).__name__})"
        yield Problem(BOUNDARIES, 0, "", found, "write the file again from its source")
        return
    regions = {row["region_id"]: row for row in pack.tables["regions"].rows}
    for outline in sorted(set(outlines).difference(regions)):
        remedy = "use an id of regions.csv, or add it there"
        yield Problem(BOUNDARIES, 0, "id", quoted(outline), remedy)
    levels = {regions[outline]["level"] for outline in outlines if outline in regions}
    for line, row in pack.tables["regions"].numbered():
        if row["level"] in levels and not row["valid_to"] and row["region_id"] not in outlines:
            found = f"{quoted(row['region_id'])} without an outline in {BOUNDARIES}"
            yield pack.tables["regions"].problem(line, "region_id", found, "add its outline")


def _shapes(topology: Any) -> Iterator[Any]:
    for layer in topology["objects"].values():
        yield from layer["geometries"]
