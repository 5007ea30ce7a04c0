"""Readings: short sentences about a group, a province, an indicator or the release, made from mart rows.

A reading is a file of `readings/` and a message in every language (`<language>/readings.ftl`); it is made
for every subject its select returns. Nothing here knows what a reading says.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from assets.models import read_model
from assets.wording.figures import LANGUAGES, Figure, Quote, Wording, joined, row_id
from assets.wording.messages import worded
from assets.wording.readings_definitions import (
    FOLDER,
    ONLY,
    Filling,
    ListVariable,
    Reading,
    ReadingError,
    Variable,
    read_definitions,
)

MESSAGES = "readings"
MARTS = Path(__file__).parents[2] / "sql"
EVERY = "any"
Row = Mapping[str, Any]
Subject = tuple[str, str]


def readings(
    connection: duckdb.DuckDBPyConnection, folder: Path = FOLDER
) -> dict[Subject, dict[str, list[Wording]]]:
    """Sentences by (subject kind, subject id) and language, in the order of their definitions.

    Raises ReadingError, FigureError or MessageError for a definition that does not fit its mart or message.
    """
    found: dict[Subject, dict[str, list[Wording]]] = {}
    for reading in read_definitions(folder):
        for subject, rows in _rows_by_subject(connection, reading).items():
            said = found.setdefault((reading.subject, subject), {name: [] for name in LANGUAGES})
            for language in LANGUAGES:
                said[language].append(_said(reading, rows, language))
    return dict(sorted(found.items()))


def _rows_by_subject(connection: duckdb.DuckDBPyConnection, reading: Reading) -> dict[str, list[dict]]:
    """The selected rows of every subject, each with its address under `row_id`."""
    grain = read_model(MARTS / f"{reading.mart}.sql").grain
    try:
        cursor = connection.execute(reading.query)
    except duckdb.Error as error:
        raise ReadingError(f"readings/{reading.name}.sql: {error}") from error
    columns = [column[0] for column in cursor.description or ()]
    missing = [name for name in ("subject_id", *grain) if name not in columns]
    if missing:
        raise ReadingError(
            f"readings/{reading.name}.sql: selects no {', '.join(missing)}; subject_id and the whole key of"
            f" {reading.mart} are needed to address its rows"
        )
    found: dict[str, list[dict]] = {}
    for line in cursor.fetchall():
        row = {"role": ONLY, **dict(zip(columns, line, strict=True))}
        row["row_id"] = row_id(reading.mart, grain, row)
        found.setdefault(row["subject_id"], []).append(row)
    return found


def _said(reading: Reading, rows: Sequence[Row], language: str) -> Wording:
    """One sentence in one language."""
    values = _values(reading, reading.filling, rows, language)
    for name, listed in reading.lists.items():
        values[name] = _listed(reading, listed, rows, language)
    return worded(MESSAGES, reading.message, language, values)


def _listed(reading: Reading, listed: ListVariable, rows: Sequence[Row], language: str) -> Wording:
    """Each row of the list's role in its own words, with the language's joint between them."""
    items: list[Wording | Figure | Quote | str] = [
        worded(MESSAGES, listed.message, language, _values(reading, listed.filling, [row], language))
        for row in _of_role(rows, listed.role)
    ]
    return joined(items, worded(MESSAGES, "joint", language).text, language)


def _values(reading: Reading, filling: Filling, rows: Sequence[Row], language: str) -> dict[str, Any]:
    """The variables of one message."""
    ending = language.lower().replace("-", "_")
    values: dict[str, Any] = {}
    for name, variable in filling.figures.items():
        figure = _figure(reading, name, variable, rows)
        if figure is not None:
            values[name] = figure
    for name, variable in filling.names.items():
        row = _row(reading, name, variable, rows)
        column = f"{variable.column}_{ending}"
        values[name] = Quote(str(_cell(reading, row, column)), column, (row["row_id"],))
    for name, variable in filling.words.items():
        row = _row(reading, name, variable, rows)
        values[name] = _key(_cell(reading, row, variable.column))
    return values


def _figure(reading: Reading, name: str, variable: Variable, rows: Sequence[Row]) -> Figure | None:
    """A count of rows, or one cell; None for an empty cell that may be missing."""
    if variable.is_counted:
        addresses = tuple(row["row_id"] for row in _of_role(rows, variable.role))
        return Figure(len(addresses), variable.kind or "count", rows=addresses, how="counted")
    row = _row(reading, name, variable, rows)
    _cell(reading, row, variable.column)
    value = _cell(reading, row, variable.value or variable.column)
    if value is None and variable.may_be_missing:
        return None
    if value is None:
        raise ReadingError(
            f"readings/{reading.name}.sql: {variable.column} of {row['row_id']} is empty; leave such rows out"
            " in the select, or say may_be_missing and word the sentence without it"
        )
    digits = int(_cell(reading, row, variable.digits_column)) if variable.digits_column else variable.digits
    how = "computed" if variable.value else "read"
    return Figure(value, variable.kind, digits, variable.column, (row["row_id"],), how)


def _of_role(rows: Sequence[Row], role: str) -> list[Row]:
    return [row for row in rows if role in (EVERY, row["role"])]


def _row(reading: Reading, name: str, variable: Variable, rows: Sequence[Row]) -> Row:
    """The one row a variable is taken from; with the role `any` the first of the subject's rows."""
    found = _of_role(rows, variable.role)
    if not found or (len(found) > 1 and variable.role != EVERY):
        raise ReadingError(
            f"readings/{reading.name}.sql: variable '{name}' of {rows[0]['subject_id']} has {len(found)} rows"
            f" with role '{variable.role}'; the select must return one"
        )
    return found[0]


def _cell(reading: Reading, row: Row, column: str) -> Any:
    if column not in row:
        raise ReadingError(f"readings/{reading.name}.sql: selects no column '{column}'")
    return row[column]


def _key(value: object) -> str:
    """A coded value as the key of a message's variant: 'not testable (break)' is not-testable-break."""
    return re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-")
