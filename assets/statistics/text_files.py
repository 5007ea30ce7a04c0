"""The text of a file somebody hands over, or what it is instead of text in UTF-8."""

import codecs
from pathlib import Path

from assets.statistics.input_errors import InputShapeError

# first bytes of what is saved under the wrong name
WORKBOOKS = {b"PK\x03\x04": "an Excel workbook (.xlsx)", b"\xd0\xcf\x11\xe0": "an Excel workbook (.xls)"}
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SAVE = "save it as CSV in UTF-8 (in Excel: Save as, CSV UTF-8)"


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, with or without a byte order mark.

    Raises InputShapeError for a file that is missing, a folder, closed to us, a workbook or in another
    encoding.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise InputShapeError(f"{path}: no such file; give the path of a CSV") from None
    except IsADirectoryError:
        held = ", ".join(sorted(file.name for file in path.glob("*.csv"))[:5]) or "no CSV"
        raise InputShapeError(f"{path}: found a folder with {held}; give the path of one CSV file") from None
    except OSError as error:
        raise InputShapeError(f"{path}: cannot be read ({error.strerror}); check who may read it") from None
    for opening, name in WORKBOOKS.items():
        if content.startswith(opening):
            raise InputShapeError(
                f"{path.name}: found {name}; open it and save the sheet with the figures as CSV in UTF-8"
            )
    if content.startswith(UTF_16) or b"\0" in content[:1000]:
        raise InputShapeError(f"{path.name} line 1: found text in UTF-16, or no text; {SAVE}")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputShapeError(_another_encoding(path.name, content, error.start)) from None


def _another_encoding(file: str, content: bytes, start: int) -> str:
    line = content.count(b"\n", 0, start)
    damaged = content.splitlines()[line]
    try:
        found = f"text in another encoding, GBK perhaps ('{damaged.decode('gb18030')[:40]}')"
    except UnicodeDecodeError:
        found = f"bytes that are not UTF-8 ({damaged[:20]!r})"
    return f"{file} line {line + 1}: found {found}; {SAVE}"
