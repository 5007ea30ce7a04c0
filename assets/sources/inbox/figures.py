"""From a table on its grid to figures: row by row, each cell a number, a gap with its reason, or an error."""

import re
from typing import NamedTuple

from assets.landing.errors import LandingError, RepeatedRegionError
from assets.landing.exchange import Figure
from assets.landing.file_errors import (
    EmptyTableError,
    MergedFigureError,
    OfWhichRowError,
    RepeatedColumnError,
    RepeatedYearError,
    TwoTablesError,
    UnknownColumnError,
    YearUnreadableError,
)
from assets.landing.printed import normal_name
from assets.sources.grids.grid import Cell, shown
from assets.sources.inbox.headings import ValueColumn, find_value_columns
from assets.sources.inbox.mapping import PrintedSeries
from assets.sources.inbox.numbers import number_of
from assets.sources.inbox.regions import plain_label
from assets.sources.inbox.table import (
    REGIONS,
    SERIES,
    YEARS,
    PrintedTable,
    RowLabels,
    find_row_labels,
    is_labelled,
)
from assets.sources.inbox.units import check_units

OF_WHICH = re.compile(r"#|其中|of which", re.IGNORECASE)
NOTE = re.compile(r"注:|注释|附注|说明:|(?:资料|資料|数据|數據)(?:来源|來源)|notes?:|sources?:|[a-z]\)")
NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(\.[0-9]+)?[*†‡①-⑳]*")
# no region of China has a longer one; longer texts are sentences
LONGEST_NAME = 15
CONTINUED = re.compile(r"续表|續表|continued", re.IGNORECASE)


class SeriesFigure(NamedTuple):
    """A figure and the series it belongs to: one file can hold several."""

    series_id: str
    figure: Figure


def read_table(table: PrintedTable) -> list[SeriesFigure]:
    """Every figure and every gap of a table, row by row."""
    labels = find_row_labels(table)
    columns, begins = find_value_columns(table, labels)
    check_units(table, labels.first_row)
    found: list[SeriesFigure] = []
    seen: dict[tuple[str, str, str], tuple[int, int]] = {}
    for row in table.grid.rows:
        if row < begins or (row < labels.first_row and not _could_be_figures(table, columns, row)):
            continue
        if not _holds_figures(table, labels, columns, row):
            continue
        for one in columns:
            series, region, period = _coordinates(table, labels, one, row)
            key = (series.series_id, region[0], period)
            if key in seen:
                raise _repeated(table, labels, seen[key], (row, one.column))
            seen[key] = (row, one.column)
            figure = _figure(table, series, region, period, (row, one.column))
            found.append(SeriesFigure(series.series_id, figure))
    if not any(one.figure.value_text for one in found):
        raise EmptyTableError(f"{table.where}: not a single figure; check sheet and range")
    return found


def _holds_figures(table: PrintedTable, labels: RowLabels, columns: list[ValueColumn], row: int) -> bool:
    """Whether a row is one of the table; headings between, notes and rows to ignore are not.

    Raises TwoTablesError or OfWhichRowError; a label nobody knows is an error only beside figures.
    """
    texts = {kind: table.grid.heading(row, column) for kind, column in labels.columns.items()}
    if any(plain_label(cell.text) in table.mapping.ignored_rows for cell in texts.values() if cell.kind):
        return False
    if is_labelled(table, labels.columns, row):
        return True
    label = next((cell.text for cell in texts.values() if cell.kind), "")
    place = table.place(row, next(iter(labels.columns.values())))
    line = [table.grid.cell(row, column) for column in table.grid.columns]
    if any(CONTINUED.search(normal_name(cell.text)) for cell in line) or _is_heading(table, columns, row):
        raise TwoTablesError(
            f"{place}: a second heading or a continued table begins here; give the rows of one in range"
            ' (such as "A4:K36"), and put the file in again for the other'
        )
    if _is_note(line):
        return False
    if not any(table.grid.cell(row, one.column).kind for one in columns) and _is_plain_heading(label):
        return False
    if OF_WHICH.match(normal_name(label)):
        raise OfWhichRowError(
            f"{place}: found {shown(label)}, a part of the row above; list it in ignore_rows,"
            " or name the region it stands for under [labels.regions]"
        )
    return True


def _could_be_figures(table: PrintedTable, columns: list[ValueColumn], row: int) -> bool:
    """Whether numbers that are no years stand above the first row whose label is known."""
    cells = [table.grid.cell(row, one.column) for one in columns]
    return any(NUMBER.fullmatch(normal_name(cell.text)) and table.known_year(cell) is None for cell in cells)


def _is_plain_heading(label: str) -> bool:
    """Whether a label without figures is words alone, or a sentence: not a region run into its figures."""
    name = normal_name(label)
    return not any(character.isdigit() for character in name) or len(name) > LONGEST_NAME


def _is_note(line: list[Cell]) -> bool:
    """Whether a row is one sentence that begins as notes do, in whichever column."""
    full = [cell for cell in line if cell.kind]
    return len(full) == 1 and NOTE.match(normal_name(full[0].text)) is not None


def _is_heading(table: PrintedTable, columns: list[ValueColumn], row: int) -> bool:
    """Whether a row without labels repeats years or regions where figures should be."""
    cells = [cell for one in columns if (cell := table.grid.heading(row, one.column)).kind]
    layout = table.mapping.layout
    known = table.known_year if layout.years == "columns" else table.known_region
    return bool(cells) and all(known(cell) is not None for cell in cells)


def _coordinates(
    table: PrintedTable, labels: RowLabels, one: ValueColumn, row: int
) -> tuple[PrintedSeries, tuple[str, str], str]:
    """Series, region with its label, and year of a cell, from its row and its column."""
    series, region, period = one.series, one.region, one.period
    for kind, column in labels.columns.items():
        cell, place = table.grid.heading(row, column), table.place(row, column)
        if kind == REGIONS:
            region = (table.region(cell.text, place), cell.text.strip())
        elif kind == YEARS:
            period = table.known_year(cell)
            if period is None:
                raise YearUnreadableError(
                    f"{place}: found {shown(cell.text)}, no plain year; say which it is under [labels.years],"
                    f' as in "{cell.text}" = "2024", or list it in ignore_rows'
                )
        elif kind == SERIES:
            series = next((s for s in table.series if s.series_id == table.known_series(cell)), None)
            if series is None:
                raise UnknownColumnError(
                    f"{place}: found {shown(cell.text)}, which no series of the mapping has;"
                    " add a [[series]] with this header, or list it in ignore_rows"
                )
    assert series is not None and region is not None and period is not None
    return series, region, period


def _figure(
    table: PrintedTable, series: PrintedSeries, region: tuple[str, str], period: str, at: tuple[int, int]
) -> Figure:
    place = f"{table.place(*at)} ({region[1] or region[0]}, {period})"
    span = table.grid.span_at(*at)
    if span is not None and table.grid.heading(*at).kind:
        raise MergedFigureError(
            f"{place}: merged with others from {table.grid.address(span.top, span.left)} on, which leaves"
            " open whose figure it is; unmerge the cells in a copy and write the figure where it belongs"
        )
    text, reason, flag = number_of(table.grid.cell(*at), table.mapping.layout.percent_cells, place)
    address = table.grid.address(*at)
    named = f"{table.grid.name}!{address}" if table.grid.name else address
    return Figure(region[0], region[1], period, text, reason, flag, series.unit.strip(), named)


def _repeated(
    table: PrintedTable, labels: RowLabels, first: tuple[int, int], second: tuple[int, int]
) -> LandingError:
    kind = next(iter(labels.columns))
    error = {REGIONS: RepeatedRegionError, YEARS: RepeatedYearError, SERIES: RepeatedColumnError}[kind]
    label = ", ".join(table.grid.heading(second[0], column).text for column in labels.columns.values())
    return error(
        f"{table.place(*second)}: {shown(label)} again, first at {table.grid.address(*first)};"
        " keep one with ignore_rows or range: which of two figures counts must not be guessed"
    )
