"""A sheet as a grid of cells: text as held, what kind it is, where it stands, what is merged or hidden."""

import math
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from assets.landing.file_errors import FileTooLargeError

TEXT, NUMBER, DATE, ERROR, BOOLEAN, FORMULA = "text", "number", "date", "error", "boolean", "formula"
# Far above any printed table: China's 2,800 counties x 50 years are 140,000 cells.
MOST_CELLS = 1_000_000


class Cell(NamedTuple):
    """One cell. `kind` is empty for an empty cell; FORMULA is one whose result was never saved."""

    text: str = ""
    kind: str = ""
    is_percent: bool = False


class Span(NamedTuple):
    """Merged cells, zero-based, both ends included; the text stands in the first."""

    top: int
    left: int
    bottom: int
    right: int


EMPTY = Cell()


@dataclass
class Grid:
    """One sheet, table or list. Rows and columns are zero-based; addresses are those people see.

    `faults` say what was lost on the way, for whoever reads this grid. `keys` are the member names of
    a record list, whose addresses are those of JSON. Cells are placed before anybody asks for rows and
    columns, which are worked out once.
    """

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    is_hidden: bool = False
    keys: tuple[str, ...] = ()
    faults: list[str] = field(default_factory=list)

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Place a cell; empty ones take no room. Raises FileTooLargeError."""
        if cell.kind:
            self.cells[row, column] = cell
            if len(self.cells) > MOST_CELLS:
                raise FileTooLargeError(
                    f"sheet '{self.name}': more than {MOST_CELLS:,} cells; drop the table alone"
                )

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place; an empty one where nothing stands."""
        return self.cells.get((row, column), EMPTY)

    def heading(self, row: int, column: int) -> Cell:
        """The cell that is seen at a place: merged cells show the text of their first."""
        span = self.span_at(row, column)
        return self.cell(row, column) if span is None else self.cell(span.top, span.left)

    def span_at(self, row: int, column: int) -> Span | None:
        """The merged cells a place belongs to."""
        return self._spans_by_place.get((row, column))

    @cached_property
    def rows(self) -> range:
        """Rows that hold anything."""
        rows = [row for row, _ in self.cells]
        return range(min(rows), max(rows) + 1) if rows else range(0)

    @cached_property
    def columns(self) -> range:
        """Columns that hold anything."""
        columns = [column for _, column in self.cells]
        return range(min(columns), max(columns) + 1) if columns else range(0)

    def address(self, row: int, column: int) -> str:
        """How people name a place: C14, or [12].value in a record list."""
        if self.keys:
            return f"[{row - 1}].{self.keys[column]}" if row else f"'{self.keys[column]}'"
        return f"{column_letters(column)}{row + 1}"

    def place(self, row: int, column: int) -> str:
        """A place for messages: `sheet '2-1', cell C14`."""
        return f"{self.where}cell {self.address(row, column)}"

    def column_name(self, column: int) -> str:
        """How people name a column: its letters, or the member of a record list."""
        return f"'{self.keys[column]}'" if self.keys else column_letters(column)

    @property
    def where(self) -> str:
        """The sheet for messages, with a comma; nothing where a file has no sheets."""
        return f"sheet '{self.name}', " if self.name else ""

    @cached_property
    def _spans_by_place(self) -> dict[tuple[int, int], Span]:
        # whole rows and columns can be merged; only what lies on the used part is seen
        found: dict[tuple[int, int], Span] = {}
        rows, columns = self.rows, self.columns
        for span in self.spans:
            for row in range(max(span.top, 0), min(span.bottom + 1, rows.stop)):
                for column in range(max(span.left, 0), min(span.right + 1, columns.stop)):
                    found[row, column] = span
        return found

    def only(self, places: Set[tuple[int, int]]) -> "Grid":
        """The grid with some of its cells; they keep their addresses."""
        return replace(self, cells={place: cell for place, cell in self.cells.items() if place in places})

    def texts(self) -> Iterator[tuple[int, int, str]]:
        """Row, column and text of every cell, row by row."""
        for row, column in sorted(self.cells):
            yield row, column, self.cells[row, column].text


def column_letters(column: int) -> str:
    """Spreadsheet letters of a zero-based column: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Zero-based column of spreadsheet letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def cell_place(address: str) -> tuple[int, int]:
    """Zero-based row and column of an address such as C14."""
    found = re.fullmatch(r"([A-Z]{1,3})([1-9][0-9]{0,6})", address)
    if found is None:
        raise ValueError(address)
    return int(found[2]) - 1, column_number(found[1])


def number_text(held: float | str) -> str:
    """The shortest text of a number a spreadsheet holds: 49843.099999999999 was typed as 49843.1."""
    try:
        number = float(held)
    except ValueError:
        return str(held)
    if not math.isfinite(number):
        return str(held)
    text = repr(number)
    return text.removesuffix(".0")


def raised(text: str) -> str:
    """Superscript as the mark it is: 49843.1 with a raised 1 must not become 49843.11."""
    return f"[{text.strip()}]" if re.fullmatch(r"\s*[0-9A-Za-z]{1,3}\s*", text) else text


def shown(text: str) -> str:
    """Text of a cell for a message: quoted, on one line, not too long."""
    line = " ".join(text.split())
    return f"'{line if len(line) <= 40 else line[:37] + '...'}'"
