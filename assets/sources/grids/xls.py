"""Workbooks of Excel 97-2003 (xls) to grids."""

import io
from typing import Any

from assets.landing.file_errors import DamagedFileError, EncryptedFileError
from assets.sources.grids.grid import (
    BOOLEAN,
    DATE,
    ERROR,
    NUMBER,
    TEXT,
    Cell,
    Grid,
    Span,
    number_text,
    raised,
)
from assets.sources.grids.number_format import is_percent

SUPERSCRIPT = 1


def read_xls(body: bytes, file: str, encoding: str | None = None) -> list[Grid]:
    """Sheets in their order. `encoding` is for files older than Excel 97, which may not name theirs.

    Raises DamagedFileError or EncryptedFileError.
    """
    import xlrd  # on demand: only few files are of this kind

    if "EncryptedPackage".encode("utf-16-le") in body:
        raise EncryptedFileError(f"{file}: asks for a password; open it and save it without one")
    try:
        book = xlrd.open_workbook(
            file_contents=body, formatting_info=True, logfile=io.StringIO(), encoding_override=encoding
        )
        return [_grid(book, sheet) for sheet in book.sheets()]
    except Exception as error:  # the library fails in any way on a damaged file
        if "encrypted" in str(error):
            raise EncryptedFileError(
                f"{file}: asks for a password; open it and save it without one"
            ) from None
        raise DamagedFileError(
            f"{file}: begins like a workbook of Excel 97-2003 and cannot be read as one"
            f" ({type(error).__name__}: {error}); open it in a spreadsheet program and save it as xlsx"
        ) from None


def _grid(book: Any, sheet: Any) -> Grid:
    grid = Grid(
        sheet.name,
        hidden_rows={row for row, info in sheet.rowinfo_map.items() if info.hidden or info.height == 0},
        hidden_columns={
            column for column, info in sheet.colinfo_map.items() if info.hidden or info.width == 0
        },
        is_hidden=bool(sheet.visibility),
    )
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            grid.put(row, column, _cell(book, sheet, row, column))
    # the library gives ends that are not included
    grid.spans = [Span(top, left, end - 1, stop - 1) for top, end, left, stop in sheet.merged_cells]
    return grid


def _cell(book: Any, sheet: Any, row: int, column: int) -> Cell:
    import xlrd

    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    if kind == xlrd.XL_CELL_TEXT:
        runs = sheet.rich_text_runlist_map.get((row, column), ())
        return Cell(_with_marks(book, value, runs), TEXT) if value else Cell()
    if kind == xlrd.XL_CELL_NUMBER:
        style = book.xf_list[sheet.cell_xf_index(row, column)]
        return Cell(number_text(value), NUMBER, is_percent(book.format_map[style.format_key].format_str))
    if kind == xlrd.XL_CELL_DATE:
        return Cell(number_text(value), DATE)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return Cell(str(bool(value)).upper(), BOOLEAN)
    if kind == xlrd.XL_CELL_ERROR:
        return Cell(xlrd.error_text_from_code.get(value, f"error {value}"), ERROR)
    return Cell()


def _with_marks(book: Any, text: str, runs: Any) -> str:
    """Text whose raised runs became marks; a run is where it starts and its font."""
    starts = [(0, None), *runs]
    parts = []
    for index, (start, font) in enumerate(starts):
        end = starts[index + 1][0] if index + 1 < len(starts) else len(text)
        part = text[start:end]
        is_raised = font is not None and book.font_list[font].escapement == SUPERSCRIPT
        parts.append(raised(part) if is_raised else part)
    return "".join(parts)
