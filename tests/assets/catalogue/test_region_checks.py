"""Regions under the wrong parent, in a loop, or ended before they began."""

from pathlib import Path

import pytest

from tests.assets.catalogue.test_tiny_pack import messages, tiny


@pytest.mark.parametrize(
    ("index", "parent", "message"),
    [
        (1, "", "found an empty cell; name the country the province lies in"),
        (4, "10", "found '10', a country, above a prefecture; name a province"),
        (4, "1101", "found '1101', a prefecture, above a prefecture; name a province"),
        (0, "11", "found '11', a province, above a country; name a union"),
    ],
)
def test_parents(tmp_path: Path, index: int, parent: str, message: str) -> None:
    pack = tiny()
    pack["regions"][index]["parent_region_id"] = parent
    # A wrong parent may also make a loop, or put one member of a group above another.
    found = [text for text in messages(tmp_path, pack) if "; name a" in text or "empty" in text]
    assert found == [f"regions.csv line {index + 2}, parent_region_id: {message}"]


def test_a_county_may_hang_below_a_province(tmp_path: Path) -> None:
    pack = tiny()
    county = {"region_id": "119001", "level": "county", "parent_region_id": "11"}
    pack["regions"].append(pack["regions"][4] | county)
    assert messages(tmp_path, pack) == []


def test_loop(tmp_path: Path) -> None:
    pack = tiny()
    pack["regions"][0]["parent_region_id"] = "11"
    found = [text for text in messages(tmp_path, pack) if "the loop" in text]
    assert found == [
        "regions.csv line 2, parent_region_id: found the loop 10 > 11 > 10; name the region it lies in",
        "regions.csv line 3, parent_region_id: found the loop 11 > 10 > 11; name the region it lies in",
    ]


def test_dates_in_order(tmp_path: Path) -> None:
    pack = tiny()
    pack["regions"][3]["valid_to"] = "1988-04-26"
    pack["groups"][1] |= {
        "effective_from": "2011-06-13",
        "effective_from_precision": "day",
        "effective_to": "2011-06-01",
    }
    assert messages(tmp_path, pack) == [
        "groups.csv line 3, effective_to: found '2011-06-01', not after effective_from "
        "'2011-06-13'; write the first day it no longer holds",
        "regions.csv line 5, valid_to: found '1988-04-26', not after valid_from "
        "'1988-04-26'; write the first day it no longer holds",
    ]
