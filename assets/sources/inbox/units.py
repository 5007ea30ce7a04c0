"""The unit a table prints against the one its mapping expects: a changed unit is a changed number."""

import re
from collections.abc import Iterator

from assets.landing.errors import UnitChangedError
from assets.landing.file_errors import MovedUnitRowError
from assets.landing.printed import normal_name
from assets.sources.grids.grid import cell_place, shown
from assets.sources.inbox.mapping import PrintedSeries
from assets.sources.inbox.table import PrintedTable

STATEMENT = re.compile(r"(?:计量)?(?:单位|單位|units?)[::](.+)")


def check_units(table: PrintedTable, first_row: int) -> None:
    """Raises UnitChangedError or MovedUnitRowError where a unit is not what and where it should be."""
    for one in table.series:
        if one.unit_cell:
            _check_cell(table, one, first_row)
    expected = {normal_name(one.unit) for one in table.series}
    for row, column, text in _statements(table, first_row):
        units = _units(text)
        if not units & expected:
            wanted = " or ".join(sorted({one.unit for one in table.series}))
            raise UnitChangedError(_changed(table, row, column, text, wanted))


def _check_cell(table: PrintedTable, one: PrintedSeries, first_row: int) -> None:
    row, column = cell_place(one.unit_cell)
    text = table.sheet.heading(row, column).text.strip()
    expected = normal_name(one.unit)
    if expected in _units(text):
        return
    elsewhere = [
        (line, other)
        for line, other, found in table.sheet.texts()
        if line < first_row and expected in _units(found)
    ]
    place = table.place(row, column)
    if elsewhere:
        raise MovedUnitRowError(
            f"{place}: expected the unit {one.unit} of {one.series_id}, found it at"
            f" {table.grid.address(*elsewhere[0])}; look whether rows have moved, then set unit_cell"
        )
    if text:
        raise UnitChangedError(_changed(table, row, column, text, one.unit))
    for line, other, found in _statements(table, first_row):
        raise UnitChangedError(_changed(table, line, other, found, one.unit))
    raise MovedUnitRowError(
        f"{place}: expected the unit {one.unit} of {one.series_id}, found nothing there or above the figures;"
        " correct unit_cell, or leave it out if the table prints no unit"
    )


def _statements(table: PrintedTable, first_row: int) -> Iterator[tuple[int, int, str]]:
    """Cells above the figures that say "unit:"."""
    for row, column, text in table.grid.texts():
        if row < first_row and STATEMENT.search(normal_name(text)):
            yield row, column, text


def _units(text: str) -> set[str]:
    """Normalised units a cell can mean: 单位：亿元, (亿元), 地区生产总值(亿元), 亿元、%."""
    plain = normal_name(text)
    stated = STATEMENT.search(plain)
    whole = stated[1] if stated else plain
    bracketed = re.findall(r"\(([^()]+)\)", whole)
    outside = re.sub(r"\([^()]*\)", "", whole)
    parts = {part for piece in (whole, outside, *bracketed) for part in re.split(r"[、,;]", piece)}
    return {part for part in (whole, *parts) if part}


def _changed(table: PrintedTable, row: int, column: int, text: str, wanted: str) -> str:
    return (
        f"{table.place(row, column)}: found {shown(text)}, the mapping says {wanted}; if the table really is"
        " in another unit, give its series an id of its own in series.csv with that unit and its factor"
    )
