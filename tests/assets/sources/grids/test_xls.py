"""Workbooks of Excel 97-2003 hold the same as later ones."""

import random

import pytest

from assets.landing.file_errors import DamagedFileError, EncryptedFileError
from assets.sources.grids.grid import BOOLEAN, DATE, ERROR, NUMBER, TEXT, Cell, Span
from assets.sources.grids.xls import read_xls
from tests.assets.sources.old_workbooks import ole, xls
from tests.assets.sources.workbooks import Held, Sheet

ROWS: list[list[object]] = [
    ["地区", 2024],
    [Held(0.123, "0.0%"), Held(45293, "m-d"), Held(error="#REF!")],
    [Held("49843.1", raised="1"), True, 49843.1],
]


def test_every_kind_of_cell_keeps_what_it_is() -> None:
    grid = read_xls(xls({"表1": Sheet(ROWS)}), "t.xls")[0]
    assert grid.cells == {
        (0, 0): Cell("地区", TEXT),
        (0, 1): Cell("2024", NUMBER),
        (1, 0): Cell("0.123", NUMBER, is_percent=True),
        (1, 1): Cell("45293", DATE),
        (1, 2): Cell("#REF!", ERROR),
        (2, 0): Cell("49843.1[1]", TEXT),
        (2, 1): Cell("TRUE", BOOLEAN),
        (2, 2): Cell("49843.1", NUMBER),
    }


def test_sheets_keep_their_order_and_what_is_hidden_or_merged() -> None:
    sheets = {"b": Sheet(ROWS, ["A1:B1"], (1,), (2,)), "a": Sheet([["x"]], is_hidden=True)}
    first, second = read_xls(xls(sheets), "t.xls")
    assert (first.name, first.spans) == ("b", [Span(0, 0, 0, 1)])
    assert (first.hidden_rows, first.hidden_columns) == ({1}, {2})
    assert (second.name, second.is_hidden) == ("a", True)


def test_a_workbook_behind_a_password_is_named() -> None:
    # after the opening record comes 0x002F, FILEPASS: all that follows is scrambled
    stream = bytes.fromhex("0908100000060500" + "00" * 12 + "2f000600" + "00" * 6 + "0a000000")
    with pytest.raises(EncryptedFileError, match=r"t.xls: asks for a password"):
        read_xls(ole({"Workbook": stream}), "t.xls")


def test_any_damage_is_a_named_error() -> None:
    body, chance = xls({"表1": Sheet(ROWS)}), random.Random(1)
    refused = 0
    for _ in range(200):
        damaged = bytearray(body)
        for _ in range(20):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            read_xls(bytes(damaged), "t.xls")
        except (DamagedFileError, EncryptedFileError) as error:
            refused += str(error).startswith("t.xls: ")
    assert refused > 50
