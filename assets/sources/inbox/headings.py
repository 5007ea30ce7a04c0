"""Headings above the figures: which series, year and region each column holds."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assets.landing.errors import LandingError, RepeatedRegionError
from assets.landing.file_errors import (
    EmptyTableError,
    HeaderRowError,
    MergedHeaderError,
    RepeatedColumnError,
    RepeatedYearError,
    UnknownColumnError,
    YearUnreadableError,
)
from assets.landing.printed import normal_name
from assets.sources.grids.grid import column_number, shown
from assets.sources.inbox.columns import Heading, series_of_column
from assets.sources.inbox.mapping import PrintedSeries
from assets.sources.inbox.rules import COLUMNS, ROWS
from assets.sources.inbox.table import REGIONS, YEARS, PrintedTable, RowLabels, is_labelled


class ValueColumn(NamedTuple):
    """A column of figures; what its rows say instead is None."""

    column: int
    series: PrintedSeries | None
    region: tuple[str, str] | None
    period: str | None


def find_value_columns(table: PrintedTable, labels: RowLabels) -> tuple[list[ValueColumn], int]:
    """Every column with figures in a row the labels explain, and the first row below the headings."""
    columns = _columns_with_figures(table, labels)
    if not columns:
        raise EmptyTableError(f"{table.where}: no figures beside the labels; check range and ignore_columns")
    layout = table.mapping.layout
    stands = {REGIONS: layout.regions, YEARS: layout.years}
    rows = {kind: _heading_row(table, labels, columns, kind) for kind in stands if stands[kind] == COLUMNS}
    columns = sorted({*columns, *_headed_columns(table, labels, rows)})
    headings = [_heading(table, labels, column, set(rows.values())) for column in columns]
    found = []
    for column, heading in zip(columns, headings, strict=True):
        series = None if layout.series == ROWS else series_of_column(table, heading)
        region, period = None, None if layout.years == ROWS else layout.years
        if REGIONS in rows:
            label = table.grid.heading(rows[REGIONS], column).text
            region = (table.region(label, table.place(rows[REGIONS], column)), label)
        elif layout.regions != ROWS:
            region = (layout.regions, "")
        if YEARS in rows:
            period = _year_at(table, rows[YEARS], column)
        found.append(ValueColumn(column, series, region, period))
    _refuse_repeated(table, labels, found, rows)
    _refuse_absent(table, found)
    return found, max((row + 1 for row in rows.values()), default=_zone(table, labels).start)


def _candidates(table: PrintedTable, labels: RowLabels) -> list[int]:
    """Columns that are neither labels nor left out by the mapping."""
    left_out = {*labels.columns.values(), *labels.others}
    for name in table.mapping.layout.ignore_columns:
        headed = table.columns_headed(name)
        left_out |= headed or ({column_number(name)} if re.fullmatch("[A-Z]{1,3}", name) else set())
    return [column for column in table.grid.columns if column not in left_out]


def _headed_columns(table: PrintedTable, labels: RowLabels, rows: dict[str, int]) -> list[int]:
    """Columns under a year or a region of their own: where no figure is printed, they are gaps."""
    known = {REGIONS: table.known_region, YEARS: table.known_year}
    return [
        column
        for column in _candidates(table, labels)
        if rows and all(known[kind](table.grid.cell(row, column)) is not None for kind, row in rows.items())
    ]


def _columns_with_figures(table: PrintedTable, labels: RowLabels) -> list[int]:
    grid = table.grid
    rows = [row for row in grid.rows if row >= labels.first_row and is_labelled(table, labels.columns, row)]
    return [
        column for column in _candidates(table, labels) if any(grid.heading(row, column).kind for row in rows)
    ]


def _zone(table: PrintedTable, labels: RowLabels) -> range:
    """Rows that can hold headings: those the mapping names, or all above the figures."""
    first, _, last = table.mapping.layout.header_row.partition(":")
    return (
        range(int(first) - 1, int(last or first)) if first else range(table.grid.rows.start, labels.first_row)
    )


def _heading_row(table: PrintedTable, labels: RowLabels, columns: list[int], kind: str) -> int:
    known = table.known_region if kind == REGIONS else table.known_year
    zone = _zone(table, labels)
    read = {row: [known(table.grid.heading(row, column)) for column in columns] for row in zone}
    counts = {row: sum(found is not None for found in line) for row, line in read.items()}
    most = max(counts.values(), default=0)
    if not most:
        first = f"{labels.first_row + 1}"
        raise HeaderRowError(
            f"{table.where}: no {kind} found above the figures, which begin in row {first};"
            f' say header_row, or {kind} = "rows" or the one of the whole table'
        )
    best = [row for row, count in counts.items() if count == most]
    if any(read[row] != read[best[-1]] for row in best):
        shown = " and ".join(str(row + 1) for row in best)
        raise HeaderRowError(f"{table.where}: rows {shown} both could be the {kind}; say header_row")
    return best[-1]


def _year_at(table: PrintedTable, row: int, column: int) -> str:
    cell = table.grid.heading(row, column)
    year = table.known_year(cell)
    if year is not None:
        return year
    found = f"{table.place(row, column)}: found {shown(cell.text)}"
    if any(character.isdigit() for character in cell.text):
        raise YearUnreadableError(
            f'{found}, no plain year; say which it is under [labels.years], as in "{cell.text}" = "2024",'
            f' or leave the column out with ignore_columns = ["{table.grid.column_name(column)}"]'
        )
    raise UnknownColumnError(
        f"{found} where a year was expected; name the column in ignore_columns,"
        " or the row of the years in header_row"
    )


def _heading(table: PrintedTable, labels: RowLabels, column: int, used: set[int]) -> Heading:
    """Texts above a column that are not years, regions or bare units, merged cells once."""
    units = {normal_name(one.unit) for one in table.series}
    texts: list[tuple[int, str]] = []
    for row in _zone(table, labels):
        text = table.grid.heading(row, column).text.strip()
        bare = normal_name(text).strip("()") in units
        if text and row not in used and not bare and (not texts or texts[-1][1] != text):
            texts.append((row, text))
    return Heading(column, tuple(texts))


def _refuse_repeated(
    table: PrintedTable, labels: RowLabels, found: list[ValueColumn], rows: dict[str, int]
) -> None:
    """Two columns for the same series, region and year."""
    seen: dict[tuple[object, ...], int] = {}
    for one in found:
        key = (one.series, one.region and one.region[0], one.period)
        if key in seen:
            raise _repeated(table, labels, seen[key], one.column, rows)
        seen[key] = one.column


def _repeated(
    table: PrintedTable, labels: RowLabels, first: int, second: int, rows: dict[str, int]
) -> LandingError:
    row = next(iter(rows.values()), None)
    names = f"columns {table.grid.column_name(first)} and {table.grid.column_name(second)}"
    for line in reversed(_zone(table, labels)) if row is None else (row,):
        span = table.grid.span_at(line, first)
        if span is not None and span == table.grid.span_at(line, second):
            return MergedHeaderError(
                f"{table.place(span.top, span.left)}: {shown(table.grid.heading(line, first).text)} is"
                f" merged over {names}, which leaves open what each holds; name the columns by their letters"
                ' (column = "C"), or list one in ignore_columns'
            )
    if row is None:
        return RepeatedColumnError(
            f"{table.where}: {names} both fit one series; keep one with ignore_columns"
        )
    label = table.grid.heading(row, second).text
    error = RepeatedYearError if YEARS in rows else RepeatedRegionError
    return error(
        f"{table.place(row, second)}: found {shown(label)} again, first in {table.grid.address(row, first)};"
        " keep one with ignore_columns, or give each series its header"
    )


def _refuse_absent(table: PrintedTable, found: list[ValueColumn]) -> None:
    present = {one.series for one in found}
    absent: Iterator[PrintedSeries] = (one for one in table.series if one not in present)
    missing = next(absent, None)
    if missing is not None and table.mapping.layout.series == COLUMNS:
        raise UnknownColumnError(
            f"{table.where}: no column has the heading '{missing.header or missing.column}' of"
            f" {missing.series_id}; the table has changed: correct the mapping"
        )
