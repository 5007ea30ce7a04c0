"""A table on its grid: which labels are regions and years, and which columns hold the labels of rows."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assets.landing.file_errors import (
    AmbiguousColumnError,
    EmptyTableError,
    LandingError,
    TwoTablesError,
    UnknownColumnError,
)
from assets.landing.printed import normal_name
from assets.sources.grids.grid import TEXT, Cell, Grid, column_letters, column_number, shown
from assets.sources.inbox.mapping import PrintedSeries, TableMapping
from assets.sources.inbox.regions import RegionNames, plain_label
from assets.sources.inbox.rules import ROWS

REGIONS, YEARS, SERIES = "regions", "years", "series"
PRINTED_YEAR = re.compile(r"((?:19|20)[0-9]{2})年?")


@dataclass(frozen=True)
class PrintedTable:
    """One grid with the mapping that explains it and the series that stand on it.

    `grid` is what the mapping lets be seen of the `sheet`; the unit may stand outside of it.
    """

    file: str
    grid: Grid
    sheet: Grid
    mapping: TableMapping
    series: tuple[PrintedSeries, ...]
    regions: RegionNames

    def place(self, row: int, column: int) -> str:
        """A cell for messages: file, sheet, address."""
        return f"{self.file}, {self.grid.place(row, column)}"

    @property
    def where(self) -> str:
        """The sheet for messages."""
        return f"{self.file}, {self.grid.where}".removesuffix(", ")

    def region(self, label: str, place: str) -> str:
        """Region id of a label; raises UnknownRegionError or AmbiguousRegionError."""
        layout = self.mapping.layout
        return self.regions.find(label, layout.region_levels, self.mapping.region_labels, place)

    def known_region(self, cell: Cell) -> str | None:
        """Region id of a cell; None for anything else."""
        layout = self.mapping.layout
        return self.regions.knows(cell.text, layout.region_levels, self.mapping.region_labels)

    def known_year(self, cell: Cell) -> str | None:
        """Year of a cell; None for anything else: half years, ranges, dates."""
        label = normal_name(cell.text)
        found = PRINTED_YEAR.fullmatch(label)
        return self.mapping.year_labels.get(label) or (found[1] if found else None)

    def known_series(self, cell: Cell) -> str | None:
        """Series whose rows carry the label of a cell."""
        label = plain_label(cell.text)
        for one in self.series:
            if one.header and label == plain_label(one.header):
                return one.series_id
        return None

    @property
    def kinds_in_rows(self) -> dict[str, Callable[[Cell], str | None]]:
        """What the labels of rows say, and how each is recognised."""
        layout = self.mapping.layout
        known = {REGIONS: self.known_region, YEARS: self.known_year, SERIES: self.known_series}
        stand = {REGIONS: layout.regions, YEARS: layout.years, SERIES: layout.series}
        return {kind: find for kind, find in known.items() if stand[kind] == ROWS}

    def column_of(self, name: str) -> int:
        """Column of its letters or of the heading that stands in it; raises UnknownColumnError."""
        if re.fullmatch("[A-Z]{1,3}", name) and column_number(name) in self.grid.columns:
            return column_number(name)
        columns = self.columns_headed(name)
        if len(columns) != 1:
            found = "in columns " + ", ".join(map(column_letters, sorted(columns))) if columns else "nowhere"
            raise UnknownColumnError(
                f"{self.where}: the mapping names the column '{name}', found {found};"
                " give its letters, or the heading as printed"
            )
        return next(iter(columns))

    def columns_headed(self, name: str) -> set[int]:
        """Columns in which a text stands as a cell of its own."""
        return {column for _, column, text in self.grid.texts() if normal_name(text) == normal_name(name)}


@dataclass(frozen=True)
class RowLabels:
    """Columns with the labels of rows; `others` repeat one of them, as codes beside names do."""

    columns: dict[str, int]
    others: frozenset[int]
    first_row: int


def find_row_labels(table: PrintedTable) -> RowLabels:
    """Columns of the mapping where it names them, else those whose cells can be read as what they must be.

    Raises AmbiguousColumnError, TwoTablesError, EmptyTableError or UnknownColumnError.
    """
    layout = table.mapping.layout
    named = {REGIONS: layout.region_column, YEARS: layout.year_column, SERIES: layout.series_column}
    columns: dict[str, int] = {}
    others: set[int] = set()
    for kind, known in table.kinds_in_rows.items():
        if named[kind]:
            columns[kind] = table.column_of(named[kind])
        else:
            columns[kind], same = _find_column(table, kind, known, set(columns.values()))
            others |= same
    first_row = next(_labelled_rows(table, columns), None)
    if first_row is None:
        raise EmptyTableError(
            f"{table.where}: no row has its {' and '.join(columns)} in column"
            f" {', '.join(map(table.grid.column_name, columns.values()))} and a figure beside;"
            " check sheet, range and the columns in the mapping"
        )
    # rows before the first figure that print nothing are gaps, not headings
    while first_row > _after_heading(table) and is_labelled(table, columns, first_row - 1):
        first_row -= 1
    return RowLabels(columns, frozenset(others - set(columns.values())), first_row)


def is_labelled(table: PrintedTable, columns: dict[str, int], row: int) -> bool:
    """Whether every label of a row can be read."""
    known = table.kinds_in_rows
    return all(known[kind](table.grid.heading(row, column)) is not None for kind, column in columns.items())


def _after_heading(table: PrintedTable) -> int:
    """First row that can hold figures."""
    last = table.mapping.layout.header_row.rpartition(":")[2]
    return int(last or 0)


def _labelled_rows(table: PrintedTable, columns: dict[str, int]) -> Iterator[int]:
    labels = set(columns.values())
    for row in table.grid.rows:
        beside = any(
            table.grid.cell(row, column).kind for column in table.grid.columns if column not in labels
        )
        if beside and row >= _after_heading(table) and is_labelled(table, columns, row):
            yield row


def _find_column(
    table: PrintedTable, kind: str, known: Callable[[Cell], str | None], taken: set[int]
) -> tuple[int, set[int]]:
    """The column most of whose cells are of a kind, and others that say the same row by row."""
    read: dict[int, dict[int, str]] = {}
    for row, column, _ in table.grid.texts():
        found = known(table.grid.cell(row, column)) if column not in taken else None
        if found is not None:
            read.setdefault(column, {})[row] = found
    if not read:
        raise EmptyTableError(
            f"{table.where}: no cell can be read as one of the {kind} of the mapping; check sheet, range"
            f" and {kind.removesuffix('s')}_column, or whether {kind} stand in columns"
        )
    # of codes and names, names come first: codes can be numbers by chance
    best = max(
        read, key=lambda column: (len(read[column]), _texts(table.grid, column, read[column]), -column)
    )
    rivals = {column for column in read if column != best and len(read[column]) * 2 >= len(read[best])}
    for rival in sorted(rivals):
        rows = [row for row, found in read[rival].items() if read[best].get(row, found) != found]
        if rows:
            raise _two_columns(table, kind, best, rival, rows[0])
    return best, rivals


def _two_columns(table: PrintedTable, kind: str, best: int, rival: int, row: int) -> LandingError:
    found = (
        f"{table.where}: columns {table.grid.column_name(best)} and {table.grid.column_name(rival)} both hold"
        f" {kind} and differ in {table.grid.address(row, rival)} ({shown(table.grid.cell(row, rival).text)})"
    )
    if kind == REGIONS:
        return TwoTablesError(f'{found}: two tables side by side? Name one with range, such as "A4:F36"')
    return AmbiguousColumnError(f"{found}; name one as {kind.removesuffix('s')}_column")


def _texts(grid: Grid, column: int, rows: dict[int, str]) -> int:
    return sum(
        grid.cell(row, column).kind == TEXT and not grid.cell(row, column).text.isdigit() for row in rows
    )
