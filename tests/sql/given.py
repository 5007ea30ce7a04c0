"""Given and expect for SQL models: tiny aligned text tables in, whole results out.

A text table has its columns two or more spaces apart and writes null as `-`. Numbers may be fractions
("2/3"). Columns that are equal on every row are named once, as keywords of `rows`; nothing is filled
in unsaid: a column the query reads and the test does not give is an error of the query.
"""

import re
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest

from assets.models import Model, read_model
from assets.reference import read_definitions

ROOT = Path(__file__).parents[2]
Row = dict[str, Any]
Given = dict[str, str | list[Row]]

COLUMN_TYPES = (
    ("BOOLEAN", r"is_.*|has_.*"),
    ("TIMESTAMP", r"retrieved_at"),
    ("BIGINT", r"n_.*|value_rank"),
    (
        "DATE",
        r"valid_from|valid_to|effective_from|effective_to|publication_date|published_(from|on)",
    ),
    (
        "INTEGER",
        r"cells|(.*_)?period|period_(start|end)|first_print_(from|to)|(vintage_)?rank|position|sort_order"
        r"|publication_lag_months|(rounding_)?decimals|quarter|line_number|years_after",
    ),
    (
        "DOUBLE",
        r"(.*_)?(value|share|mean|gap|ratio|sum|weight|bound|numerator|denominator|rate|factor|index)"
        r"|coverage|min_coverage|plausible_(min|max)|scale|tolerance|difference|residual|set_sum"
        r"|value_in_currency|ratio_to_nation|(relative_)?change|share_of_nation|change_since_earlier|(between|within)_groups|theil_._(within|between)",
    ),
)


def type_of(column: str) -> str:
    """DuckDB type of a column, known from its name: by rule, else as columns.csv says, else text."""
    fitting = (kind for kind, pattern in COLUMN_TYPES if re.fullmatch(pattern, column))
    return next(fitting, None) or declared_types().get(column, "VARCHAR")


@cache
def declared_types() -> dict[str, str]:
    """Types of columns.csv by column name."""
    definitions = read_definitions(ROOT / "warehouse" / "reference" / "cn")
    return {name: definition.type for name, definition in definitions.items()}


def rows(text: str, **equal_on_every_row: Any) -> list[Row]:
    """Rows of a text table, typed by column name, with the columns it does not show added."""
    header, *lines = [re.split(r"\s{2,}", line.strip()) for line in text.strip().splitlines()]
    for line in lines:
        assert len(line) == len(header), f"{len(line)} cells under {len(header)} columns: {line}"
    return [
        equal_on_every_row | {column: _cell(column, text) for column, text in zip(header, line, strict=True)}
        for line in lines
    ]


def run_model(given: Given, *models: str) -> list[Row]:
    """Rows of the last of `models` (room/name), each built in order from the given tables.

    The queries run as they stand. Every table they read must be given or built before; a given table
    that none of them reads is an error too.
    """
    return run_models(given, *models)[models[-1]]


def run_models(given: Given, *models: str) -> dict[str, list[Row]]:
    """Rows of each of `models`, built as `run_model` does."""
    unread = set(given)
    results: dict[str, list[Row]] = {}
    with duckdb.connect(config={"enable_external_access": False, "threads": 1}) as connection:
        for key, content in given.items():
            create_table(connection, key, rows(content) if isinstance(content, str) else content)
        for key in models:
            model = read_model(ROOT / "sql" / f"{key}.sql")
            unread -= set(model.deps)
            results[key] = _build(connection, model)
    assert not unread, f"given but read by none of {models}: {sorted(unread)}"
    return results


def check(found: Sequence[Row], expected: str) -> None:
    """Assert that the result has exactly the expected rows, in order, in the columns the table shows."""
    wanted = rows(expected)
    columns = re.split(r"\s{2,}", expected.strip().splitlines()[0].strip())
    shown = [{column: row[column] for column in columns} for row in found]
    assert shown == [{name: _close(value) for name, value in row.items()} for row in wanted]


def _build(connection: duckdb.DuckDBPyConnection, model: Model) -> list[Row]:
    _schema(connection, model.key)
    table = model.key.replace("/", ".")
    connection.execute(f"create table {table} as {model.query}")
    # the order a query asks for is part of its result; one that asks for none is put in grain order
    is_ordered = re.search(r"^order by ", model.query, re.MULTILINE)
    order = "" if is_ordered else f" order by {', '.join(model.grain)}"
    result = connection.execute(f"select * from {table}{order}")
    names = [column[0] for column in result.description]
    return [dict(zip(names, values, strict=True)) for values in result.fetchall()]


def _cell(column: str, text: str) -> Any:
    if text == "-":
        return None
    match type_of(column):
        case "BOOLEAN":
            return {"true": True, "false": False}[text]
        case "BIGINT" | "INTEGER":
            return int(text)
        case "DOUBLE":
            return float(Fraction(text))
        case "DATE":
            return date.fromisoformat(text)
    return text


def _close(value: Any) -> Any:
    return pytest.approx(value, rel=1e-12, abs=1e-12) if isinstance(value, float) else value


def create_table(connection: duckdb.DuckDBPyConnection, key: str, content: list[Row]) -> None:
    """A table of the given rows, typed by column name."""
    _schema(connection, key)
    assert content, f"{key}: give at least one row, or its columns are unknown"
    columns = list(content[0])
    table = key.replace("/", ".")
    declared = ", ".join(f"{name} {type_of(name)}" for name in columns)
    connection.execute(f"create table {table} ({declared})")
    lines = ", ".join("(" + ", ".join(_literal(row[name]) for name in columns) + ")" for row in content)
    connection.execute(f"insert into {table} values {lines}")


def _schema(connection: duckdb.DuckDBPyConnection, key: str) -> None:
    connection.execute(f"create schema if not exists {key.split('/')[0]}")


def _literal(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, float):
        return f"{value!r}::double"
    if isinstance(value, bool | int):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"
