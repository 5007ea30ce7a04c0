"""Tables of the warehouse: making one from a query or from rows, describing it, checking its structure."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import polars

from assets.steps import CheckName, CheckResult

STRUCTURE = CheckName(
    "structure",
    True,
    "columns as declared in columns.csv, a unique and complete grain, at least one row",
)


class TableError(Exception):
    """A table could not be made; the message names the table and what to do."""


@dataclass(frozen=True)
class ColumnDefinition:
    """One line of columns.csv: the only place a column name is explained."""

    name: str
    type: str
    unit: str
    description_en: str
    description_zh: str

    @property
    def comment(self) -> str:
        """Text stored on the column: English, then Chinese, then the unit where there is one."""
        unit = f" [{self.unit}]" if self.unit else ""
        return f"{self.description_en}{unit} / {self.description_zh}"


def create_from_query(connection: duckdb.DuckDBPyConnection, key: str, query: str) -> None:
    """Create or replace the table `key` (room/name) from one select."""
    room, name = key.split("/")
    connection.execute(f"create schema if not exists {room}")
    try:
        connection.execute(f"create or replace table {room}.{name} as {query}")
    except duckdb.Error as error:
        raise TableError(f"sql/{key}.sql: {error}") from error


def create_from_rows(
    connection: duckdb.DuckDBPyConnection,
    key: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str | None]],
    definitions: dict[str, ColumnDefinition],
) -> None:
    """Create or replace the table `key` from text rows, cast as columns.csv says; empty text is null."""
    casts = ", ".join(
        f"cast(nullif({_quoted(name)}, '') as {_definition(key, name, definitions).type}) as {_quoted(name)}"
        for name in columns
    )
    frame = polars.DataFrame(rows, schema=dict.fromkeys(columns, polars.String), orient="row")
    with TemporaryDirectory() as folder:
        # through a file: DuckDB 2.0.0 can return wrong results when it scans frames in memory
        path = Path(folder) / "rows.parquet"
        frame.write_parquet(path)
        create_from_query(connection, key, f"select {casts} from read_parquet('{path}')")


def comment(
    connection: duckdb.DuckDBPyConnection,
    key: str,
    description: str,
    definitions: dict[str, ColumnDefinition],
) -> None:
    """Store the description on the table and the definitions on its columns."""
    table = key.replace("/", ".")
    connection.execute(f"comment on table {table} is {_text(description)}")
    for name, _ in columns_of(connection, key):
        if name in definitions:
            text = _text(definitions[name].comment)
            connection.execute(f"comment on column {table}.{_quoted(name)} is {text}")


def columns_of(connection: duckdb.DuckDBPyConnection, key: str) -> list[tuple[str, str]]:
    """Names and types of a table's columns, in order."""
    room, name = key.split("/")
    return connection.execute(
        "select column_name, data_type from duckdb_columns()"
        " where schema_name = ? and table_name = ? order by column_index",
        [room, name],
    ).fetchall()


def row_count(connection: duckdb.DuckDBPyConnection, key: str) -> int:
    """Number of rows of a table."""
    return connection.execute(f"select count(*) from {key.replace('/', '.')}").fetchall()[0][0]


def sources_and_vintages(connection: duckdb.DuckDBPyConnection, key: str) -> dict[str, object]:
    """Publishers and editions the rows of a table rest on, where it has columns that say so."""
    columns = {name for name, _ in columns_of(connection, key)}
    facts: dict[str, object] = {}
    for fact, names in (
        ("sources", ("source_id", "source_text")),
        ("vintages", ("vintage_id", "basis_id", "basis_text")),
    ):
        name = next((name for name in names if name in columns), None)
        if name:
            found = connection.execute(
                f"select string_agg(distinct {name}, ', ' order by {name}) from {key.replace('/', '.')}"
            ).fetchall()
            facts[fact] = found[0][0] or ""
    return facts


def check_structure(
    connection: duckdb.DuckDBPyConnection,
    key: str,
    grain: Sequence[str],
    definitions: dict[str, ColumnDefinition],
    *,
    may_be_empty: bool = False,
) -> CheckResult:
    """The check every table gets: declared columns and types, unique and known grain, not empty."""
    wrong = [
        f"{name} {found}"
        + (f" (declared {definitions[name].type})" if name in definitions else " (not declared)")
        for name, found in columns_of(connection, key)
        if name not in definitions or definitions[name].type != found
    ]
    keys = ", ".join(_quoted(name) for name in grain)
    unknown = " or ".join(f"{_quoted(name)} is null" for name in grain)
    # hashes are compared instead of keys, four times as fast; a collision could only raise an alarm
    repeated, missing, rows = connection.execute(
        f"select count(*) - count(distinct hash({keys})), count(*) filter ({unknown}), count(*)"
        f" from {key.replace('/', '.')}"
    ).fetchall()[0]
    passed = not wrong and repeated == 0 and missing == 0 and (rows > 0 or may_be_empty)
    observed = {
        "columns that differ": ", ".join(wrong),
        "repeated keys": repeated,
        "keys with null": missing,
        "rows": rows,
    }
    return CheckResult(STRUCTURE.name, passed, STRUCTURE.is_critical, STRUCTURE.reason, observed)


def _definition(key: str, name: str, definitions: dict[str, ColumnDefinition]) -> ColumnDefinition:
    if name not in definitions:
        raise TableError(f"{key}: column '{name}' is not in columns.csv; add a line for it or rename it")
    return definitions[name]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
