"""Every way a CSV file can be spoilt before its cells are looked at."""

from pathlib import Path

import pytest

from assets.catalogue.specs import TABLES
from tests.assets.catalogue.test_tiny_pack import messages, tiny, write

UNITS = b"unit_id,symbol_zh_hans,symbol_zh_hant,symbol_en,decimals\n"
HEADER = UNITS.decode().strip()
YUAN = "yuan,元,元,yuan,1\n".encode()
PERSONS = "persons,人,人,persons,0\n".encode()


def units(folder: Path, data: bytes) -> list[str]:
    write(folder, tiny())
    (folder / "units.csv").write_bytes(data)
    return messages(folder)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", f": found an empty file; write the header {HEADER}"),
        (b" \n\n", f": found an empty file; write the header {HEADER}"),
        (UNITS, " line 1: found a header and no rows; add at least one row"),
        (
            b"\n<!DOCTYPE html><html><body>404</body></html>\n",
            ": found a web page, not CSV; save the data itself as CSV in UTF-8",
        ),
        (
            b"PK\x03\x04\x14\x00\x06\x00",
            ": found a spreadsheet or zip file, not CSV; save the data itself as CSV in UTF-8",
        ),
        (
            (UNITS + YUAN + PERSONS).decode().encode("utf-16"),
            ": found UTF-16 text, not CSV; save the data itself as CSV in UTF-8",
        ),
        (
            b"\xef\xbb\xbf" + UNITS + YUAN + PERSONS,
            " line 1: found a byte order mark; save as UTF-8 without BOM",
        ),
        (
            (UNITS + YUAN + PERSONS).replace(b"\n", b"\r\n"),
            " line 1: found a carriage return; save with Unix line ends (LF)",
        ),
        (
            UNITS + ("yuan,亿元,億元,yuan,1\n" + PERSONS.decode()).encode("gbk"),
            " line 2: found byte 0xd2, which is not UTF-8 (it reads as GBK); save the file as UTF-8",
        ),
        (
            UNITS + YUAN + PERSONS[:-4] + b"\xff,0\n",
            " line 3: found byte 0xff, which is not UTF-8; save the file as UTF-8",
        ),
        (
            UNITS + YUAN + PERSONS.strip(),
            " line 3: found no line end after the last line; end the file with one",
        ),
        (UNITS + YUAN + b"\n" + PERSONS, " line 3: found an empty line; delete it"),
        (
            UNITS + YUAN + b"persons,a,b,persons, total,0\n",
            " line 3: found 6 cells; write 5; quote a cell that holds a comma",
        ),
        (
            UNITS + YUAN + b'persons,"a,b,persons,0\n',
            " line 3: found text that is not CSV from here on (unexpected end of data); "
            'close every quote, and double a quote inside a quoted cell ("")',
        ),
    ],
)
def test_spoilt_files(tmp_path: Path, data: bytes, message: str) -> None:
    found = units(tmp_path, data)
    # A file without rows also leaves the ids that point to it without a target.
    expected = [f"units.csv{message}"]
    assert [text for text in found if text.startswith("units.csv")] == expected
    assert found == expected or data == UNITS


@pytest.mark.parametrize(
    ("header", "message"),
    [
        (
            "unit_id,symbol_zh_hans,symbol_zh_hant,symbol_en,digits",
            [
                "units.csv line 1: found the unknown column 'digits'; name it one of decimals",
                f"units.csv line 1, decimals: found no such column; add it: {HEADER}",
            ],
        ),
        (
            "unit_id,symbol_zh_hant,symbol_zh_hans,symbol_en,decimals",
            [f"units.csv line 1: found the columns in another order; use {HEADER}"],
        ),
        (
            "unit_id,symbol_zh_hans,symbol_zh_hans,symbol_en,decimals",
            [
                "units.csv line 1, symbol_zh_hans: found the column twice; keep one",
                f"units.csv line 1, symbol_zh_hant: found no such column; add it: {HEADER}",
            ],
        ),
    ],
)
def test_wrong_headers(tmp_path: Path, header: str, message: list[str]) -> None:
    assert units(tmp_path, header.encode() + b"\n" + YUAN + PERSONS) == message


def test_extra_column(tmp_path: Path) -> None:
    lines = (UNITS + YUAN + PERSONS).decode().splitlines()
    data = "".join(f"{line},extra\n" for line in lines).encode()
    assert units(tmp_path, data) == ["units.csv line 1: found the unknown column 'extra'; remove it"]


def test_lines_are_counted_in_the_file_not_in_rows(tmp_path: Path) -> None:
    data = UNITS + b'yuan,"a\nb",c,yuan,1\n' + b"persons,a,b,persons,many\n"
    assert units(tmp_path, data) == [
        "units.csv line 2, symbol_zh_hans: found 'a\\nb'; keep each cell on one line",
        "units.csv line 4, decimals: found 'many'; write a whole number",
    ]


@pytest.mark.parametrize("table", sorted(TABLES))
def test_a_lost_table_accuses_no_other(tmp_path: Path, table: str) -> None:
    write(tmp_path, tiny())
    (tmp_path / f"{table}.csv").write_bytes(b"<html></html>")
    assert messages(tmp_path) == [
        f"{table}.csv: found a web page, not CSV; save the data itself as CSV in UTF-8"
    ]
