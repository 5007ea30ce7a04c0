"""The visit of a file: landed first, then read, then moved; refused files stay and say why."""

import hashlib
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assets.landing.errors import LandingError, MissingRegionError, StrayPeriodError, StrayRegionError
from assets.landing.file_errors import ErrorCellError, FileChangedError, MappingError
from assets.landing.store import LandingStore
from assets.sources.inbox import answer_of, finish, read, take_in, waiting
from tests.assets.sources.inboxes import (
    EXPECTED,
    GDP,
    KNOWN,
    REGIONS,
    SERIES,
    SIDECAR,
    drop,
    figures_of,
    taken,
    values,
    workbook,
)
from tests.assets.sources.workbooks import Held

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
BAD = workbook([["地区", 2024], ["北京", Held(error="#REF!")]])


def test_an_answer_holds_the_bytes_and_all_that_reading_needs(tmp_path: Path) -> None:
    body = workbook(GDP)
    answer = answer_of(drop(tmp_path, "3-9 总值.xlsx", body), KNOWN, lambda: NOW)
    question, context = answer.question, dict(answer.question.context)
    assert (answer.body, answer.status, answer.retrieved_at) == (body, 200, NOW)
    assert (question.collection, question.part, question.method) == ("inbox", "data", "FILE")
    assert question.series_id == f"file_{hashlib.sha256(body).hexdigest()[:16]}"
    assert question.url == "inbox:3-9 总值.xlsx"
    assert question.holds_figures
    assert context["file_name"] == "3-9 总值.xlsx"
    assert (context["publisher"], context["title"]) == ("nbs", "3-9 地区生产总值")
    assert (context["published_on"], context["vintage_id"]) == (date(2025, 9, 30).isoformat(), "")


def test_a_file_that_is_taken_in_is_landed_read_and_moved_with_its_sidecar(tmp_path: Path) -> None:
    inbox, store = tmp_path / "inbox", LandingStore(tmp_path / "landing")
    file = drop(inbox, "t.xlsx", workbook(GDP))
    landed, figures = take_in(file, store, KNOWN, REGIONS)
    assert values(figures) == EXPECTED
    assert waiting(inbox) == []
    assert sorted(path.name for path in (inbox / "done").iterdir()) == ["t.xlsx", "t.xlsx.toml"]
    # read again from the landing folder alone, as every build does
    again = read(landed.body(), landed.record["context"], REGIONS, landed.answer_id)
    assert again == figures


def test_a_refused_file_stays_with_its_error_until_something_changes(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    file = drop(inbox, "t.xlsx", BAD)
    with pytest.raises(ErrorCellError):
        taken(inbox, file)
    text = (inbox / "t.xlsx.error.txt").read_text(encoding="utf-8")
    assert text.startswith("ErrorCellError\n\nt.xlsx, sheet '表1', cell B2 (北京, 2024): found error '#REF!'")
    assert "is taken in again when it, its sidecar or a saved mapping changes" in text
    assert waiting(inbox) == []
    assert list(LandingStore(tmp_path / "landing").answers("inbox", _series_of(BAD))) == []
    again = drop(inbox, "t.xlsx", workbook(GDP))
    assert values(taken(inbox, again)) == EXPECTED
    assert not (inbox / "t.xlsx.error.txt").exists()


def test_deleting_the_error_or_mending_the_sidecar_tries_again(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    file = drop(inbox, "t.xlsx", workbook(GDP), "title = 1\n")
    with pytest.raises(MappingError):
        taken(inbox, file)
    assert waiting(inbox) == []
    (inbox / "t.xlsx.error.txt").unlink()
    assert waiting(inbox) == [file]
    with pytest.raises(MappingError):
        taken(inbox, file)
    mended = drop(inbox, "t.xlsx", workbook(GDP))
    assert mended.state != file.state
    assert values(taken(inbox, mended)) == EXPECTED


def test_killed_after_landing_the_next_visit_lands_nothing_twice(tmp_path: Path) -> None:
    inbox, store = tmp_path / "inbox", LandingStore(tmp_path / "landing")
    file = drop(inbox, "t.xlsx", workbook(GDP))
    store.land(answer_of(file, KNOWN))
    assert waiting(inbox) == [file]
    landed, figures = take_in(file, store, KNOWN, REGIONS)
    assert values(figures) == EXPECTED
    assert [one.answer_id for one in store.answers("inbox", _series_of(workbook(GDP)))] == [landed.answer_id]


def test_the_same_bytes_under_another_mapping_are_another_answer(tmp_path: Path) -> None:
    inbox, store = tmp_path / "inbox", LandingStore(tmp_path / "landing")
    take_in(drop(inbox, "t.xlsx", workbook(GDP)), store, KNOWN, REGIONS)
    mended = SIDECAR.replace("2025-09-30", "2025-10-01") + SERIES
    take_in(drop(inbox, "t.xlsx", workbook(GDP), mended), store, KNOWN, REGIONS)
    answers = list(store.answers("inbox", _series_of(workbook(GDP))))
    assert [one.record["context"]["published_on"] for one in answers] == ["2025-09-30", "2025-10-01"]
    assert len(list((inbox / "done").glob("t*.xlsx"))) == 2


def test_a_file_that_changed_since_it_was_landed_is_not_moved(tmp_path: Path) -> None:
    file = drop(tmp_path, "t.xlsx", workbook(GDP))
    landed = answer_of(file, KNOWN).sha256
    file.path.write_bytes(workbook(GDP[:5]))
    with pytest.raises(FileChangedError, match=r"t.xlsx: changed while it was landed"):
        finish(file, landed)
    assert file.path.exists()


def test_hostile_names_and_labels_stay_data(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    name = "x..%2f'; drop table x;--<script>.csv"
    body = '地区,2024\n"../../x\'",1\n北京,2\n'.encode()
    with pytest.raises(LandingError, match=r"cell A2: found '\.\./\.\./x''"):
        taken(inbox, drop(inbox, name, body))
    landed = taken(inbox, drop(inbox, name, "地区,2024\n北京,2\n".encode()))
    assert values(landed) == {("gdp_nominal", "110000", "2024"): "2"}
    made = {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*")}
    assert made == {"inbox", "landing"}


@pytest.mark.parametrize(("count", "error"), [(5, MissingRegionError), (3, StrayRegionError), (4, None)])
def test_the_number_of_regions_guards_against_lost_rows(
    tmp_path: Path, count: int, error: type[LandingError] | None
) -> None:
    # Beijing, Tianjin, Inner Mongolia, Tibet
    sidecar = SIDECAR + f"region_count = {count}\n" + SERIES
    if error is None:
        assert values(figures_of(tmp_path, "t.xlsx", workbook(GDP), sidecar)) == EXPECTED
    else:
        with pytest.raises(error, match=f"4 regions of gdp_nominal, region_count says {count}"):
            figures_of(tmp_path, "t.xlsx", workbook(GDP), sidecar)


def test_a_year_after_the_publication_is_refused(tmp_path: Path) -> None:
    body = workbook([["地区", 2026], ["北京", 1]])
    with pytest.raises(StrayPeriodError, match=r"表1!B2: year 2026 in a table published in 2025"):
        figures_of(tmp_path, "t.xlsx", body)


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    file = drop(tmp_path, "t.xlsx", workbook(GDP))
    (tmp_path / "done").write_text("a file where the folder should be")
    with pytest.raises(LandingError, match=r"t.xlsx: landed, but cannot be moved to done/"):
        finish(file, hashlib.sha256(workbook(GDP)).hexdigest())
    os.utime(tmp_path / "done", (1, 1))
    assert file.path.exists()


def _series_of(body: bytes) -> str:
    return f"file_{hashlib.sha256(body).hexdigest()[:16]}"
