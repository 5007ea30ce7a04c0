"""Rows of a metric with another value in every column, so that a mart that mixes two of them shows."""

from typing import Any

from assets.python_models import FOLDER, read_python_model
from tests.sql.given import ROOT, Row, type_of

SERIES = {"view_id": "latest", "indicator_id": "gdp_per_head"}


def columns_of(metric: str) -> tuple[str, ...]:
    """Columns of a Python model."""
    return read_python_model(ROOT / FOLDER / f"{metric}.py").columns


def metric_row(columns: tuple[str, ...], number: int, **cells: Any) -> Row:
    """One row: numbers and texts that name column and row, `cells` as given."""
    return {name: _value(name, place, number) for place, name in enumerate(columns)} | SERIES | cells


def check_passed_on(found: list[Row], given: list[Row], key: tuple[str, ...]) -> None:
    """Every row of the metric is in the mart once, every column they share unchanged."""
    by_key = {tuple(row[name] for name in key): row for row in found}
    assert len(by_key) == len(found) == len(given)
    for row in given:
        shown = by_key[tuple(row[name] for name in key)]
        shared = row.keys() & shown.keys()
        assert len(shared) > len(key)
        assert {name: shown[name] for name in shared} == {name: row[name] for name in shared}


def _value(name: str, place: int, number: int) -> Any:
    match type_of(name):
        case "DOUBLE":
            return number + place / 100
        case "BIGINT" | "INTEGER":
            return 100 * number + place
        case "BOOLEAN":
            return number % 2 == 0
    return f"{name} {number}"
