"""What each cell of a reference table must look like by itself, and which cells must be unique."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assets.catalogue.columns import SHAPES, Column, TableSpec, day
from assets.catalogue.pack import Problem, Table, choice_of, quoted
from assets.catalogue.specs import OPTIONAL_FILES

_STRAY = re.compile(
    r"(?P<line>[\n\r\u2028\u2029])"
    r"|(?P<garbled>\ufffd)"
    r"|(?P<hidden>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060\ufeff])"
    r"|(?P<space>^\s|\s$|[^\S ]| {2})"
)
_STRAY_REMEDIES = {
    "line": "keep each cell on one line",
    "garbled": "restore the character that was lost when the text was decoded",
    "hidden": "remove the invisible character",
    "space": "write single plain spaces, none at the ends",
}


def cell_problems(table: Table, spec: TableSpec) -> Iterator[Problem]:
    """Check all cells of one table, whatever state the other tables are in."""
    if table.is_whole and not table.rows and table.file not in OPTIONAL_FILES:
        yield table.problem(1, "", "a header and no rows", "add at least one row")
    present = [column for column in spec.columns if column.name in table.columns]
    for line, row in table.numbered():
        for column in present:
            fault = _fault(column, row[column.name])
            if fault:
                yield table.problem(line, column.name, *fault)
    yield from _repeated_keys(table, spec)
    yield from _precisions(table)


def _fault(column: Column, cell: str) -> tuple[str, str] | None:
    """Say what was found and what to do, or None for a sound cell."""
    if not cell:
        return ("an empty cell", _wanted(column)) if column.required else None
    stray = _STRAY.search(cell)
    if stray:
        around = cell[max(0, stray.start() - 20) : stray.end() + 20]
        return quoted(around), _STRAY_REMEDIES[stray.lastgroup or "space"]
    if column.kind == "choice":
        return None if cell in column.choices else (quoted(cell), choice_of(column.choices))
    if column.kind == "text" or SHAPES[column.kind][0](cell):
        return None
    return quoted(cell), SHAPES[column.kind][1]


def _wanted(column: Column) -> str:
    if column.kind == "choice":
        return choice_of(column.choices)
    return "fill it in" if column.kind == "text" else SHAPES[column.kind][1]


def _repeated_keys(table: Table, spec: TableSpec) -> Iterator[Problem]:
    if not set(spec.key) <= set(table.columns):
        return
    first: dict[tuple[str, ...], int] = {}
    for line, row in table.numbered():
        key = tuple(row[name] for name in spec.key)
        if key in first:
            found = f"{quoted(' '.join(key).strip())} again, first on line {first[key]}"
            yield table.problem(line, " + ".join(spec.key), found, "keep one of the two lines")
        first.setdefault(key, line)


def _precisions(table: Table) -> Iterator[Problem]:
    """A day stated by month or year only is written as the first day of it."""
    for column in table.columns:
        precision = f"{column}_precision"
        if precision not in table.columns:
            continue
        for line, row in table.numbered():
            when, stated = day(row[column]), row[precision]
            if bool(row[column]) != bool(stated):
                found = f"{quoted(stated)} beside {column} {quoted(row[column])}"
                yield table.problem(line, precision, found, "fill both cells or neither")
            elif when and (
                (stated in ("month", "year") and when.day != 1) or (stated == "year" and when.month != 1)
            ):
                found = f"{quoted(row[column])}, known by {stated}"
                yield table.problem(line, column, found, f"write the first day of the {stated}")
