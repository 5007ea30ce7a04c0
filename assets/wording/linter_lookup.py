"""Looking up the cells that figures claim to come from, by row address, in a warehouse of marts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from assets.models import read_model
from assets.wording.figures import LANGUAGES, Wording

NAMED = ["core.groups", "core.regions", "core.indicators", "core.views", "core.events"]
MARTS = Path(__file__).parents[2] / "sql" / "marts"


class LookupFailedError(Exception):
    """An address leads to no row, or the row has no such column; the message says which."""


@dataclass(frozen=True)
class Lookup:
    """`lookup(row_id, column)` is the value of a cell; LookupFailedError where there is none.

    `grain` gives the key columns of a mart such as marts.claims; `names` the labels of a language that
    come from tables and may hold digits.
    """

    read: Callable[[str, str], Any]
    grain: Callable[[str], tuple[str, ...]]
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __call__(self, row: str, column: str) -> Any:
        """The value of a cell."""
        return self.read(row, column)

    def key(self, row: str) -> dict[str, str]:
        """The parts of an address by column."""
        mart, *parts = row.split("/")
        return dict(zip(self.grain(mart), parts, strict=False))


def lookup_in(connection: duckdb.DuckDBPyConnection, wordings: Iterable[Wording] = ()) -> Lookup:
    """Cells of the marts of this warehouse; rows of the given wordings are fetched mart by mart at once."""
    rows: dict[str, dict[str, Any]] = {}

    def read(row: str, column: str) -> Any:
        if row not in rows:
            rows.update(_fetched(connection, [row]))
        if row not in rows:
            raise LookupFailedError(f"{row} is no row of this warehouse")
        if column not in rows[row]:
            raise LookupFailedError(f"{row.split('/')[0]} has no column '{column}'")
        return rows[row][column]

    rows.update(_fetched(connection, _addresses(wordings)))
    return Lookup(read, grain_of, _names(connection))


@cache
def grain_of(mart: str) -> tuple[str, ...]:
    """Key columns of a mart, from the header of its model; LookupFailedError when there is no such mart."""
    room, _, name = mart.partition(".")
    path = MARTS / f"{name}.sql"
    if room != "marts" or not path.is_file():
        raise LookupFailedError(f"{mart} is no mart; an address opens with marts.<table>")
    return read_model(path).grain


def _addresses(wordings: Iterable[Wording]) -> set[str]:
    return {
        row
        for wording in wordings
        for _, source in wording.parts
        if source is not None
        for row in source.rows
    }


def _fetched(connection: duckdb.DuckDBPyConnection, addresses: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Whole rows by address; addresses without a row are left out."""
    by_mart: dict[str, list[str]] = defaultdict(list)
    for address in sorted(addresses):
        by_mart[address.split("/")[0]].append(address)
    found: dict[str, dict[str, Any]] = {}
    for mart, wanted in by_mart.items():
        key = ", ".join(f"{name}::varchar" for name in grain_of(mart))
        cursor = connection.execute(
            f"select concat_ws('/', '{mart}', {key}) as address, * from {mart}"
            f" where concat_ws('/', '{mart}', {key}) in (select unnest(?))",
            [wanted],
        )
        columns = [column[0] for column in cursor.description or ()]
        found |= {row[0]: dict(zip(columns[1:], row[1:], strict=True)) for row in cursor.fetchall()}
    return found


def _names(connection: duckdb.DuckDBPyConnection) -> dict[str, frozenset[str]]:
    """Labels of groups, regions, indicators, views and events by language; units are no names."""
    columns = connection.execute(
        "select schema_name || '.' || table_name as name, column_name from duckdb_columns()"
        " where list_contains(?, name) and not column_name.starts_with('unit')",
        [NAMED],
    ).fetchall()
    found: dict[str, frozenset[str]] = {}
    for language in LANGUAGES:
        ending = "_" + language.lower().replace("-", "_")
        labels = [
            f"select {column} as label from {table}" for table, column in columns if column.endswith(ending)
        ]
        if labels:
            query = f"select distinct label from ({' union all '.join(labels)}) where label is not null"
            found[language] = frozenset(label for (label,) in connection.execute(query).fetchall())
        else:
            found[language] = frozenset()
    return found
