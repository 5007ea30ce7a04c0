"""When publishers are asked, on given days: skipped with the reason, probed, or run."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import dagster
import pytest

from assets.landing.errors import ReadTimeoutError
from assets.landing.exchange import Answer, Question
from assets.landing.store import LandingStore
from assets.steps import Place
from orchestration.schedules import landing_schedule
from tests.assets.landing.made_up import Publisher, source_module
from tests.orchestration.landing_house import YEAR, landing_house, state


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setitem(sys.modules, "assets.sources.made_up", source_module())
    return landing_house(tmp_path)


@pytest.fixture
def publisher() -> Publisher:
    return Publisher()


@pytest.fixture
def tick(place: Place, publisher: Publisher) -> Callable[[str], dagster.RunRequest | str]:
    """What a tick on a day leads to: a run, or the words of why not."""

    def evaluate(day: str) -> dagster.RunRequest | str:
        schedule = landing_schedule(place, YEAR, 0, lambda _module: publisher)
        moment = datetime.fromisoformat(f"{day}T10:30").replace(tzinfo=ZoneInfo("Asia/Shanghai"))
        with dagster.build_schedule_context(scheduled_execution_time=moment) as context:
            found = schedule.evaluate_tick(context)
        if found.run_requests:
            (request,) = found.run_requests
            return request
        return str(found.skip_message)

    return evaluate


def held(place: Place, period: str, asked_on: str) -> None:
    for series in ("gdp", "people"):
        state(place, YEAR, series, newest_period=period, figures_asked_on=asked_on)


def test_what_was_never_landed_is_asked_for(tick: Callable[[str], dagster.RunRequest | str]) -> None:
    found = tick("2026-07-01")
    assert isinstance(found, dagster.RunRequest)
    assert found.tags["qipan/reason"] == "nothing was ever landed"
    assert found.partition_key is None


def test_between_releases_the_reason_names_the_next(
    place: Place, publisher: Publisher, tick: Callable[[str], dagster.RunRequest | str]
) -> None:
    held(place, "2025", "2026-04-02")
    assert tick("2026-07-01") == "no new data expected: 2025 is held, next release from 2027-02-20"
    assert publisher.asked == []


def test_on_the_day_a_release_opens_the_publisher_is_asked(
    place: Place, publisher: Publisher, tick: Callable[[str], dagster.RunRequest | str]
) -> None:
    held(place, "2024", "2025-12-20")
    found = tick("2026-02-20")
    assert isinstance(found, dagster.RunRequest)
    assert "2025" in found.tags["qipan/reason"] and "2026-02-20" in found.tags["qipan/reason"]
    # older figures may have been revised with it: the newest period alone would not tell
    assert publisher.asked == []


def test_later_in_the_window_the_newest_period_decides(
    place: Place, publisher: Publisher, tick: Callable[[str], dagster.RunRequest | str]
) -> None:
    held(place, "2024", "2026-02-20")
    found = tick("2026-02-25")
    assert isinstance(found, str)
    assert found.startswith("newest period at the publisher is still 2024; ") and "2025" in found
    assert [question.part for question in publisher.asked] == ["newest"]
    # looking lands nothing
    assert list(LandingStore(place.landing).answers(YEAR, "gdp")) == []
    publisher.newest = "2025"
    assert isinstance(tick("2026-02-26"), dagster.RunRequest)


def test_what_is_late_is_looked_for_until_it_comes(
    place: Place, publisher: Publisher, tick: Callable[[str], dagster.RunRequest | str]
) -> None:
    held(place, "2024", "2026-04-02")
    found = tick("2026-06-01")
    assert isinstance(found, str) and "2025 should be out" in found
    publisher.newest = "2025"
    assert isinstance(tick("2026-06-02"), dagster.RunRequest)


@pytest.mark.parametrize("kind", ["status", "silence"])
def test_a_look_that_fails_leads_to_a_run(
    place: Place, publisher: Publisher, tick: Callable[[str], dagster.RunRequest | str], kind: str
) -> None:
    def breaks(question: Question) -> Answer:
        if kind == "silence":
            raise ReadTimeoutError(f"{question.place}: the publisher stopped sending")
        return Answer(question, 403, {}, b"<html>403 Forbidden</html>", publisher.now)

    held(place, "2024", "2026-02-20")
    publisher.breaks = breaks
    # the run meets the same error, where everybody sees it: at its asset
    assert isinstance(tick("2026-02-25"), dagster.RunRequest)


def test_ticks_are_spread_over_the_late_morning_in_shanghai(place: Place) -> None:
    schedules = [landing_schedule(place, f"c{number}", number) for number in range(7)]
    assert [schedule.cron_schedule for schedule in schedules][:5] == [
        "30 10 * * *",
        "37 10 * * *",
        "44 10 * * *",
        "51 10 * * *",
        "58 10 * * *",
    ]
    assert len({schedule.cron_schedule for schedule in schedules}) == 7
    assert {schedule.execution_timezone for schedule in schedules} == {"Asia/Shanghai"}
    assert schedules[0].name == "land_c0_by_calendar"
