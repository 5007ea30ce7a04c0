"""How a column of a reference CSV is described: name, shape, allowed words, where its ids point."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

LANGUAGES = ("zh_hans", "zh_hant", "en")
PRECISIONS = ("day", "month", "year")


@dataclass(frozen=True)
class Column:
    """One column: `kind` is a key of SHAPES or "choice"; `targets` hold the ids it may name."""

    name: str
    kind: str = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True)
class TableSpec:
    """One CSV: its columns in their order, and the columns that together make a row unique."""

    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Column names in file order."""
        return tuple(column.name for column in self.columns)


def text(*names: str) -> tuple[Column, ...]:
    """Columns of any text, empty allowed."""
    return tuple(Column(name) for name in names)


def needed(*names: str, kind: str = "text") -> tuple[Column, ...]:
    """Columns that must not be empty."""
    return tuple(Column(name, kind, required=True) for name in names)


def optional(*names: str, kind: str) -> tuple[Column, ...]:
    """Columns of a kind that may be empty."""
    return tuple(Column(name, kind) for name in names)


def in_languages(prefix: str) -> tuple[Column, ...]:
    """The three columns of one name: zh_hans, zh_hant, en."""
    return needed(*(f"{prefix}_{language}" for language in LANGUAGES))


def one_of(name: str, *choices: str, required: bool = True) -> tuple[Column, ...]:
    """A column that holds one of the choices."""
    return (Column(name, "choice", required, choices),)


def ref(name: str, *targets: str, required: bool = True) -> tuple[Column, ...]:
    """A column that holds an id of one of the target tables."""
    return (Column(name, "id", required, targets=targets),)


def refs(name: str, *targets: str, required: bool = True) -> tuple[Column, ...]:
    """Describe a cell holding several ids with one space between them."""
    return (Column(name, "ids", required, targets=targets),)


def dated(name: str) -> tuple[Column, ...]:
    """Describe a day and how exactly its source stated it."""
    return (Column(name, "date"), Column(f"{name}_precision", "choice", choices=PRECISIONS))


def day(cell: str) -> date | None:
    """Read an ISO day; None for an empty or unreadable cell, which the shape check reports."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", cell, re.ASCII):
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError:
        return None


def number(cell: str) -> float | None:
    """Read a plain decimal number; None for an empty or unreadable cell."""
    # Lengths are bounded so that no absurd cell turns into infinity.
    if re.fullmatch(r"-?\d{1,30}(\.\d{1,30})?(e[+-]?\d{1,2})?", cell, re.ASCII | re.IGNORECASE):
        return float(cell)
    return None


def _matches(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.ASCII)
    return lambda cell: compiled.fullmatch(cell) is not None


_is_coarse_period = _matches(r"\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?")

# shape -> (does the cell have it, what to write instead)
SHAPES: dict[str, tuple[Callable[[str], bool], str]] = {
    "id": (_matches(r"[A-Za-z0-9_.-]+"), "write an id of letters, digits, _ . - only"),
    "ids": (
        _matches(r"[A-Za-z0-9_.-]+( [A-Za-z0-9_.-]+)*"),
        "write ids of letters, digits, _ . - with one space between them",
    ),
    "date": (lambda cell: day(cell) is not None, "write a full ISO day such as 2018-11-05"),
    "period": (
        lambda cell: _is_coarse_period(cell) or day(cell) is not None,
        "write a year, month, quarter or day such as 2018, 2018-11, 2018-Q4, 2018-11-05",
    ),
    "day_of_year": (_matches(r"(0[1-9]|1[0-2])-([0-2]\d|3[01])"), "write month and day such as 02-28"),
    "integer": (_matches(r"-?\d{1,9}"), "write a whole number"),
    "number": (lambda cell: number(cell) is not None, "write a plain number such as -12.5"),
    "currency": (_matches(r"[A-Z]{3}"), "write a three-letter code such as CNY"),
    "address": (_matches(r"https?://[^\s]+"), "write an address that starts with https://"),
}
