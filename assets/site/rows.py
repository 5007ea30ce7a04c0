"""Rows of marts as the site prints them: each knows its address, so that every number can be traced."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import duckdb
from markupsafe import escape

from assets.explaining.summary import input_summary
from assets.models import read_model
from assets.wording.figures import row_id

QUERIES = Path(__file__).parent / "queries"
LABELS = re.compile(r".*_(zh_hans|zh_hant|zh|en)")
# Columns that describe the indicator and the group rather than the row.
OTHERS = {"field", "decimals", "polarity", "group_kind", "partition_id", "sort_order"}
# Digits kept of a number in the card; doubles carry no more than 15.
SIGNIFICANT = 12
# Below this, a whole number is written without a point in JSON and in JavaScript alike.
WHOLE = 1e15
# Rows of these rooms have addresses; their models' headers name the key.
ADDRESSED = ("marts", "core")


class SiteError(Exception):
    """A page cannot be made; the message says which, what was found and what to do."""


class Row:
    """One row of one table: `row["ratio"]`, its address and what has been printed of it."""

    def __init__(self, address: str, values: Mapping[str, Any]) -> None:
        self.address = address
        self.columns = values
        # numbers are written alike in all three languages, so that each is made once a build
        self.printed: dict[tuple[str, str, int], str] = {}
        self.safe_address = str(escape(address))
        # printed figures behind the row: indicator, their number, editions with days, publishers
        self.inputs: list[list[Any]] = []

    def __getitem__(self, column: str) -> Any:
        return self.columns[column]

    @cached_property
    def inputs_text(self) -> str:
        """The inputs as JSON; many rows of a page share them."""
        return json.dumps(self.inputs, ensure_ascii=False, separators=(",", ":"))

    @cached_property
    def cells(self) -> dict[str, Any]:
        """Cells for the card of a number, without names, empty ones and lowered flags."""
        return {
            name: shortened(value)
            for name, value in self.columns.items()
            if value is not None and value is not False and name not in OTHERS and not is_label(name)
        }


@cache
def is_label(column: str) -> bool:
    """Whether the column holds a name in one language."""
    return LABELS.fullmatch(column) is not None


def shortened(value: Any) -> Any:
    """A number without the digits that are noise of the arithmetic; anything else as it is, days as text."""
    if isinstance(value, float):
        short = float(f"{value:.{SIGNIFICANT}g}")
        return int(short) if short.is_integer() and abs(short) < WHOLE else short
    return value if isinstance(value, bool | int | str) else str(value)


def records(connection: duckdb.DuckDBPyConnection, name: str) -> list[dict[str, Any]]:
    """What the query `queries/<name>.sql` gives, as dictionaries in its order."""
    cursor = connection.execute((QUERIES / f"{name}.sql").read_text(encoding="utf-8"))
    return _dictionaries(cursor)


def rows(connection: duckdb.DuckDBPyConnection, name: str, table: str, grain: Sequence[str]) -> list[Row]:
    """What the query gives as rows of `table`; FigureError when it leaves out a part of the key."""
    return [Row(row_id(table, grain, record), record) for record in records(connection, name)]


def rows_at(
    connection: duckdb.DuckDBPyConnection, addresses: Iterable[str], grains: Mapping[str, Sequence[str]]
) -> dict[str, Row]:
    """The rows at these addresses, one query a table.

    Raises SiteError for an address that no row has: whoever printed it bound a number to nothing.
    """
    wanted: dict[str, list[str]] = {}
    for address in sorted(set(addresses)):
        wanted.setdefault(address.split("/", 1)[0], []).append(address)
    found: dict[str, Row] = {}
    for table, listed in wanted.items():
        key = ", ".join(f'cast("{column}" as varchar)' for column in grains[table.replace(".", "/")])
        query = f"select * from {table} where list_contains(?, concat_ws('/', '{table}', {key}))"
        for record in _dictionaries(connection.execute(query, [listed])):
            row = Row(row_id(table, grains[table.replace(".", "/")], record), record)
            found[row.address] = row
        missing = [address for address in listed if address not in found]
        if missing:
            raise SiteError(f"no row at {missing[0]}; the sentence that names it read another release")
    return found


def trace_inputs(connection: duckdb.DuckDBPyConnection, known: Mapping[str, Row]) -> None:
    """Tells every row which printed figures it was made of, one walk a table."""
    tables: dict[str, list[str]] = {}
    for address in sorted(known):
        tables.setdefault(address.split("/", 1)[0], []).append(address)
    for table, listed in tables.items():
        for address, summary in input_summary(connection, table, listed).items():
            known[address].inputs = [_input(each) for each in summary["inputs"]]


def _input(line: Mapping[str, Any]) -> list[Any]:
    editions = [[each["vintage"], each["published_from"], each["published_to"]] for each in line["vintages"]]
    sources = sorted({source for each in line["vintages"] for source in each["sources"]})
    return [line["indicator"], line["cells"], editions, sources]


def grains_of(root: Path) -> dict[str, tuple[str, ...]]:
    """The key columns of every table with addresses, by `room/name`, from the headers of the models."""
    paths = sorted(path for room in ADDRESSED for path in (root / "sql" / room).glob("*.sql"))
    return {f"{path.parent.name}/{path.stem}": tuple(read_model(path).grain) for path in paths}


def _dictionaries(cursor: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    columns = [column[0] for column in cursor.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
