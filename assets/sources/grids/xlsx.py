"""Workbooks of Excel 2007 and later (xlsx, xlsm) to grids, read from the parts of the zip file.

Libraries at hand lose what matters here: one turns #REF! into an empty cell, none keeps a raised
footnote mark apart from the digits before it, or tells a formula never calculated from an empty cell.
Parts and attributes: ECMA-376 part 1, chapter 18.
"""

import io
import posixpath
import re
import xml.etree.ElementTree as ElementTree
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from assets.landing.file_errors import (
    DamagedFileError,
    EncryptedFileError,
    FileTooLargeError,
    UnknownFormatError,
)
from assets.sources.grids.grid import (
    BOOLEAN,
    DATE,
    ERROR,
    FORMULA,
    NUMBER,
    TEXT,
    Cell,
    Grid,
    Span,
    cell_place,
    number_text,
    raised,
)
from assets.sources.grids.number_format import DATE_FORMATS, PERCENT_FORMATS, is_date, is_percent

# Unpacked; a table of 140,000 cells takes 10 MB.
MOST_BYTES = 200_000_000
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
KINDS = {"s": TEXT, "str": TEXT, "inlineStr": TEXT, "b": BOOLEAN, "e": ERROR, "d": DATE}
Element = ElementTree.Element


class _Book(NamedTuple):
    """What all sheets share."""

    parts: zipfile.ZipFile
    texts: list[str]
    formats: list[str]


def read_xlsx(body: bytes, file: str) -> list[Grid]:
    """Sheets in their order; chart sheets left out.

    Raises DamagedFileError, EncryptedFileError, FileTooLargeError or UnknownFormatError.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            _refuse_others(parts, file)
            return list(_sheets(parts))
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, IndexError, ValueError, EOFError) as error:
        raise DamagedFileError(
            f"{file}: begins like a workbook and cannot be read as one ({type(error).__name__}: {error});"
            " open it in a spreadsheet program and save it as xlsx again"
        ) from None
    except (zipfile.LargeZipFile, zlib.error, NotImplementedError, OSError) as error:
        raise DamagedFileError(f"{file}: its parts cannot be unpacked ({error}); save it again") from None


def _refuse_others(parts: zipfile.ZipFile, file: str) -> None:
    names = set(parts.namelist())
    if any(info.flag_bits & 1 for info in parts.infolist()):
        raise EncryptedFileError(f"{file}: its parts ask for a password; save it without one")
    if sum(info.file_size for info in parts.infolist()) > MOST_BYTES:
        most = f"{MOST_BYTES // 1_000_000} MB"
        raise FileTooLargeError(f"{file}: unpacks to more than {most}; drop the table alone")
    if "xl/workbook.bin" in names or "mimetype" in names or "[Content_Types].xml" not in names:
        raise UnknownFormatError(f"{file}: a zip file that is no xlsx workbook; open it and save it as xlsx")
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise UnknownFormatError(f"{file}: a document, not a workbook; save its table as xlsx or html")


def _sheets(parts: zipfile.ZipFile) -> Iterator[Grid]:
    workbook = {kind: target for kind, target in _related(parts, "").values()}["officeDocument"]
    related = _related(parts, workbook)
    by_kind = {kind: target for kind, target in related.values()}
    book = _Book(parts, _texts(parts, by_kind.get("sharedStrings")), _formats(parts, by_kind.get("styles")))
    for sheet in _all(_parse(parts, workbook), "sheet"):
        plain = {name.rpartition("}")[2]: value for name, value in sheet.attrib.items()}
        kind, target = related[plain["id"]]
        if kind == "worksheet":
            grid = Grid(sheet.attrib["name"], is_hidden=sheet.get("state", "visible") != "visible")
            _fill(grid, _parse(parts, target), book)
            yield grid


def _fill(grid: Grid, sheet: Element, book: _Book) -> None:
    for group in _all(sheet, "col"):
        if _is_on(group.get("hidden")) or group.get("width") == "0":
            last = min(int(group.attrib["max"]), MOST_COLUMNS)
            grid.hidden_columns.update(range(int(group.attrib["min"]) - 1, last))
    row = -1
    for line in _all(sheet, "row"):
        row = int(line.get("r", row + 2)) - 1
        if not 0 <= row < MOST_ROWS:
            raise ValueError(f"row {row + 1}")
        if _is_on(line.get("hidden")) or line.get("ht") == "0":
            grid.hidden_rows.add(row)
        column = -1
        for element in _all(line, "c"):
            column = cell_place(element.attrib["r"])[1] if "r" in element.attrib else column + 1
            grid.put(row, column, _cell(element, book))
    for merged in _all(sheet, "mergeCell"):
        first, _, end = merged.attrib["ref"].replace("$", "").partition(":")
        grid.spans.append(Span(*cell_place(first), *cell_place(end or first)))


def _cell(element: Element, book: _Book) -> Cell:
    kind = KINDS.get(element.get("t", "n"), NUMBER)
    if element.get("t") == "inlineStr":
        text = "".join(_runs(inline) for inline in _all(element, "is"))
        return Cell(text, TEXT) if text else Cell()
    held = next(_all(element, "v"), None)
    text = "" if held is None else held.text or ""
    if element.get("t") == "s":
        text = book.texts[int(text)]
    if not text:
        is_formula = held is None and next(_all(element, "f"), None) is not None
        return Cell("=" + (next(_all(element, "f")).text or ""), FORMULA) if is_formula else Cell()
    if kind == BOOLEAN:
        return Cell("TRUE" if _is_on(text) else "FALSE", BOOLEAN)
    if kind != NUMBER:
        return Cell(text, kind)
    code = book.formats[int(element.get("s", 0))] if book.formats else "General"
    if is_date(code):
        return Cell(number_text(text), DATE)
    return Cell(number_text(text), NUMBER, is_percent(code))


def _texts(parts: zipfile.ZipFile, target: str | None) -> list[str]:
    return [_runs(item) for item in _all(_parse(parts, target), "si")] if target else []


def _runs(item: Element) -> str:
    """Text of a string item; raised runs become marks, readings of Chinese characters are left out."""
    text = ""
    for child in item:
        if _name(child) == "t":
            text += child.text or ""
        elif _name(child) == "r":
            part = "".join(found.text or "" for found in _all(child, "t"))
            is_raised = any(mark.get("val") == "superscript" for mark in _all(child, "vertAlign"))
            text += raised(part) if is_raised else part
    return re.sub(r"_x([0-9A-F]{4})_", lambda code: chr(int(code[1], 16)), text)


def _formats(parts: zipfile.ZipFile, target: str | None) -> list[str]:
    """Format code of every cell style."""
    if not target:
        return []
    styles = _parse(parts, target)
    own = {int(found.attrib["numFmtId"]): found.get("formatCode", "") for found in _all(styles, "numFmt")}
    known = dict.fromkeys(PERCENT_FORMATS, "0%") | dict.fromkeys(DATE_FORMATS, "yyyy-mm-dd") | own
    return [
        known.get(int(style.get("numFmtId", 0)), "General")
        for group in _all(styles, "cellXfs")
        for style in _all(group, "xf")
    ]


def _related(parts: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Kind and path of the parts another part refers to, by link id."""
    folder, name = posixpath.split(part)
    found = {}
    for link in _all(_parse(parts, posixpath.join(folder, "_rels", f"{name}.rels")), "Relationship"):
        target = posixpath.normpath(posixpath.join("/", folder, link.attrib["Target"])).lstrip("/")
        found[link.attrib["Id"]] = (link.attrib["Type"].rpartition("/")[2], target)
    return found


def _parse(parts: zipfile.ZipFile, name: str) -> Element:
    content = parts.read(name)
    if b"<!DOCTYPE" in content[:2000]:
        raise ValueError(f"{name} declares a document type, which no workbook does")
    return ElementTree.fromstring(content)


def _all(element: Element, name: str) -> Iterator[Element]:
    """Elements below, whatever their namespace: strict and transitional workbooks differ there."""
    return (found for found in element.iter() if _name(found) == name)


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_on(value: str | None) -> bool:
    return value in ("1", "true")
