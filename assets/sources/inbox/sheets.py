"""Which sheets of a file hold the table, and what of them is seen."""

from collections.abc import Iterator

from assets.landing.file_errors import AmbiguousSheetError, DamagedFileError, HiddenCellsError
from assets.sources.grids.grid import Grid, cell_place, shown
from assets.sources.inbox.mapping import TableMapping
from assets.sources.inbox.regions import RegionNames
from assets.sources.inbox.rules import COLUMNS, ROWS
from assets.sources.inbox.table import PrintedTable


def find_tables(
    grids: list[Grid], file: str, mapping: TableMapping, regions: RegionNames
) -> Iterator[PrintedTable]:
    """The table of each sheet the series of a mapping stand on.

    Raises AmbiguousSheetError, DamagedFileError or HiddenCellsError.
    """
    for name in dict.fromkeys(one.sheet or mapping.layout.sheet for one in mapping.series):
        series = tuple(one for one in mapping.series if (one.sheet or mapping.layout.sheet) == name)
        tables = [PrintedTable(file, grid, grid, mapping, series, regions) for grid in grids]
        if not name and all(grid.name.startswith("table ") for grid in grids):
            # pages are laid out with tables: those without a single label cannot be meant
            tables = [table for table in tables if _has_labels(table)] or tables
        whole = _chosen(tables, file, name).grid
        if whole.faults:
            raise DamagedFileError(
                f"{file}, {whole.where}{whole.faults[0]}: the page is damaged there, a figure may be lost;"
                " save it again, or open it in a spreadsheet program and save it as xlsx"
            )
        yield PrintedTable(file, _seen(_cut(whole, mapping), file, mapping), whole, mapping, series, regions)


def _chosen(tables: list[PrintedTable], file: str, name: str) -> PrintedTable:
    fits = [table for table in tables if name in ("", table.grid.name)]
    if len(fits) == 1 and (name or not fits[0].grid.is_hidden):
        return fits[0]
    listed = "; ".join(_shown(table.grid) for table in tables) or "none that holds anything"
    found = f"no sheet '{name}'" if not fits else f"{len(fits)} sheets with something on them"
    raise AmbiguousSheetError(f"{file}: {found}; say sheet under [table], one of: {listed}")


def _shown(grid: Grid) -> str:
    first = next((text for _, _, text in grid.texts()), "")
    return f"'{grid.name}' ({'hidden, ' if grid.is_hidden else ''}begins {shown(first)})"


def _has_labels(table: PrintedTable) -> bool:
    known = table.known_region if table.mapping.layout.regions in (ROWS, COLUMNS) else table.known_year
    return any(known(cell) is not None for cell in table.grid.cells.values())


def _cut(grid: Grid, mapping: TableMapping) -> Grid:
    """The part of a sheet the mapping's range names."""
    first, _, last = mapping.layout.range.partition(":")
    if not first:
        return grid
    (top, left), (bottom, right) = cell_place(first), cell_place(last)
    return grid.only(
        {(row, column) for row, column in grid.cells if top <= row <= bottom and left <= column <= right}
    )


def _seen(grid: Grid, file: str, mapping: TableMapping) -> Grid:
    """The grid as the mapping wants hidden cells; raises HiddenCellsError if it says nothing of them."""
    rows = sorted({row for row, _ in grid.cells} & grid.hidden_rows)
    columns = sorted({column for _, column in grid.cells} & grid.hidden_columns)
    if mapping.layout.hidden == "read" or not (rows or columns):
        return grid
    if mapping.layout.hidden == "skip":
        return grid.only({place for place in grid.cells if place[0] not in rows and place[1] not in columns})
    shown = [f"row {row + 1}" for row in rows[:5]]
    shown += [f"column {grid.column_name(column)}" for column in columns[:5]]
    raise HiddenCellsError(
        f'{file}, {grid.where}hidden: {", ".join(shown)}; say hidden = "read" or "skip" under [table]'
    )
