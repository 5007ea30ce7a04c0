"""Data of a specification in fewer bytes: the names of columns once, and numbers as a picture needs them."""

from collections.abc import Mapping
from typing import Any

# Read back by the page before it draws; `columns` marks a data set that was packed.
UNPACK = """
for (const [name, set] of Object.entries(spec.datasets || {})) {
  if (set.columns) {
    const row = (cells) => Object.fromEntries(set.columns.map((column, at) => [column, cells[at]]));
    spec.datasets[name] = set.rows.map(row);
  }
}
"""


DIGITS = 8
"""Digits a number keeps: more than any label or tooltip prints."""


def packed(spec: Mapping[str, Any]) -> dict[str, Any]:
    """The specification with its data sets packed; those whose rows differ in columns stay as they are."""
    datasets = {name: _packed_set(rows) for name, rows in spec.get("datasets", {}).items()}
    return {**spec} | ({"datasets": datasets} if datasets else {})


def _packed_set(rows: Any) -> Any:
    if not isinstance(rows, list) or not rows or not isinstance(rows[0], dict):
        return rows
    columns = list(rows[0])
    if any(not isinstance(row, dict) or list(row) != columns for row in rows):
        return rows
    return {"columns": columns, "rows": [[_short(cell) for cell in row.values()] for row in rows]}


def _short(cell: Any) -> Any:
    return float(f"{cell:.{DIGITS}g}") if isinstance(cell, float) else cell
