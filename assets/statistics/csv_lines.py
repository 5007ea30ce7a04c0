"""A CSV file a person hands to `qipan measure`, as lines with their numbers."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from assets.statistics.input_errors import InputShapeError, NotANumberError
from assets.statistics.text_files import read_text


@dataclass(frozen=True)
class Line:
    """One line: its number in the file and its cells by column."""

    file: str
    number: int
    cells: dict[str, str]

    @property
    def place(self) -> str:
        """File and line, as every message opens."""
        return f"{self.file} line {self.number}"

    def number_in(self, column: str) -> float | None:
        """The cell as a number; None where blank. Raises NotANumberError."""
        text = self.cells[column]
        if text == "":
            return None
        try:
            found = float(text)
        except ValueError:
            found = float("nan")
        # float() also reads nan, inf and 1_000, none of which anybody prints as a figure
        if not isfinite(found) or "_" in text:
            raise NotANumberError(
                f"{self.place}, column {column}: found '{text}'{self._of_whom()}; write a number such as"
                " 1234.5 (a point, no separators, no unit), or leave the cell blank where nothing is"
                " published"
            )
        return found

    def _of_whom(self) -> str:
        """Region and year of the line, where it names them."""
        named = [self.cells[name] for name in ("region", "year") if self.cells.get(name)]
        return f" for {' '.join(named)}" if named else ""


def read_lines(path: Path, required: tuple[str, ...]) -> tuple[tuple[str, ...], list[Line]]:
    """Header and lines of a CSV in UTF-8, cells stripped. Raises InputShapeError."""
    records = [record for record in _records(path.name, read_text(path)) if any(record[1])]
    if not records:
        opening = ",".join(required) or "region,year,y"
        raise InputShapeError(
            f"{path.name} line 1: found an empty file; write a header such as {opening}, then the lines"
        )
    header = tuple(records[0][1])
    _check_header(path.name, header)
    for name in required:
        if name not in header:
            raise InputShapeError(
                f"{path.name} line 1: found {','.join(header)[:80]}; a column {name} is needed"
            )
    lines = []
    for number, cells in records[1:]:
        if len(cells) != len(header):
            raise InputShapeError(
                f"{path.name} line {number}: found {len(cells)} cells, the header has {len(header)};"
                " a comma is missing or too many (a text with a comma in it needs quotes)"
            )
        lines.append(Line(path.name, number, dict(zip(header, cells, strict=True))))
    if not lines:
        raise InputShapeError(
            f"{path.name} line 2: found no line below the header {','.join(header)[:80]}; write the figures"
        )
    return header, lines


def _check_header(file: str, header: tuple[str, ...]) -> None:
    for sign, name in ((";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")):
        if len(header) == 1 and sign in header[0]:
            raise InputShapeError(
                f"{file} line 1: found cells set apart by {name}, {header[0][:60]!r}; save it with commas"
                " between the cells and points in the numbers"
            )
    for name in header:
        if not name or header.count(name) > 1:
            found = f"column '{name}' twice" if name else "a column without a name"
            raise InputShapeError(f"{file} line 1: found {found}; give each column its own name")


def _records(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    parser = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 1
    try:
        for cells in parser:
            yield number, [cell.strip() for cell in cells]
            number = parser.line_num + 1
    except csv.Error as error:
        # a quote left open swallows the lines below it, so the fault is where the record opens
        raise InputShapeError(
            f"{name} line {number}: found text that is not CSV ({error}); close every quote"
        ) from None
