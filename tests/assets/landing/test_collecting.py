"""A collection asked for against a publisher made of a dictionary: landed, repeated, revised, refused."""

import json
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from assets.landing import errors
from assets.landing.collecting import Plan, SeriesOutcome, collect
from assets.landing.exchange import Answer, Question, Years
from assets.landing.judging import Limits
from assets.landing.reading import Facts, read_series
from assets.landing.store import LandingStore
from tests.assets.landing.made_up import NOON, REGIONS, Publisher, series, source_module


@pytest.fixture
def publisher(monkeypatch: pytest.MonkeyPatch) -> Publisher:
    monkeypatch.setitem(sys.modules, "assets.sources.made_up", source_module())
    return Publisher()


def run(
    publisher: Publisher, store: LandingStore, *names: str, **changes: object
) -> dict[str, SeriesOutcome]:
    """One run over the series named, by a plan whose facts hold nothing before."""
    lines = {("tests_year", name): [series(name)] for name in names or ("gdp", "people")}
    facts = Facts(
        series=lines,
        limits={"gdp": Limits(10, 1000), "people": Limits(1, 100)},
        accepted={},
        nations=frozenset(),
    )
    plan = Plan(
        lines=lines,
        facts=facts,
        members={"northeast": list(REGIONS)},
        sums=frozenset(["gdp"]),
        now=lambda: publisher.now,
        pause=lambda seconds: None,
        **changes,  # type: ignore[arg-type]
    )
    return {outcome.series_id: outcome for outcome in collect(plan, publisher, store)}


def outcomes(found: dict[str, SeriesOutcome]) -> dict[str, str]:
    return {name: outcome.outcome for name, outcome in found.items()}


def test_the_first_run_lands_and_the_second_of_the_day_asks_nothing(
    publisher: Publisher, tmp_path: Path
) -> None:
    store = LandingStore(tmp_path)
    assert outcomes(run(publisher, store)) == {"gdp": "landed", "people": "landed"}
    asked = len(publisher.asked)
    assert outcomes(run(publisher, store)) == {"gdp": "asked_today", "people": "asked_today"}
    assert len(publisher.asked) == asked == 4


def test_on_another_day_only_the_newest_period_is_asked(publisher: Publisher, tmp_path: Path) -> None:
    store = LandingStore(tmp_path)
    run(publisher, store)
    publisher.now += timedelta(days=1)
    found = run(publisher, store)
    assert outcomes(found) == {"gdp": "no_new_period", "people": "no_new_period"}
    assert [question.part for question in publisher.asked[4:]] == ["newest", "newest"]
    assert found["gdp"].sentence == "newest is still 2024"


def test_after_a_revision_window_opened_the_figures_are_asked_again(
    publisher: Publisher, tmp_path: Path
) -> None:
    store = LandingStore(tmp_path)
    run(publisher, store)
    publisher.now += timedelta(days=30)
    assert outcomes(run(publisher, store, since=date(2026, 12, 15))) == {
        "gdp": "unchanged",
        "people": "unchanged",
    }
    # same bytes: still one answer with figures
    assert sum(landed.record["holds_figures"] for landed in store.answers("tests_year", "gdp")) == 1


def test_a_revised_answer_is_a_new_vintage_and_says_what_changed(
    publisher: Publisher, tmp_path: Path
) -> None:
    store = LandingStore(tmp_path)
    run(publisher, store)
    publisher.now += timedelta(days=1)
    publisher.printed["gdp"]["210000 2024"] = "110"
    publisher.printed["gdp"]["210000 2025"] = "120"
    publisher.newest = "2025"
    found = run(publisher, store, "gdp")["gdp"]
    assert found.outcome == "landed"
    assert found.report is not None
    assert (found.report.n_new, len(found.report.revised)) == (1, 1)
    assert found.report.groups == {("northeast", "2024"): pytest.approx(0.05)}
    bodies = [
        landed.body() for landed in store.answers("tests_year", "gdp") if landed.record["holds_figures"]
    ]
    assert [json.loads(body)["210000 2024"] for body in bodies] == ["100", "110"]


def test_a_series_that_fails_leaves_the_others_alone(publisher: Publisher, tmp_path: Path) -> None:
    store = LandingStore(tmp_path)
    publisher.printed["gdp"]["210000 2024"] = "100000"
    found = run(publisher, store)
    assert outcomes(found) == {"gdp": "refused", "people": "landed"}
    assert found["gdp"].error_name == "ImplausibleValueError"
    # the raw answer is kept, and asked for again on the same day
    assert store.asked("tests_year", "gdp")["error_name"] == "ImplausibleValueError"
    publisher.printed["gdp"]["210000 2024"] = "100"
    assert outcomes(run(publisher, store)) == {"gdp": "landed", "people": "asked_today"}


def test_a_publisher_that_refuses_us_is_not_asked_further(publisher: Publisher, tmp_path: Path) -> None:
    store = LandingStore(tmp_path)
    publisher.breaks = lambda question: Answer(question, 403, {}, b"<html>403 Forbidden</html>", NOON)
    found = run(publisher, store)
    assert outcomes(found) == {"gdp": "refused", "people": "not_asked"}
    assert {outcome.error_name for outcome in found.values()} == {"BlockedError"}
    assert len(publisher.asked) == 1
    # the page is kept as evidence, not as an answer
    assert list(store.series()) == [] or not list(store.answers("tests_year", "gdp"))
    assert len(list((tmp_path / "refused").rglob("*.json"))) == 1


@pytest.mark.parametrize(("times", "outcome"), [(1, "landed"), (2, "landed"), (3, "refused")])
def test_an_empty_answer_is_asked_for_again(
    publisher: Publisher, tmp_path: Path, times: int, outcome: str
) -> None:
    empty = iter([b"{}"] * times)

    def breaks(question: Question) -> Answer | None:
        body = next(empty, None) if question.part == "data" else None
        return Answer(question, 200, {}, body, NOON) if body else None

    publisher.breaks = breaks
    found = run(publisher, LandingStore(tmp_path), "gdp")["gdp"]
    assert found.outcome == outcome
    assert found.error_name == ("EmptyAnswerError" if outcome == "refused" else "")
    assert len([question for question in publisher.asked if question.part == "data"]) == min(times + 1, 3)


def test_a_run_that_was_stopped_goes_on_where_it_stopped(publisher: Publisher, tmp_path: Path) -> None:
    store = LandingStore(tmp_path)

    def stop(question: Question) -> Answer | None:
        if question.series_id == "people":
            raise KeyboardInterrupt
        return None

    publisher.breaks = stop
    with pytest.raises(KeyboardInterrupt):
        run(publisher, store)
    publisher.breaks = lambda question: None
    assert outcomes(run(publisher, store)) == {"gdp": "asked_today", "people": "landed"}


def test_the_years_asked_for_are_those_of_the_backfill(publisher: Publisher, tmp_path: Path) -> None:
    run(publisher, LandingStore(tmp_path), "gdp", years=Years(2022, 2023))
    assert publisher.asked[-1].years == Years(2022, 2023)
    # a catalogue that begins later is not asked for what it cannot hold
    found = run(publisher, LandingStore(tmp_path / "other"), "gdp", years=Years(2000, 2010))
    assert publisher.asked[-1].part == "newest"
    assert found["gdp"].outcome == "unchanged"


def test_a_refused_answer_is_read_again_once_the_facts_allow_it(publisher: Publisher, tmp_path: Path) -> None:
    store = LandingStore(tmp_path)
    publisher.printed["gdp"]["210000 2024"] = "5000"
    assert outcomes(run(publisher, store, "gdp")) == {"gdp": "refused"}
    key = ("tests_year", "gdp")
    facts = Facts({key: [series("gdp")]}, {"gdp": Limits(10, 1000)}, {}, frozenset())
    (refused,) = read_series(store, key, facts)
    assert isinstance(refused.error, errors.ImplausibleValueError)
    facts.limits["gdp"] = Limits(10, 10_000)
    (read,) = read_series(store, key, facts)
    assert read.error is None
    facts = Facts(
        {key: [series("gdp")]},
        {"gdp": Limits(10, 1000)},
        {refused.landed.record["sha256"]: frozenset(["ImplausibleValueError"])},
        frozenset(),
    )
    (accepted,) = read_series(store, key, facts)
    assert len(accepted.figures) == 3
