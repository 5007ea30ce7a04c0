"""Which kind of file a file is, by its bytes and its name, and its grids."""

from pathlib import PurePath

from assets.landing.content import read_json
from assets.landing.errors import NotTheFormatError, ShapeError
from assets.landing.file_errors import HtmlInDisguiseError, UnknownFormatError
from assets.sources.grids.delimited import read_delimited
from assets.sources.grids.grid import Grid
from assets.sources.grids.html_table import read_html
from assets.sources.grids.records import read_records
from assets.sources.grids.xls import read_xls
from assets.sources.grids.xlsx import read_xlsx
from assets.sources.inbox.mapping import Layout

BY_ENDING = {
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xls",
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
}
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# How files begin that no table is read from, and what to do with them.
NOT_READ = (
    (b"%PDF", "a PDF", "type its table into a spreadsheet, or convert it and compare with the pages"),
    (b"\xff\xd8\xff", "a picture", "type its table into a spreadsheet"),
    (b"\x89PNG", "a picture", "type its table into a spreadsheet"),
    (b"GIF8", "a picture", "type its table into a spreadsheet"),
    (b"Rar!", "an archive", "unpack it and drop the table"),
    (b"7z\xbc\xaf", "an archive", "unpack it and drop the table"),
    (b"\x1f\x8b", "an archive", "unpack it and drop the table"),
    (b"From: <Saved by", "a web archive (mht)", "save the page as html"),
    (b"MIME-Version", "a web archive (mht)", "save the page as html"),
)
REMEDY = "drop xlsx, xls, csv, json or a saved html page"


def read_grids(body: bytes, file: str, layout: Layout) -> list[Grid]:
    """Grids of a file that hold anything. Raises the named errors of its format."""
    kind = format_of(body, file, layout.format)
    if kind == "xlsx":
        grids = read_xlsx(body, file)
    elif kind == "xls":
        grids = read_xls(body, file, layout.encoding or None)
    elif kind == "html":
        grids = read_html(body, file, layout.encoding or None)
    elif kind == "json":
        grids = [read_records(_records(body, file), file)]
    else:
        grids = [read_delimited(body, file, layout.encoding or "utf-8", layout.delimiter)]
    return [grid for grid in grids if grid.cells]


def format_of(body: bytes, file: str, said: str) -> str:
    """xlsx, xls, csv, json or html: what the mapping says or the name's ending, if the bytes agree.

    Raises HtmlInDisguiseError, UnknownFormatError or NotTheFormatError.
    """
    if not body.strip():
        raise NotTheFormatError(f"{file}: an empty file; copy it again")
    for beginning, what, remedy in NOT_READ:
        if body.startswith(beginning):
            raise UnknownFormatError(f"{file}: {what}, from which no figure is read; {remedy}")
    named = said or BY_ENDING.get(PurePath(file).suffix.casefold(), "")
    if not named:
        raise UnknownFormatError(f"{file}: not a kind of file that is read by its name; {REMEDY}")
    opening = body.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    is_workbook = body.startswith((ZIP, OLE))
    if is_workbook and named in ("xlsx", "xls"):
        # both names are used for both; the bytes cannot be mistaken
        return "xlsx" if body.startswith(ZIP) else "xls"
    if named in ("xlsx", "xls") and opening == b"<":
        raise HtmlInDisguiseError(
            f'{file}: a page saved under the name of a spreadsheet; say format = "html" under [table]'
            " to read its tables, or open it in a spreadsheet program and save it as xlsx"
        )
    fits = {"json": opening in b"[{", "html": opening == b"<", "csv": not is_workbook and opening != b"<"}
    if not fits.get(named, named in ("xls", "xlsx") and is_workbook):
        raise NotTheFormatError(
            f"{file}: begins with {body[:8]!r}, which is no {named}; give it its right ending,"
            ' or say format under [table] (text: "csv" with delimiter = "tab" where tabs separate it)'
        )
    return named


def _records(body: bytes, file: str) -> object:
    value = read_json(body, file)
    if isinstance(value, dict) and "returncode" in value:
        raise ShapeError(
            f'{file}: an archived answer of the old NBS site; say format = "easyquery" under [table]'
            " and item_code in each [[series]]"
        )
    return value
