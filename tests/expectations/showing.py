"""Showing a suite tiny tables: some it must accept, and changes to them that each rule must reject."""

import re
import shlex
from collections.abc import Iterable, Mapping

import duckdb

from expectations.suite import LANGUAGES, Suite, check_suite
from tests.sql.given import declared_types

TYPES = {
    "boolean": "is_.*",
    "date": "published_on",
    "integer": "period|quarter|vintage_rank",
    "bigint": "n_.*|value_rank",
    "double": (
        "(?!null_reason).*(value|ratio|share|gap|bound|difference|residual|coverage|jump|rate)"
        "|.*_groups|ratio_to_nation|share_of_nation|numerator|denominator|plausible_.*|set_sum|tolerance|change_since_earlier"
    ),
}


def warehouse(
    given: Mapping[str, str], labels: Mapping[str, Iterable[str]] | None = None
) -> duckdb.DuckDBPyConnection:
    """An in-memory warehouse: aligned text tables, or selects, by `room.table`.

    The first line of a text table names the columns, whose types follow from their names; `-` is null.
    Columns that only carry names are added to every row of the tables in `labels`.
    """
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    for table, content in given.items():
        query = content if content.lstrip().startswith("select") else _select(content)
        connection.execute(f"create schema if not exists {table.split('.')[0]}")
        connection.execute(f"create table {table} as {query}")
    for table, names in (labels or {}).items():
        for name in names:
            for language in LANGUAGES:
                text = "Label" if language == "en" else "名"
                connection.execute(
                    f"alter table {table} add column {name}_{language} varchar default '{text}'"
                )
    return connection


def broken(connection: duckdb.DuckDBPyConnection, suite: Suite, change: str = "") -> set[str]:
    """Names of the rules broken after the change, which is taken back."""
    connection.execute("begin")
    try:
        if change:
            connection.execute(change)
        results = check_suite(connection, suite)
    finally:
        connection.execute("rollback")
    return {result.name for result in results if not result.passed}


def only(suite: Suite, name: str) -> Suite:
    """The suite reduced to one rule."""
    return Suite(suite.query, tuple(rule for rule in suite.rules if rule.name == name))


def names(suite: Suite) -> set[str]:
    """Names of all rules of a suite."""
    return {rule.name for rule in suite.rules}


def _select(content: str) -> str:
    """A select of the rows written in a text table."""
    header, *lines = [shlex.split(line) for line in content.strip().splitlines()]
    rows = ", ".join(
        "(" + ", ".join("null" if cell == "-" else f"'{cell}'" for cell in line) + ")" for line in lines
    )
    casts = ", ".join(f"cast({name} as {_type(name)}) as {name}" for name in header)
    return f"select {casts} from (values {rows}) as t ({', '.join(header)})"


def _type(name: str) -> str:
    """The type of a column: in this house a name means the same everywhere."""
    fitting = (type_ for type_, pattern in TYPES.items() if re.fullmatch(pattern, name))
    return next(fitting, None) or declared_types().get(name, "varchar")
