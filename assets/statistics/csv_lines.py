"""A CSV file a person hands to `qipan measure`, as lines with their numbers, and the errors it can hold."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path


class MeasureInputError(Exception):
    """A file cannot be measured; the message names file, line, what was found and the remedy."""


class InputShapeError(MeasureInputError):
    """No such file, not text, a column missing or twice, a ragged line."""


class DuplicateRegionYearError(MeasureInputError):
    """A region has a year twice, or stands twice where once is meant."""


class NegativeValueError(MeasureInputError):
    """A level below 0, where ratios and shares have no meaning."""


class MissingYearError(MeasureInputError):
    """A region has no line for a year that others have."""


class UnknownWeightError(MeasureInputError):
    """A weight that is blank or not above 0 beside a value."""


class NotANumberError(MeasureInputError):
    """Text where a number should be."""


class UnknownRegionError(MeasureInputError):
    """A region in one file and not in the other."""


class UnstableGroupError(MeasureInputError):
    """A region changes its group, or has none in one line, between the years."""


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
                f"{self.place}, column {column}: found '{text}'; write a number such as 1234.5,"
                " or leave the cell blank where nothing is published"
            )
        return found


def read_lines(path: Path, required: tuple[str, ...]) -> tuple[tuple[str, ...], list[Line]]:
    """Header and lines of a CSV in UTF-8, cells stripped. Raises InputShapeError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise InputShapeError(f"{path}: no such file; give the path of a CSV") from None
    except (UnicodeDecodeError, IsADirectoryError) as error:
        raise InputShapeError(f"{path}: not UTF-8 text ({error}); save it as CSV in UTF-8") from None
    records = [record for record in _records(path.name, text) if any(record[1])]
    if not records:
        raise InputShapeError(f"{path.name} line 1: found nothing; open with {','.join(required)}")
    header = tuple(records[0][1])
    for name in header:
        if not name or header.count(name) > 1:
            found = f"column '{name}' twice" if name else "a column without a name"
            raise InputShapeError(f"{path.name} line 1: found {found}; give each column its own name")
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
                " a comma is missing or too many"
            )
        lines.append(Line(path.name, number, dict(zip(header, cells, strict=True))))
    if not lines:
        raise InputShapeError(f"{path.name} line 2: found no line below the header; write one per region")
    return header, lines


def _records(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    parser = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in parser:
            yield parser.line_num, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise InputShapeError(
            f"{name} line {parser.line_num}: found text that is not CSV ({error}); close every quote"
        ) from None
