"""Delimited text (csv) to a grid. The encoding is UTF-8, or said; it is never guessed."""

import csv
import io

from assets.landing.errors import NotTheFormatError, WrongEncodingError
from assets.sources.grids.grid import TEXT, Cell, Grid

ENCODINGS = ("utf-8", "gb18030")
DELIMITERS = {"comma": ",", "tab": "\t", "semicolon": ";"}


def read_delimited(body: bytes, file: str, encoding: str, delimiter: str) -> Grid:
    """The one grid of the file, without a name. Raises WrongEncodingError or NotTheFormatError."""
    text = decode(body, file, encoding)
    _refuse_other_delimiter(text, file, delimiter)
    grid = Grid("")
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=DELIMITERS[delimiter], strict=True)
    try:
        for row, line in enumerate(lines):
            for column, cell in enumerate(line):
                grid.put(row, column, Cell(cell, TEXT if cell.strip() else ""))
    except csv.Error as error:
        raise NotTheFormatError(
            f"{file} line {lines.line_num}: not delimited text from here on ({error});"
            ' close every quote, and double a quote inside a quoted cell ("")'
        ) from None
    return grid


def decode(body: bytes, file: str, encoding: str) -> str:
    """Text of a body in the encoding said; says which one it looks like when it is not that."""
    looks = encoding if body.isascii() and b"\x00" not in body else _looks_like(body)
    if looks == encoding:
        return body.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    advice = (
        f'if the text reads well in it, say encoding = "{looks}" under [table] in the sidecar'
        if looks in ENCODINGS
        else "save the file as UTF-8"
    )
    raise WrongEncodingError(f"{file}: not {encoding.upper()}; looks like {looks.upper()}: {advice}")


def _looks_like(body: bytes) -> str:
    if body.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in body:
        return "utf-16 or a binary file"
    for encoding in ENCODINGS:
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\ufffd" not in text:
            return encoding
    return "another encoding, or damaged"


def _refuse_other_delimiter(text: str, file: str, delimiter: str) -> None:
    """One column where another sign stands in every full line: the sign is another."""
    lines = [line for line in text.splitlines() if line.strip()]
    for name, sign in DELIMITERS.items():
        found = sum(sign in line for line in lines)
        if (
            name != delimiter
            and found > len(lines) / 2
            and not any(DELIMITERS[delimiter] in x for x in lines)
        ):
            raise NotTheFormatError(
                f'{file}: separated by {name}, not {delimiter}; say delimiter = "{name}" under [table]'
            )
