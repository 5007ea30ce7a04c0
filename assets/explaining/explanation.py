"""`explain`: a row of a published warehouse with everything it was made of."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import duckdb

from assets.explaining.address import Found, find, row_of, table_of
from assets.explaining.arithmetic import worked_out
from assets.explaining.inputs import Inputs, inputs_of, walk_query, walked
from assets.explaining.material import material, rows_of
from assets.explaining.nodes import Comparison, Node
from assets.explaining.tree import parts_of

COLUMNS = """
    select column_name, unit, description_en, description_zh
    from catalog.columns
    where room = ? and table_name = ?
    order by column_index
"""


@dataclass(frozen=True)
class Cell:
    """One column of the row: value, unit where the column has one, meaning in English and Chinese."""

    name: str
    value: Any
    unit: str
    meaning: str
    meaning_zh: str


@dataclass(frozen=True)
class Method:
    """The card of a method: what is computed, the formula, and the digest of the file it stands in."""

    method_id: str
    description: str
    formula: str


@dataclass(frozen=True)
class Explanation:
    """A row, how its numbers came about, and whether the leaves give the same numbers again.

    column      the number that was asked for; empty for the row
    made_of     addresses of the rows of metrics and core it was put together from
    inputs      the message that says what the inputs are; empty where none are known
    parts       the tree, by part (subject, reference, nation ...); empty where members are only counted
    figures     column to comparison of the stored number with the one worked out from the leaves
    leaves      printed figures counted by indicator, edition and publisher
    """

    address: str
    release: str
    column: str
    description: str
    row: tuple[Cell, ...]
    method: Method | None
    made_of: tuple[str, ...]
    inputs: str
    parts: Mapping[str, tuple[Node, ...]]
    figures: Mapping[str, Comparison]
    leaves: tuple[dict[str, Any], ...]

    def cell(self, name: str) -> Cell:
        """A column of the row."""
        return next(cell for cell in self.row if cell.name == name)

    def as_json(self) -> str:
        """The whole explanation as JSON, the same whatever the language; dates are written as ISO 8601."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, default=_plain)


def explain(connection: duckdb.DuckDBPyConnection, address: str) -> Explanation:
    """How a row, or with `#column` one number of it, came about; reads a published warehouse only.

    Raises AddressError when there is no such row; the message names the nearest ones.
    """
    found = find(connection, address)
    inputs = inputs_of(found.table, list(found.row))
    parts: dict[str, tuple[Node, ...]] = {}
    figures: dict[str, Comparison] = {}
    leaves: tuple[dict[str, Any], ...] = ()
    if inputs:
        with walked(connection, found.table, inputs, [found.row_id]):
            leaves = tuple(rows_of(connection, walk_query("counted")))
            if inputs.is_listed:
                built = parts_of(material(connection))
                figures = worked_out(connection, inputs, found.row, built)
                parts = {name: tuple(nodes) for name, nodes in built.items()}
    table = found.table
    description = rows_of(
        connection,
        "select description from catalog.tables where room = ? and table_name = ?",
        [table.room, table.name],
    )[0]["description"]
    return Explanation(
        address=found.row_id + (f"#{found.column}" if found.column else ""),
        release=rows_of(connection, "select release_id from catalog.release")[0]["release_id"],
        column=found.column,
        description=description,
        row=_cells(connection, found, inputs.in_unit_of_indicator if inputs else ()),
        method=_method(connection, found),
        made_of=_made_of(connection, found, inputs),
        inputs=inputs.message if inputs else "",
        parts=parts,
        figures=figures,
        leaves=leaves,
    )


def _cells(
    connection: duckdb.DuckDBPyConnection, found: Found, in_unit_of_indicator: tuple[str, ...]
) -> tuple[Cell, ...]:
    meanings = rows_of(connection, COLUMNS, [found.table.room, found.table.name])
    return tuple(
        Cell(
            name=column["column_name"],
            value=found.row[column["column_name"]],
            unit=found.row["unit_en"]
            if column["column_name"] in in_unit_of_indicator
            else column["unit"] or "",
            meaning=column["description_en"] or "",
            meaning_zh=column["description_zh"] or "",
        )
        for column in meanings
    )


def _method(connection: duckdb.DuckDBPyConnection, found: Found) -> Method | None:
    """The card the row names, else that of its table."""
    method_id = found.row.get("method_id")
    cards = rows_of(
        connection,
        "select method_id, description, method as formula from core.methods"
        " where method_id = ? or table_key = ?",
        [method_id, "" if method_id else f"{found.table.room}/{found.table.name}"],
    )
    return Method(**cards[0]) if cards else None


def _made_of(connection: duckdb.DuckDBPyConnection, found: Found, inputs: Inputs | None) -> tuple[str, ...]:
    """Rows of the declared tables, or of the table of the method, that have the keys of this row."""
    declared = inputs.made_of if inputs else ()
    method_id = found.row.get("method_id")
    if not declared and method_id:
        declared = (method_id.split("@")[0],)
    # two tables call the same key by its own name
    keys = {"region_id": found.row.get("subject_id"), "group_id": found.row.get("subject_id")} | found.row
    rows = []
    for name in declared:
        table = table_of(connection, *name.split("/"))
        row_id = row_of(connection, table, keys) if table and table != found.table else ""
        if row_id:
            rows.append(row_id)
    return tuple(rows)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else str(value)
