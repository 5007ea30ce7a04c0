"""What a reference pack is once read: tables, rules over them, problems. No file is opened here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

Row = dict[str, str]


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one file; line 0 means the file as a whole, an empty column the whole line."""

    file: str
    line: int
    column: str
    found: str
    remedy: str

    def __str__(self) -> str:
        """Say it as `groups.csv line 14, kind: found 'blok'; use one of bloc, corridor`."""
        place = self.file + (f" line {self.line}" if self.line else "")
        place += f", {self.column}" if self.column else ""
        return f"{place}: found {self.found}; {self.remedy}"


class CatalogueError(Exception):
    """A reference pack has mistakes; all of them are listed, by file and line."""

    def __init__(self, folder: Path, problems: Iterable[Problem]) -> None:
        self.folder = folder
        self.problems = tuple(sorted(set(problems)))
        count = len(self.problems)
        head = f"{count} problem{'' if count == 1 else 's'} in the reference pack {folder.name}:"
        super().__init__("\n".join([head, *map(str, self.problems)]))


@dataclass(frozen=True)
class Table:
    """The rows of one CSV as text, and the line of the file each row starts on.

    `is_whole` is false when lines or columns were lost in reading: rules that compare rows stay
    silent then, since what is missing from the table may not be missing from the file.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    lines: tuple[int, ...] = ()
    is_whole: bool = True

    @property
    def file(self) -> str:
        """File name, for messages."""
        return f"{self.name}.csv"

    def numbered(self) -> Iterator[tuple[int, Row]]:
        """Yield each row with its line number."""
        return zip(self.lines, self.rows, strict=True)

    def problem(self, line: int, column: str, found: str, remedy: str) -> Problem:
        """A problem in this table."""
        return Problem(self.file, line, column, found, remedy)


@dataclass(frozen=True)
class Pack:
    """All tables of a pack by name; an optional CSV that is absent is a table without rows."""

    folder: Path
    tables: dict[str, Table] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """A check across rows and tables, run only when every table it needs was read whole."""

    check: Callable[[Pack], Iterable[Problem]]
    needs: tuple[str, ...] = ()

    def problems(self, pack: Pack) -> Iterable[Problem]:
        """Problems this rule finds, where the tables it needs could be read."""
        if all(pack.tables[name].is_whole for name in self.needs):
            yield from self.check(pack)


def quoted(text: str) -> str:
    """Quote a cell for a message: control characters visible, long text cut."""
    return repr(text if len(text) <= 60 else text[:57] + "...")


def choice_of(words: Iterable[str]) -> str:
    """The remedy that lists what may stand in a cell."""
    return "use one of " + ", ".join(words)
