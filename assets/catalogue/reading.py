"""From the bytes of a reference CSV to a Table, naming every fault of the file on the way.

What the cells must say is checked in checks.py.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

from assets.catalogue.columns import TableSpec
from assets.catalogue.pack import Problem, Row, Table, quoted

BOM = b"\xef\xbb\xbf"
# How files look that were saved under the wrong name, by their first bytes in lower case.
_IMPOSTORS = (
    (b"<", "a web page"),
    (b"pk\x03\x04", "a spreadsheet or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old spreadsheet"),
    (b"version https://git-lfs", "a Git LFS pointer"),
    (b"\xff\xfe", "UTF-16 text"),
    (b"\xfe\xff", "UTF-16 text"),
)


@dataclass
class _Reading:
    """One file on its way to a Table: collects problems and remembers whether anything was lost."""

    name: str
    spec: TableSpec
    problems: list[Problem] = field(default_factory=list)
    is_whole: bool = True

    def note(self, line: int, column: str, found: str, remedy: str) -> None:
        self.problems.append(Problem(f"{self.name}.csv", line, column, found, remedy))

    def lose(self, line: int, column: str, found: str, remedy: str) -> None:
        self.note(line, column, found, remedy)
        self.is_whole = False


def read_table(name: str, spec: TableSpec, data: bytes | None) -> tuple[Table, list[Problem]]:
    """Read one CSV; None stands for a file that could not be opened, which the caller reports."""
    reading = _Reading(name, spec, is_whole=data is not None)
    records = _records(reading, _decoded(reading, data)) if data is not None else []
    if not records:
        return Table(name, spec.names, is_whole=reading.is_whole), reading.problems
    header = records[0][1]
    _check_header(reading, header)
    lines, rows = _rows(reading, header, records[1:])
    columns = tuple(column for column in spec.names if column in header)
    return Table(name, columns, rows, lines, reading.is_whole), reading.problems


def _decoded(reading: _Reading, data: bytes) -> str:
    """Turn bytes into text with line feeds only; an unusable file gives an empty text."""
    if not data.strip():
        remedy = "write the header " + ",".join(reading.spec.names)
        reading.lose(0, "", "an empty file", remedy)
        return ""
    start = data.removeprefix(BOM).lstrip()[:40].lower()
    for signature, what in _IMPOSTORS:
        if start.startswith(signature):
            reading.lose(0, "", f"{what}, not CSV", "save the data itself as CSV in UTF-8")
            return ""
    if data.startswith(BOM):
        reading.note(1, "", "a byte order mark", "save as UTF-8 without BOM")
        data = data.removeprefix(BOM)
    if b"\r" in data:
        line = data[: data.index(b"\r")].count(b"\n") + 1
        reading.note(line, "", "a carriage return", "save with Unix line ends (LF)")
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if not data.endswith(b"\n"):
        line = data.count(b"\n") + 1
        reading.note(line, "", "no line end after the last line", "end the file with one")
    return _text(reading, data)


def _text(reading: _Reading, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        found = f"byte 0x{data[error.start]:02x}, which is not UTF-8"
        try:
            data.decode("gb18030")
            found += " (it reads as GBK)"
        except UnicodeDecodeError:
            pass
        reading.lose(line, "", found, "save the file as UTF-8")
        return ""


def _records(reading: _Reading, text: str) -> list[tuple[int, list[str]]]:
    """Split text into cells; each record comes with the line it starts on."""
    records: list[tuple[int, list[str]]] = []
    parser = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in parser:
            if cells:
                records.append((line, cells))
            else:
                reading.note(line, "", "an empty line", "delete it")
            line = parser.line_num + 1
    except csv.Error as error:
        remedy = 'close every quote, and double a quote inside a quoted cell ("")'
        reading.lose(line, "", f"text that is not CSV from here on ({error})", remedy)
    return records


def _check_header(reading: _Reading, header: list[str]) -> None:
    known = reading.spec.names
    missing = [name for name in known if name not in header]
    for name in missing:
        reading.lose(1, name, "no such column", "add it: " + ",".join(known))
    for position, name in enumerate(header):
        if name not in known:
            use = f"name it one of {', '.join(missing)}" if missing else "remove it"
            reading.note(1, "", f"the unknown column {quoted(name)}", use)
        elif name in header[:position]:
            reading.lose(1, name, "the column twice", "keep one")
    shared = [name for name in header if name in known]
    if not missing and len(set(shared)) == len(shared) and shared != list(known):
        reading.note(1, "", "the columns in another order", "use " + ",".join(known))


def _rows(
    reading: _Reading, header: list[str], records: list[tuple[int, list[str]]]
) -> tuple[tuple[int, ...], tuple[Row, ...]]:
    """Name the cells of each record; columns the file lacks are read as empty."""
    lines: list[int] = []
    rows: list[Row] = []
    blank = dict.fromkeys(reading.spec.names, "")
    for line, cells in records:
        if len(cells) != len(header):
            remedy = f"write {len(header)}; quote a cell that holds a comma"
            reading.lose(line, "", f"{len(cells)} cells", remedy)
            continue
        lines.append(line)
        named = zip(header, cells, strict=True)
        rows.append(blank | {name: cell for name, cell in named if name in blank})
    return tuple(lines), tuple(rows)
