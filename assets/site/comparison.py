"""Figures for the compare page: one small file an indicator, loaded when somebody chooses it."""

import json
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb

from assets.site.rows import QUERIES

# Significant digits kept: more than a line or a table cell shows, a third of the bytes.
DIGITS = 7
Line = tuple[str, str, int, float, float | None, bool | None, str, str | None]


def write_comparison(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Writes `compare/<indicator_id>.js`: per group the years, values, relative values and breaks."""
    target = folder / "compare"
    target.mkdir()
    lines: list[Line] = connection.execute(
        (QUERIES / "comparison.sql").read_text(encoding="utf-8")
    ).fetchall()
    for indicator, found in groupby(lines, key=lambda line: line[0]):
        text = json.dumps(compared(list(found)), separators=(",", ":"), ensure_ascii=False)
        script = f"globalThis.qipanCompare({json.dumps(indicator)}, {text});\n"
        (target / f"{indicator}.js").write_text(script, encoding="utf-8")


def compared(lines: list[Line]) -> dict[str, Any]:
    """One indicator: what is relative (ratio or share), the reference, and the series by group."""
    groups = {}
    for group, found in groupby(lines, key=lambda line: line[1]):
        listed = list(found)
        groups[group] = {
            "periods": [line[2] for line in listed],
            "values": [_short(line[3]) for line in listed],
            "relative": [_short(line[4]) for line in listed],
            "breaks": [line[2] for line in listed if line[5]],
        }
    return {"kind": lines[0][6], "reference": lines[0][7], "groups": groups}


def _short(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.{DIGITS}g}")
