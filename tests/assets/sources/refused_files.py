"""Files that cannot be read at all, or whose table cannot be told.

Each line: error, file name, bytes, sidecar ("" for the usual one), words of the message.
"""

from tests.assets.sources.inboxes import GDP, SERIES, SIDECAR, TABLE, workbook
from tests.assets.sources.old_workbooks import ole, xls
from tests.assets.sources.workbooks import Sheet, xlsx, zipped


def password_bit(body: bytes) -> bytes:
    """The zip file with the mark of encryption on its first part, in both of its headers."""
    marked = bytearray(body)
    marked[6] |= 1
    marked[body.index(b"PK\x01\x02") + 8] |= 1
    return bytes(marked)


BOOK_OF_WORD = zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"})
ENCRYPTED = ole({"EncryptedPackage": b"\0" * 64})

SHOWN: list[tuple[str, str, bytes, str, list[str]]] = [
    ("UnknownFormatError", "t.pdf", b"%PDF-1.7", "", ["t.pdf: a PDF", "type its table into a spreadsheet"]),
    (
        "UnknownFormatError",
        "t.docx",
        BOOK_OF_WORD,
        "",
        ["t.docx", "drop xlsx, xls, csv, json or a saved html"],
    ),
    ("UnknownFormatError", "t.xlsx", BOOK_OF_WORD, "", ["t.xlsx: a document, not a workbook"]),
    (
        "UnknownFormatError",
        "t.xlsx",
        zipped({"mimetype": "ods"}),
        "",
        ["no xlsx workbook", "save it as xlsx"],
    ),
    (
        "HtmlInDisguiseError",
        "t.xls",
        b"\n<html><table><tr><td>1</table>",
        "",
        ["t.xls: a page saved", 'format = "html"', "save it as xlsx"],
    ),
    ("EncryptedFileError", "t.xlsx", ENCRYPTED, "", ["t.xlsx: asks for a password", "save it without one"]),
    ("EncryptedFileError", "t.xlsx", password_bit(workbook(TABLE)), "", ["ask for a password"]),
    ("DamagedFileError", "t.xlsx", workbook(TABLE)[:-40], "", ["t.xlsx: begins like a workbook", "again"]),
    ("DamagedFileError", "t.xls", xls({"a": Sheet(TABLE)})[:2000], "", ["t.xls", "save it as xlsx"]),
    ("NotTheFormatError", "t.xlsx", "北京,1".encode(), "", ["t.xlsx: begins with", "right ending"]),
    ("NotTheFormatError", "t.csv", b" \n", "", ["t.csv: an empty file"]),
    ("NotTheFormatError", "t.csv", b"a\tb\n1\t2\n", "", ['say delimiter = "tab"']),
    ("NotTheFormatError", "t.csv", b'a,"b\n', "", ["t.csv line 1", "close every quote"]),
    (
        "WrongEncodingError",
        "t.csv",
        "地区,2024\n北京,1\n".encode("gb18030"),
        "",
        ["t.csv: not UTF-8; looks like GB18030", 'encoding = "gb18030"'],
    ),
    (
        "WrongEncodingError",
        "t.csv",
        "地区,2024\n北京,1\n".encode(),
        SIDECAR + 'encoding = "gb18030"' + SERIES,
        ["not GB18030; looks like UTF-8"],
    ),
    ("WrongEncodingError", "t.csv", "地区".encode("utf-16"), "", ["UTF-16", "save the file as UTF-8"]),
    ("ShapeError", "t.json", b'{"a": 1}', "", ["t.json", "a list was expected"]),
    ("ShapeError", "t.json", b'{"returncode": 200}', "", ["archived answer", 'format = "easyquery"']),
    (
        "AmbiguousSheetError",
        "t.xlsx",
        xlsx({"a": Sheet(TABLE), "b": Sheet(GDP)}),
        "",
        ["'a' (begins", "'b' (begins"],
    ),
    ("AmbiguousSheetError", "t.xlsx", xlsx({"a": Sheet(TABLE, is_hidden=True)}), "", ["'a' (hidden"]),
    (
        "AmbiguousSheetError",
        "t.xlsx",
        workbook(TABLE),
        SIDECAR + 'sheet = "b"' + SERIES,
        ["no sheet 'b'", "'表1'"],
    ),
    ("HiddenCellsError", "t.xlsx", workbook(TABLE, hidden_rows=(1,)), "", ["sheet '表1'", "row 2", '"skip"']),
    ("HiddenCellsError", "t.xls", xls({"表1": Sheet(TABLE, hidden_columns=(2,))}), "", ["column C"]),
    ("EmptyTableError", "t.xlsx", workbook([["地区", 2024], ["北京", "-"]]), "", ["not a single figure"]),
    (
        "EmptyTableError",
        "t.xlsx",
        workbook([["a", 2024], ["b", 1]]),
        "",
        ["no cell can be read as one of the regions"],
    ),
]
