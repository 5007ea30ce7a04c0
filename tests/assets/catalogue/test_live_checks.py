"""Live series, collections and releases: each mistake by file, line and remedy."""

from pathlib import Path

import pytest

from tests.assets.catalogue.test_tiny_pack import messages, tiny


@pytest.mark.parametrize(
    ("table", "cells", "message"),
    [
        (
            "live_series",
            {"collection": "provinces", "series_id": "gdp", "first_year": "2020", "last_year": "2010"},
            "live_series.csv line 2, last_year: found '2010'; end after first_year",
        ),
        (
            "live_collections",
            {"region_ids": ""},
            "live_collections.csv line 2, region_ids: found an empty cell; name regions or a group of them",
        ),
        (
            "live_collections",
            {"region_ids": "11 99"},
            "live_collections.csv line 2, region_ids: found '99'; use one of",
        ),
        (
            "release_calendar",
            {"opens": "02-29"},
            "release_calendar.csv line 2, opens: found '02-29'; use a day every year has",
        ),
        (
            "release_calendar",
            {"closes": "13-01"},
            "release_calendar.csv line 2, closes: found '13-01'; write month and day such as 02-28",
        ),
        (
            "release_calendar",
            {"quarter": "5"},
            "release_calendar.csv line 2, quarter: found '5'; use 1, 2, 3, 4 or leave it empty",
        ),
    ],
)
def test_each_mistake_by_its_line(tmp_path: Path, table: str, cells: dict[str, str], message: str) -> None:
    pack = tiny()
    pack[table][0] |= cells
    assert any(found.startswith(message) for found in messages(tmp_path, pack))


def test_a_live_series_has_its_line_under_its_own_collection(tmp_path: Path) -> None:
    pack = tiny()
    pack["series"].append(pack["series"][0] | {"collection": "cities", "series_id": "people"})
    pack["live_series"][0]["series_id"] = "people"
    assert messages(tmp_path, pack) == [
        "live_series.csv line 2, series_id: found 'provinces, people'; add a line for the two to series.csv"
    ]
