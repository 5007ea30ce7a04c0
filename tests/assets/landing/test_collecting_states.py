"""What a run remembers of a series: the newest period held, and that named years say nothing of others."""

import sys
from pathlib import Path

import pytest

from assets.landing import errors
from assets.landing.exchange import Answer, Question, Years
from assets.landing.store import LandingStore
from tests.assets.landing.made_up import NOON, Publisher, source_module
from tests.assets.landing.test_collecting import outcomes, run

KEY = ("tests_year", "gdp")


@pytest.fixture
def publisher(monkeypatch: pytest.MonkeyPatch) -> Publisher:
    monkeypatch.setitem(sys.modules, "assets.sources.made_up", source_module())
    return Publisher()


def test_a_publisher_without_a_newest_period_is_held_by_its_figures(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.newest = ""
    publisher.printed["gdp"] |= {"210000 2025": "105", "220000 2026": ""}
    store = LandingStore(tmp_path)
    run(publisher, store, "gdp")
    # 2025 has a figure, 2026 is blank
    assert store.asked(*KEY)["newest_period"] == "2025"


def test_named_years_do_not_count_as_having_asked(publisher: Publisher, tmp_path: Path) -> None:
    store = LandingStore(tmp_path)
    run(publisher, store, "gdp", years=Years(2022, 2023))
    assert {"settled_on", "newest_period", "figures_asked_on"}.isdisjoint(store.asked(*KEY))
    assert outcomes(run(publisher, store, "gdp"))["gdp"] != "asked_today"


def test_a_publisher_out_of_reach_is_left_after_three_series(publisher: Publisher, tmp_path: Path) -> None:
    def breaks(question: Question) -> Answer | None:
        raise errors.ConnectionLostError(f"{question.place}: refused")

    publisher.breaks = breaks
    names = ("gdp", "people", "first", "second", "third")
    found = run(publisher, LandingStore(tmp_path), *names)
    assert list(outcomes(found).values()) == ["refused", "refused", "refused", "not_asked", "not_asked"]


def test_one_series_out_of_reach_in_between_stops_nobody(publisher: Publisher, tmp_path: Path) -> None:
    def breaks(question: Question) -> Answer | None:
        if question.series_id == "gdp":
            raise errors.ReadTimeoutError(f"{question.place}: silence")
        return Answer(question, 200, {}, b'"2024"', NOON) if question.part == "newest" else None

    publisher.breaks = breaks
    assert outcomes(run(publisher, LandingStore(tmp_path))) == {"gdp": "refused", "people": "landed"}
