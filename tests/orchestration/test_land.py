"""`qipan land`: the assets' own runs from the command line, a line a series, named errors at the end."""

import re
import sys
from pathlib import Path

import pytest

from assets.landing.errors import SettingError
from assets.landing.exchange import Answer, Question, Years
from assets.steps import Place
from orchestration.land import Landing, land, read_years
from tests.assets.landing.made_up import Publisher, source_module
from tests.orchestration.landing_house import OTHER, YEAR, PublisherToday, landing_house


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setitem(sys.modules, "assets.sources.made_up", source_module())
    return landing_house(tmp_path)


@pytest.fixture
def publisher() -> Publisher:
    return PublisherToday()


def test_a_line_for_every_series_and_the_counts(
    place: Place, publisher: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    assert land(place, [], open_client=lambda *_: publisher) == Landing([], True)
    lines = [re.sub(r" +", " ", line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        f"{YEAR}: Tests",
        " 1/2 gdp landed 3 cells, 3 new, 0 revised",
        " 2/2 people landed 3 cells, 3 new, 0 revised",
        " 2 landed",
        f"{OTHER}: Tests",
        " 1/1 people landed 3 cells, 3 new, 0 revised",
        " 1 landed",
    ]
    assert land(place, [YEAR], open_client=lambda *_: publisher) == Landing([], False)
    assert "2 asked today already" in capsys.readouterr().out


def test_what_fails_is_named_and_the_next_collection_is_asked(place: Place, publisher: Publisher) -> None:
    def breaks(question: Question) -> Answer | None:
        if question.collection == YEAR:
            return Answer(question, 403, {}, b"<html>", publisher.now)
        return None

    publisher.breaks = breaks
    found = land(place, [], open_client=lambda *_: publisher)
    (entry,) = found.failures
    first, *rest = entry.splitlines()
    assert first.startswith(f"  landing/{YEAR}: BlockedError: ")
    assert rest == [
        "    1 series were not asked after that",
        "    0 of 2 series landed; what landed is kept",
    ]
    assert found.is_new
    # the incident is remembered, so that the sensor does not tell it again
    assert YEAR in (place.build / "incidents.json").read_text()


def test_years_reach_the_publisher(
    place: Place, publisher: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    land(place, [YEAR], Years(2020, 2022), open_client=lambda *_: publisher)
    assert {question.years for question in publisher.asked if question.holds_figures} == {Years(2020, 2022)}
    publisher.asked.clear()
    land(place, [YEAR], Years(1900, 1910), open_client=lambda *_: publisher)
    assert publisher.asked == []
    assert "has none of these years" in capsys.readouterr().out


def test_years_beyond_the_first_and_the_last_are_left_out(place: Place, publisher: Publisher) -> None:
    land(place, [OTHER], Years(1990, 2016), open_client=lambda *_: publisher)
    assert {question.years for question in publisher.asked if question.holds_figures} == {Years(2015, 2016)}


def test_ctrl_c_stops_and_the_next_run_goes_on(place: Place, publisher: Publisher) -> None:
    def breaks(question: Question) -> None:
        if question.series_id == "people":
            raise KeyboardInterrupt

    publisher.breaks = breaks  # type: ignore[assignment]
    with pytest.raises(KeyboardInterrupt):
        land(place, [YEAR], open_client=lambda *_: publisher)
    assert not (place.build / "incidents.json").is_file()
    publisher.breaks = lambda question: None
    publisher.asked.clear()
    assert land(place, [YEAR], open_client=lambda *_: publisher) == Landing([], True)
    assert {question.series_id for question in publisher.asked} == {"people"}


@pytest.mark.parametrize(("text", "years"), [("2024", Years(2024, 2024)), (" 2020-2025 ", Years(2020, 2025))])
def test_years_as_people_write_them(text: str, years: Years) -> None:
    assert read_years(text) == years


@pytest.mark.parametrize("text", ["2025-2020", "20-25", "last", "2020-2025-2030", "２０２０"])
def test_other_years_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(SettingError, match="give a year or a range such as 2020-2025"):
        read_years(text)


def test_an_unknown_collection_is_refused_with_those_there_are(place: Place) -> None:
    with pytest.raises(SettingError, match=f"no live collection 'nbs'; use one of {YEAR}, {OTHER}"):
        land(place, ["nbs"])
