"""The rows behind a page's numbers, as its card reads them: one small file a page, for all languages.

The pages of one place in three languages print the same rows, so these stand beside them once, and are
loaded when the first number is asked about.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from assets.site.rows import Row

FOLDER = "rows"


def write_rows(shown: Mapping[str, Mapping[str, Row]], static: Path) -> None:
    """Writes `rows/<page>.js` for every page with numbers; `shown` holds the rows by address by page."""
    for page, rows in shown.items():
        if rows:
            target = static / FOLDER / rows_file(page)
            target.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(packed(rows.values()), ensure_ascii=False, separators=(",", ":"))
            target.write_text(f"globalThis.qipanRows = {text};\n", encoding="utf-8")


def rows_file(page: str) -> str:
    """Name of the file for a page: group/yreb.html -> group/yreb.js."""
    return page.removesuffix(".html") + ".js"


def packed(rows: Iterable[Row]) -> dict[str, Any]:
    """Rows by table: {"inputs": [...], "tables": {table: {"columns", "same", "rows"}}}.

    A line of `rows` is the address without its table, the place in `inputs`, and the cells of `columns`;
    cells all rows of the table have in common are in `same`.
    """
    tables: dict[str, list[Row]] = {}
    for row in rows:
        tables.setdefault(row.address.split("/", 1)[0], []).append(row)
    inputs: dict[str, tuple[int, list[Any]]] = {}
    found = {table: _table(listed, inputs) for table, listed in tables.items()}
    return {"inputs": [listed for _, listed in inputs.values()], "tables": found}


def _table(rows: list[Row], inputs: dict[str, tuple[int, list[Any]]]) -> dict[str, Any]:
    names = dict.fromkeys(name for row in rows for name in row.cells)
    first = rows[0].cells
    same = {
        name: first[name]
        for name in names
        if name in first and all(row.cells.get(name) == first[name] for row in rows)
    }
    columns = [name for name in names if name not in same]
    lines = [
        [
            row.address.split("/", 1)[1],
            inputs.setdefault(row.inputs_text, (len(inputs), row.inputs))[0],
            *(row.cells.get(name) for name in columns),
        ]
        for row in rows
    ]
    return {"columns": columns, "same": same, "rows": lines}
