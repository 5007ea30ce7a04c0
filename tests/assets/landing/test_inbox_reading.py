"""A file from the inbox to rows of the warehouse: put in, landed, read again without the file."""

from pathlib import Path

import pytest

from assets.landing.inbox_reading import inbox_series, known_ids, names_of_regions
from assets.landing.landed_tables import (
    ANSWER_COLUMNS,
    LANDED_FIGURE_COLUMNS,
    LANDED_SERIES_COLUMNS,
    landed_rows,
    landing_digest,
)
from assets.landing.store import LandingStore
from assets.sources import inbox
from tests.small_house import ROOT

REFERENCE, SNAPSHOTS = ROOT / "warehouse" / "reference" / "cn", ROOT / "warehouse" / "snapshots"
TABLE = """2-5 年末人口数
单位：万人
地  区,2023,2024
全  国,140967,140828
北  京,2186,{beijing}
天  津,1364,1364
"""
SIDECAR = """
title = "2-5 分地区年末人口数"
publisher = "nbs"

[edition]
published_on = 2026-10-15

[table]
regions = "rows"
years = "columns"
region_count = 2

[[series]]
series_id = "population_resident"
unit = "万人"
unit_cell = "A2"
"""


def drop(folder: Path, beijing: str = "2183", edition: str = "published_on = 2026-10-15") -> None:
    """Put the table into the inbox and take it in."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "2-5 population.csv"
    file.write_text(TABLE.format(beijing=beijing), encoding="utf-8")
    sidecar = SIDECAR.replace("published_on = 2026-10-15", edition)
    (folder / f"{file.name}.toml").write_text(sidecar, encoding="utf-8")
    (waiting,) = inbox.waiting(folder, now=file.stat().st_mtime + 3600)
    store = LandingStore(folder.parent / "landing")
    inbox.take_in(waiting, store, known_ids(REFERENCE), names_of_regions(REFERENCE))


def rows_of(folder: Path) -> tuple[list[dict[str, str]], list[dict[str, str]], list[dict[str, str]]]:
    landing = folder / "landing"
    rows = landed_rows(landing, REFERENCE, SNAPSHOTS, landing_digest(landing))
    columns = (ANSWER_COLUMNS, LANDED_SERIES_COLUMNS, LANDED_FIGURE_COLUMNS)
    answers, series, figures = (
        [dict(zip(names, row, strict=True)) for row in part]
        for names, part in zip(columns, (rows.answers, rows.series, rows.figures), strict=True)
    )
    return answers, series, figures


def test_a_file_put_in_is_read_from_its_bytes_with_its_edition(tmp_path: Path) -> None:
    drop(tmp_path / "inbox")
    # the file has gone to done/, its bytes and its mapping are landed
    assert not (tmp_path / "inbox" / "2-5 population.csv").exists()
    (answer,), (series,), figures = rows_of(tmp_path)
    assert answer["is_accepted"] == "true"
    assert {name: series[name] for name in ("indicator_id", "unit_factor", "source_id", "published_on")} == {
        "indicator_id": "population_resident",
        "unit_factor": "1.0",
        "source_id": "nbs",
        "published_on": "2026-10-15",
    }
    assert {(figure["region_code"], figure["period_text"]): figure["value_text"] for figure in figures} == {
        ("100000", "2023"): "140967",
        ("100000", "2024"): "140828",
        ("110000", "2023"): "2186",
        ("110000", "2024"): "2183",
        ("120000", "2023"): "1364",
        ("120000", "2024"): "1364",
    }
    beijing = next(figure for figure in figures if figure["value_text"] == "2183")
    assert beijing["cell_address"].endswith("C5")


def test_a_file_with_a_slip_of_a_digit_is_held_back_by_name(tmp_path: Path) -> None:
    drop(tmp_path / "inbox", beijing="21830")
    (answer,), series, figures = rows_of(tmp_path)
    assert (answer["is_accepted"], answer["error_name"]) == ("false", "JumpError")
    assert "110000 2024" in answer["error_message"]
    assert (series, figures) == ([], [])


@pytest.mark.parametrize(
    ("series_id", "unit", "currency"),
    [("gdp_nominal", "亿元", "CNY"), ("population_resident", "万人", ""), ("urbanisation_rate", "%", "")],
)
def test_every_printed_indicator_may_stand_in_a_file(series_id: str, unit: str, currency: str) -> None:
    series = inbox_series(REFERENCE)[series_id]
    assert (series.unit_printed, series.unit_factor, series.currency) == (unit, 1.0, currency)


def test_derived_indicators_may_not() -> None:
    assert "gdp_per_head" not in inbox_series(REFERENCE)
    assert "population_average" not in inbox_series(REFERENCE)


@pytest.mark.parametrize(
    ("edition", "words"),
    [
        # resident population of 2023 after the census of 2020 is in the embedded edition
        ('vintage = "census7"', "edition 'census7' prints this cell already"),
        ("published_on = 2024-12-30", "lies before the year has ended"),
        # the newest edition held of 2024 came out in autumn 2025, by the calendar of its yearbook
        ("published_on = 2025-02-28", "is older than the edition held"),
    ],
)
def test_an_edition_that_cannot_be_is_held_back_and_stops_nobody(
    tmp_path: Path, edition: str, words: str
) -> None:
    drop(tmp_path / "inbox", edition=edition)
    (answer,), series, figures = rows_of(tmp_path)
    assert (answer["is_accepted"], answer["error_name"]) == ("false", "EditionConflictError")
    assert words in answer["error_message"]
    assert (series, figures) == ([], [])
