"""Numbers of a report that name their mart row, compared with the cell as it is now."""

import re
from collections.abc import Iterable
from decimal import Decimal

import duckdb

from assets.report_check.document import Cell
from assets.report_check.sentences import Difference, plain
from assets.wording.figures import KINDS, Figure
from assets.wording.linter_lookup import Lookup, LookupFailedError, lookup_in

NO_ROW = "no such row"


def differing_cells(connection: duckdb.DuckDBPyConnection, cells: Iterable[Cell]) -> list[Difference]:
    """Numbers that are not what their cell of the published warehouse holds, rounded as they are written."""
    cells = [cell for cell in cells if cell.row.startswith("marts.") and cell.column and cell.text]
    if not cells:
        return []
    lookup = lookup_in(connection)
    return [wrong for cell in dict.fromkeys(cells) for wrong in _compared(cell, lookup)]


def _compared(cell: Cell, lookup: Lookup) -> list[Difference]:
    try:
        value = lookup(cell.row, cell.column)
    except LookupFailedError:
        return [Difference(cell.text, NO_ROW, cell.row, cell.column, cell.text, "row address")]
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        # words such as a verdict are shown translated; only numbers are compared
        is_number = bool(re.search(r"\d", cell.text))
        return [_difference(cell, "no value")] if value is None and is_number else []
    choices = _ways_to_write(cell, float(value))
    if plain(cell.text) in (plain(choice) for choice in choices):
        return []
    return [_difference(cell, choices[0])]


def _ways_to_write(cell: Cell, value: float) -> list[str]:
    """The value with the decimals of the report, in the kind it names, or in every kind it may be."""
    decimals = re.search(r"\.(\d+)", cell.text)
    digits, is_percent = len(decimals[1]) if decimals else 0, "%" in cell.text
    if cell.kind in KINDS:
        kinds = [cell.kind]
    else:
        kinds = [kind for kind, rules in KINDS.items() if (rules.suffix == "%") == is_percent]
        if not is_percent:
            kinds.insert(0, "amount")
    return [Figure(value, kind, digits).written("en") for kind in kinds]


def _difference(cell: Cell, current: str) -> Difference:
    return Difference(cell.text, current, cell.row, cell.column, cell.text, "row address")
