"""What the tests of the inbox share: a small table as yearbooks print it, its sidecar, and the way in."""

import csv
import io
import json
import os
from itertools import zip_longest
from pathlib import Path

from assets.landing.store import LandingStore
from assets.sources.grids.grid import Grid
from assets.sources.inbox import InboxFile, answer_of, read, take_in, waiting
from assets.sources.inbox.figures import SeriesFigure
from assets.sources.inbox.regions import region_names
from assets.sources.inbox.rules import Known
from tests.assets.sources.workbooks import Sheet, xlsx

REFERENCE = Path(__file__).parents[3] / "warehouse" / "reference" / "cn"


def lines(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


REGIONS = region_names(lines("regions"))
KNOWN = Known(
    units={"gdp_nominal": "亿元", "va_primary": "亿元", "population_resident": "万人", "urban_share": "%"},
    sources=frozenset({"nbs"}),
    vintages=frozenset({"yearbook_first"}),
    bases=frozenset({"census5"}),
    regions=frozenset(line["region_id"] for line in lines("regions")),
)
# Gross regional product as the yearbooks of 2023 to 2025 print it, with a heading, a note and a gap.
GDP: list[list[object]] = [
    ["3-9 地区生产总值"],
    ["单位：亿元"],
    ["地  区", "2023年", "2024"],
    ["北  京", 43760.7, 49843.1],
    ["天  津", 16737.3, "18024.3①"],
    ["东部地区"],
    ["内蒙古", 24627, "…"],
    ["西藏", None, 2764.9],
    ["注：本表按当年价格计算。"],
]
# what reading it gives: number text or the reason it is missing, by series, region and year
EXPECTED = {
    ("gdp_nominal", "110000", "2023"): "43760.7",
    ("gdp_nominal", "110000", "2024"): "49843.1",
    ("gdp_nominal", "120000", "2023"): "16737.3",
    ("gdp_nominal", "120000", "2024"): "18024.3",
    ("gdp_nominal", "150000", "2023"): "24627",
    ("gdp_nominal", "150000", "2024"): "below_unit",
    ("gdp_nominal", "540000", "2023"): "empty_string",
    ("gdp_nominal", "540000", "2024"): "2764.9",
}
SIDECAR = """
title = "3-9 地区生产总值"
publisher = "nbs"
[edition]
published_on = 2025-09-30
[table]
regions = "rows"
years = "columns"
"""
SERIES = """
[[series]]
series_id = "gdp_nominal"
unit = "亿元"
"""
UNIT = SERIES + 'unit_cell = "A2"\n'
PRIMARY = SIDECAR.replace('"columns"', '"2024"') + SERIES + 'header = "生产总值"\n'
TABLE: list[list[object]] = [["地区", 2023, 2024], ["北京", 1, 2], ["天津", 3, 4]]


def headed(*header: object) -> bytes:
    """A table of Beijing with other headings; its figures are 1, 2, 3 ..."""
    return workbook([["地区", *header], ["北京", *range(1, len(header) + 1)]])


def workbook(rows: list[list[object]], **more: object) -> bytes:
    return xlsx({"表1": Sheet(rows, **more)})  # type: ignore[arg-type]


def drop(inbox: Path, name: str, body: bytes, sidecar: str | None = SIDECAR + SERIES) -> InboxFile:
    """Put a file and its sidecar into an inbox, as if they had lain there for a minute."""
    inbox.mkdir(exist_ok=True)
    path = inbox / name
    path.write_bytes(body)
    if sidecar is not None:
        (inbox / f"{name}.toml").write_text(sidecar, encoding="utf-8")
    for each in inbox.iterdir():
        os.utime(each, (1_700_000_000, 1_700_000_000))
    return next(file for file in waiting(inbox) if file.path == path)


def figures_of(inbox: Path, name: str, body: bytes, sidecar: str = SIDECAR + SERIES) -> list[SeriesFigure]:
    """Figures of a file by the way they take in a build: kept as text, then read from the bytes."""
    question = answer_of(drop(inbox, name, body, sidecar), KNOWN).question
    return read(body, dict(question.context), REGIONS, question.place)


def taken(inbox: Path, file: InboxFile) -> list[SeriesFigure]:
    return take_in(file, LandingStore(inbox.parent / "landing"), KNOWN, REGIONS)[1]


def values(figures: list[SeriesFigure]) -> dict[tuple[str, str, str], str]:
    """Number text, or the reason it is missing, by series, region and period."""
    return {
        (one.series_id, one.figure.region_code, one.figure.period_text): one.figure.value_text
        or one.figure.missing_reason
        for one in figures
    }


def texts(grid: Grid) -> list[tuple[str, str]]:
    """Address and text of every cell of a grid."""
    return [(grid.address(row, column), text) for row, column, text in grid.texts()]


def as_csv(rows: list[list[object]]) -> str:
    """The rows as delimited text."""
    out = io.StringIO()
    csv.writer(out).writerows([["" if cell is None else cell for cell in row] for row in rows])
    return out.getvalue()


def as_html(rows: list[list[object]]) -> bytes:
    """The rows as a saved page, without end tags as old pages are."""
    lines = ("".join(f"<td>{'' if cell is None else cell}" for cell in row) for row in rows)
    return f"<html><table>{''.join(f'<tr>{line}' for line in lines)}</table>".encode()


def as_records(rows: list[list[object]]) -> bytes:
    """The rows as a list of records, the first row their member names."""
    header, *lines = rows
    return json.dumps([dict(zip_longest(header, line)) for line in lines], ensure_ascii=False).encode()
