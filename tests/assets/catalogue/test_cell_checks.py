"""Single cells and keys of the tiny pack, made wrong one by one."""

from pathlib import Path

import pytest

from tests.assets.catalogue.test_tiny_pack import messages, tiny


@pytest.mark.parametrize(
    ("table", "index", "column", "cell", "message"),
    [
        ("units", 0, "symbol_en", "", "found an empty cell; fill it in"),
        ("units", 0, "symbol_zh_hant", "", "found an empty cell; fill it in"),
        ("units", 0, "decimals", "", "found an empty cell; write a whole number"),
        ("units", 0, "decimals", "1.5", "found '1.5'; write a whole number"),
        ("units", 0, "decimals", "٢", "found '٢'; write a whole number"),
        (
            "indicators",
            0,
            "is_compared",
            "",
            "found an empty cell; use one of true, false",
        ),
        (
            "membership",
            0,
            "coverage_kind",
            "Full",
            "found 'Full'; use one of full, partial, policy_only",
        ),
        (
            "regions",
            4,
            "valid_to",
            "2011-02-30",
            "found '2011-02-30'; write a full ISO day such as 2018-11-05",
        ),
        (
            "regions",
            4,
            "valid_to",
            "20110228",
            "found '20110228'; write a full ISO day such as 2018-11-05",
        ),
        (
            "claims",
            0,
            "period_end",
            "2012-13",
            "found '2012-13'; write a year, month, quarter or day such as 2018, 2018-11, 2018-Q4, 2018-11-05",
        ),
        (
            "indicators",
            3,
            "max_yearly_jump",
            "nan",
            "found 'nan'; write a plain number such as -12.5",
        ),
        ("claims", 0, "value", "1,5", "found '1,5'; write a plain number such as -12.5"),
        ("series", 0, "currency", "RMB¥", "found 'RMB¥'; write a three-letter code such as CNY"),
        (
            "sources",
            0,
            "landing_page",
            "www.example.org",
            "found 'www.example.org'; write an address that starts with https://",
        ),
        (
            "events",
            0,
            "event_id",
            "start/2",
            "found 'start/2'; write an id of letters, digits, _ . - only",
        ),
        (
            "events",
            0,
            "group_ids",
            "east,zone",
            "found 'east,zone'; write ids of letters, digits, _ . - with one space between them",
        ),
        (
            "units",
            0,
            "symbol_en",
            "yuan ",
            "found 'yuan '; write single plain spaces, none at the ends",
        ),
        (
            "units",
            0,
            "symbol_en",
            "a\u00a0yuan",
            "found 'a\\xa0yuan'; write single plain spaces, none at the ends",
        ),
        (
            "units",
            0,
            "symbol_en",
            "yu\u200ban",
            "found 'yu\\u200ban'; remove the invisible character",
        ),
        (
            "units",
            0,
            "symbol_zh_hans",
            "\ufffd元",
            "found '\ufffd元'; restore the character that was lost when the text was decoded",
        ),
    ],
)
def test_cells(tmp_path: Path, table: str, index: int, column: str, cell: str, message: str) -> None:
    pack = tiny()
    pack[table][index][column] = cell
    assert messages(tmp_path, pack) == [f"{table}.csv line {index + 2}, {column}: {message}"]


def test_a_stray_space_in_a_key_is_reported_once(tmp_path: Path) -> None:
    pack = tiny()
    pack["units"][0]["unit_id"] = " yuan"
    assert messages(tmp_path, pack) == [
        "units.csv line 2, unit_id: found ' yuan'; write single plain spaces, none at the ends"
    ]


def test_repeated_keys(tmp_path: Path) -> None:
    pack = tiny()
    pack["units"].append(dict(pack["units"][0]))
    pack["contiguity"].append(dict(pack["contiguity"][0]))
    assert messages(tmp_path, pack) == [
        "contiguity.csv line 3, region_id + neighbour_region_id: "
        "found '11 12' again, first on line 2; keep one of the two lines",
        "units.csv line 4, unit_id: found 'yuan' again, first on line 2; keep one of the two lines",
    ]


@pytest.mark.parametrize(
    ("day", "precision", "message"),
    [
        (
            "2010-05-01",
            "",
            "effective_from_precision: found '' beside effective_from '2010-05-01'; "
            "fill both cells or neither",
        ),
        (
            "2010-05-02",
            "month",
            "effective_from: found '2010-05-02', known by month; write the first day of the month",
        ),
        (
            "2010-05-01",
            "year",
            "effective_from: found '2010-05-01', known by year; write the first day of the year",
        ),
    ],
)
def test_precision(tmp_path: Path, day: str, precision: str, message: str) -> None:
    pack = tiny()
    pack["groups"][1] |= {"effective_from": day, "effective_from_precision": precision}
    assert messages(tmp_path, pack) == [f"groups.csv line 3, {message}"]
