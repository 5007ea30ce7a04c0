"""The embedded edition: published figures kept in `warehouse/snapshots/`, one printed matrix per file.

Reading returns text and cell addresses exactly as they stand in the files; nothing is cast, renamed or
dropped here except cells in which nothing is printed.
"""

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

FIGURE_COLUMNS = (
    "snapshot_id",
    "collection",
    "series_id",
    "region_code",
    "region_label",
    "period_text",
    "value_text",
    "cell_address",
)
PRINTED_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")


class SnapshotError(Exception):
    """A snapshot file cannot be used; the message names file, cell, what was found and the remedy."""


class SnapshotChangedError(SnapshotError):
    """A file's bytes are not those the manifest vouches for."""


class SnapshotShapeError(SnapshotError):
    """A file is not the matrix it should be: wrong header, ragged line, repeated region."""


class PrintedCellError(SnapshotError):
    """A cell holds text that is not a number."""


def read_manifest(snapshots: Path) -> tuple[list[str], list[list[str]]]:
    """Header and lines of manifest.csv, one line per snapshot file."""
    with (snapshots / "manifest.csv").open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    for number, line in enumerate(lines, start=2):
        if len(line) != len(header):
            raise SnapshotShapeError(
                f"manifest.csv line {number}: {len(line)} cells, the header has {len(header)};"
                " a comma is missing or too many"
            )
    return header, lines


def read_figures(snapshots: Path) -> Iterator[tuple[str, ...]]:
    """Every printed figure of every file the manifest lists, in FIGURE_COLUMNS.

    Raises SnapshotChangedError, SnapshotShapeError or PrintedCellError.
    """
    header, lines = read_manifest(snapshots)
    for line in lines:
        entry = dict(zip(header, line, strict=True))
        path = snapshots / f"{entry['snapshot_id']}.csv"
        if not path.is_file():
            raise SnapshotChangedError(f"{path.name}: listed in manifest.csv but not there; restore it")
        content = path.read_bytes()
        found = hashlib.sha256(content).hexdigest()
        if found != entry["sha256"]:
            raise SnapshotChangedError(
                f"{entry['snapshot_id']}.csv: sha256 is {found[:12]}…, the manifest vouches for"
                f" {entry['sha256'][:12]}…; restore the file, or add the new edition under a new vintage"
            )
        for cell in read_matrix(entry["snapshot_id"], content):
            yield entry["snapshot_id"], entry["collection"], entry["series_id"], *cell


def read_matrix(snapshot_id: str, content: bytes) -> Iterator[tuple[str, str, str, str, str]]:
    """Cells of one matrix: region code, region as printed, period, text, address such as `file!C14`."""
    place = f"{snapshot_id}.csv"
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SnapshotShapeError(f"{place}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
    lines = list(csv.reader(io.StringIO(text)))
    if not lines or lines[0][:2] != ["region_id", "region"]:
        found = ",".join(lines[0][:2])[:60] if lines else "nothing"
        raise SnapshotShapeError(f"{place} line 1: found '{found}'; the header must open region_id,region")
    periods = lines[0][2:]
    seen: set[str] = set()
    for number, line in enumerate(lines[1:], start=2):
        if len(line) != len(lines[0]):
            raise SnapshotShapeError(
                f"{place} line {number}: {len(line)} cells, the header has {len(lines[0])};"
                " a comma is missing or too many, or the file is cut off"
            )
        if line[0] in seen:
            raise SnapshotShapeError(f"{place} line {number}: region {line[0]} a second time; keep one")
        seen.add(line[0])
        for column, (period, value) in enumerate(zip(periods, line[2:], strict=True), start=2):
            if value == "":
                continue
            address = f"{_column_letters(column)}{number}"
            if not PRINTED_NUMBER.fullmatch(value):
                raise PrintedCellError(
                    f"{place} cell {address} ({line[1]}, {period}): found '{value}';"
                    " give the number as printed, or leave the cell blank where none is"
                )
            yield line[0], line[1], period, value, f"{place}!{address}"


def _column_letters(index: int) -> str:
    """Spreadsheet letters of a zero-based column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
