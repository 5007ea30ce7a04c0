"""Addresses of rows and numbers: `marts.claims/so_2023_01`, `marts.claims/so_2023_01#computed_value`."""

import difflib
from dataclasses import dataclass
from typing import Any

import duckdb

from assets.explaining.inputs import Table

# the rooms whose rows have addresses, in the order in which they are looked through
ROOMS = ("marts", "metrics", "core")
MOST_NEAREST = 5


class AddressError(Exception):
    """An address leads to no row; the message says what was found and which rows come nearest."""


@dataclass(frozen=True)
class Found:
    """An address that leads to a row: the table, the row's own address, the row, the column if any."""

    table: Table
    row_id: str
    row: dict[str, Any]
    column: str


def find(connection: duckdb.DuckDBPyConnection, text: str) -> Found:
    """The row of a published warehouse an address means; raises AddressError."""
    address, _, column = text.strip().partition("#")
    name, _, keys = address.partition("/")
    table = _table(connection, name, text)
    values = keys.split("/") if len(table.grain) > 1 else [keys]
    if not keys or len(values) != len(table.grain):
        raise AddressError(
            f"'{text}': {table.address} has rows by {', '.join(table.grain)}, found"
            f" {len(values) if keys else 'no'} key(s); {_form(connection, table)}"
        )
    row = _row(connection, table, values)
    if row is None:
        nearest = "".join(f"\n  {row_id}" for row_id in _nearest(connection, table, values))
        raise AddressError(
            f"'{text}': {table.address} has no such row; {_form(connection, table)}; nearest rows:{nearest}"
        )
    if column and column not in row:
        close = difflib.get_close_matches(column, row, n=3, cutoff=0.4)
        raise AddressError(
            f"'{text}': {table.address} has no column '{column}'; nearest: {', '.join(close) or 'none'};"
            f" its columns are {', '.join(row)}"
        )
    return Found(table, "/".join([table.address, *values]), row, column)


def table_of(connection: duckdb.DuckDBPyConnection, room: str, name: str) -> Table | None:
    """A table of the catalog with its key; None when there is none."""
    found = connection.execute(
        "select grain from catalog.tables where room = ? and table_name = ? and grain <> ''", [room, name]
    ).fetchall()
    return Table(room, name, tuple(found[0][0].split(", "))) if found else None


def row_of(connection: duckdb.DuckDBPyConnection, table: Table, keys: dict[str, Any]) -> str:
    """Address of the row with these keys, among other columns; empty when a key or the row is missing."""
    values = [keys.get(name) for name in table.grain]
    if any(value is None for value in values) or _row(connection, table, [str(v) for v in values]) is None:
        return ""
    return "/".join([table.address, *(str(value) for value in values)])


def _table(connection: duckdb.DuckDBPyConnection, name: str, text: str) -> Table:
    room, _, table_name = name.partition(".")
    table = table_of(connection, room, table_name) if room in ROOMS else None
    if table:
        return table
    is_bare = "/" not in text
    tables = [
        Table(held_room, held, tuple(grain.split(", ")))
        for held_room, held, grain in connection.execute(
            "select room, table_name, grain from catalog.tables"
            " where list_contains(?, room) and grain <> '' order by list_position(?, room), table_name",
            [list(ROOMS), list(ROOMS)],
        ).fetchall()
    ]
    marts = [table for table in tables if table.room == ROOMS[0]]
    known = [table.address for table in tables]
    close = (
        (_named_alone(connection, name, marts) if is_bare else [])
        or difflib.get_close_matches(name, known, n=3)
        or [address for address in known if address.split(".")[1] == name.split(".")[-1]]
    )
    # a word alone comes from somebody who looks for a number, and those are in the marts
    listed = [table.address for table in marts] if is_bare else known
    hint = f"did you mean {' or '.join(close)}" if close else f"the tables are {', '.join(listed)}"
    raise AddressError(f"'{text}': no table '{name}'; an address is room.table/key/…#column; {hint}")


def _named_alone(connection: duckdb.DuckDBPyConnection, key: str, tables: list[Table]) -> list[str]:
    """Addresses of rows whose only key is this one: people know a claim by its id."""
    return [
        f"{table.address}/{key}"
        for table in tables
        if len(table.grain) == 1 and _row(connection, table, [key]) is not None
    ]


def _row(connection: duckdb.DuckDBPyConnection, table: Table, values: list[str]) -> dict[str, Any] | None:
    conditions = " and ".join(f"cast({name} as varchar) = ?" for name in table.grain)
    found = connection.execute(f"select * from {table.address} where {conditions}", values)
    columns = [column[0] for column in found.description or ()]
    rows = found.fetchall()
    return dict(zip(columns, rows[0], strict=True)) if rows else None


def _form(connection: duckdb.DuckDBPyConnection, table: Table) -> str:
    keys = "/".join(f"<{name}>" for name in table.grain)
    example = connection.execute(
        f"select {table.row_id} from {table.address} order by all limit 1"
    ).fetchall()
    return f"write {table.address}/{keys}" + (f", such as {example[0][0]}" if example else "")


def _nearest(connection: duckdb.DuckDBPyConnection, table: Table, values: list[str]) -> list[str]:
    """Rows that agree in most keys, then in the spelling of the others."""
    equal = " + ".join(f"(cast({name} as varchar) = ?)::int" for name in table.grain)
    distance = " + ".join(f"levenshtein(cast({name} as varchar), ?)" for name in table.grain)
    rows = connection.execute(
        f"select {table.row_id} as row_id from {table.address}"
        f" order by {equal} desc, {distance}, row_id limit {MOST_NEAREST}",
        [*values, *values],
    ).fetchall()
    return [row_id for (row_id,) in rows]
