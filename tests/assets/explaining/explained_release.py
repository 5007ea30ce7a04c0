"""A small release whose numbers are explained, in tests."""

import csv
from collections.abc import Iterator
from pathlib import Path

import duckdb

from assets.explaining.address import table_of
from assets.explaining.explanation import Explanation
from assets.explaining.inputs import FOLDER
from assets.explaining.nodes import Node

FILES = sorted((FOLDER / "inputs").glob("*/*.sql"))
SAMPLED = ("group_gap", "zone_gap", "group_share", "group_profile", "province_gap", "strategy_overlap")
NORTHEAST = "marts.group_gap/latest/dated/gdp_per_head/bloc_northeast/national31/2023"


def leaves_of(explanation: Explanation) -> list[Node]:
    return [leaf for nodes in explanation.parts.values() for node in nodes for leaf in node.leaves()]


def all_nodes(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from all_nodes(node.children)


def row_ids(connection: duckdb.DuckDBPyConnection, room: str, name: str) -> list[str]:
    table = table_of(connection, room, name)
    assert table
    query = f"select {table.row_id} as row_id from {table.address} order by row_id"
    return [row_id for (row_id,) in connection.execute(query).fetchall()]


def cell_text(root: Path, address: str) -> str:
    """The text of a cell such as provinces/x/y.csv!AB12, read from the snapshot itself."""
    file, cell = address.split("!")
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    with (root / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))[int(cell[len(letters) :]) - 1][column - 1]
