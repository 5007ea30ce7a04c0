"""What was landed as rows: accepted answers with their cells, refused ones with their error."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assets.landing.exchange import Answer, Question, Years
from assets.landing.landed_tables import ANSWER_COLUMNS, LANDED_FIGURE_COLUMNS, landed_rows, landing_digest
from assets.landing.store import LandingStore
from tests.small_house import ROOT

REFERENCE, SNAPSHOTS = ROOT / "warehouse" / "reference" / "cn", ROOT / "warehouse" / "snapshots"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def population(figures: Mapping[str, object]) -> bytes:
    """An answer of the World Bank on the mid-year population of Hong Kong and Macao."""
    rows = [
        {
            "indicator": {"id": "SP.POP.TOTL", "value": "Population, total"},
            "country": {"id": country[:2], "value": country},
            "countryiso3code": country,
            "date": "2024",
            "value": value,
            "unit": "",
            "obs_status": "",
            "decimal": 0,
        }
        for country, value in figures.items()
    ]
    head = {"page": 1, "pages": 1, "per_page": 1000, "total": len(rows), "lastupdated": "2026-07-13"}
    return json.dumps([head, rows]).encode()


def land(folder: Path, body: bytes, hours: int = 0) -> None:
    question = Question(
        "world_bank_year",
        "population_mid_year",
        "data",
        "GET",
        "https://api.worldbank.org/v2/country/HKG;MAC/indicator/SP.POP.TOTL",
        holds_figures=True,
        years=Years(2024, 2024),
        context=(("page", "1"), ("first_year", "2024"), ("last_year", "2024"), ("catalogue_code", "HKG;MAC")),
    )
    LandingStore(folder).land(Answer(question, 200, {}, body, NOON + timedelta(hours=hours)))


def test_accepted_and_refused_answers_stand_side_by_side(tmp_path: Path) -> None:
    land(tmp_path, population({"HKG": 7_524_100, "MAC": 687_000}))
    # a digit too many
    land(tmp_path, population({"HKG": 75_241_000, "MAC": 687_000}), hours=24)
    rows = landed_rows(tmp_path, REFERENCE, SNAPSHOTS, landing_digest(tmp_path))
    answers = [dict(zip(ANSWER_COLUMNS, row, strict=True)) for row in rows.answers]
    assert [(answer["is_accepted"], answer["error_name"]) for answer in answers] == [
        ("true", ""),
        ("false", "JumpError"),
    ]
    assert "accepted_answers.csv" in answers[1]["error_message"]
    assert (answers[0]["n_figures"], answers[0]["n_gaps"]) == ("2", "0")
    figures = [dict(zip(LANDED_FIGURE_COLUMNS, row, strict=True)) for row in rows.figures]
    assert {figure["region_code"]: figure["value_text"] for figure in figures} == {
        "810000": "7524100",
        "820000": "687000",
    }
    # every number leads to its place in the very answer
    assert all(figure["cell_address"].startswith(f"{answers[0]['answer_id']}!") for figure in figures)
    ((*_, published_on),) = rows.series
    assert published_on == "2026-07-13"


def test_nothing_landed_is_no_rows(tmp_path: Path) -> None:
    assert landing_digest(tmp_path) == ""
    rows = landed_rows(tmp_path, REFERENCE, SNAPSHOTS, "")
    assert (rows.answers, rows.series, rows.figures) == ([], [], [])


def test_the_digest_knows_every_answer(tmp_path: Path) -> None:
    land(tmp_path, population({"HKG": 7_524_100, "MAC": 687_000}))
    before = landing_digest(tmp_path)
    # asked again, the same bytes: nothing new to build from
    land(tmp_path, population({"HKG": 7_524_100, "MAC": 687_000}), hours=24)
    assert landing_digest(tmp_path) == before
    land(tmp_path, population({"HKG": 7_524_200, "MAC": 687_000}), hours=48)
    assert landing_digest(tmp_path) != before


def test_labels_that_attack_stay_text(tmp_path: Path) -> None:
    hostile = """'); drop table core.observations; --"""
    answer = json.loads(population({"HKG": 7_524_100, "MAC": 687_000}))
    answer[1][0]["country"]["value"] = hostile + "</script>../../x"
    land(tmp_path, json.dumps(answer).encode())
    rows = landed_rows(tmp_path, REFERENCE, SNAPSHOTS, landing_digest(tmp_path))
    assert any(hostile in cell for row in rows.figures for cell in row)
    assert {path.name for path in tmp_path.iterdir()} == {"answers", "bodies"}


@pytest.mark.parametrize("damage", ["cut", "gone"])
def test_lost_bytes_are_named_and_the_rest_is_read(tmp_path: Path, damage: str) -> None:
    land(tmp_path, population({"HKG": 7_524_100, "MAC": 687_000}))
    land(tmp_path, population({"HKG": 7_524_200, "MAC": 687_000}), hours=24)
    body = sorted(path for path in (tmp_path / "bodies").rglob("*") if path.is_file())[0]
    body.unlink() if damage == "gone" else body.write_bytes(b"[")
    rows = landed_rows(tmp_path, REFERENCE, SNAPSHOTS, landing_digest(tmp_path) + damage)
    names = sorted(dict(zip(ANSWER_COLUMNS, row, strict=True))["error_name"] for row in rows.answers)
    assert names == ["", "LandingStoreError"]
