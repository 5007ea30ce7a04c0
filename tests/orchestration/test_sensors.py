"""What starts by itself: after answers landed, for files in the inbox, and word of failed runs."""

import os
import sys
from pathlib import Path

import dagster
import pytest

from assets.landing.exchange import Answer, Question
from assets.landing.store import LandingStore
from assets.steps import Outcome, Place, Step, WarehouseBusyError
from orchestration import sensors
from orchestration.notification import Incident
from orchestration.run import QUIET
from orchestration.sensors import inbox_sensor, incident_sensors, incidents_of, new_answers_sensor
from tests.assets.landing.made_up import NOON, Publisher, source_module
from tests.orchestration.landing_house import (
    OTHER,
    YEAR,
    PublisherToday,
    definitions,
    landing_house,
    run_landing,
)


def look(sensor: dagster.SensorDefinition, cursor: str | None) -> tuple[dagster.RunRequest | str, str | None]:
    """What one look leads to, and the cursor after it."""
    with dagster.DagsterInstance.ephemeral() as instance:
        context = dagster.build_sensor_context(instance=instance, cursor=cursor)
        found = sensor.evaluate_tick(context)
    if found.run_requests:
        return found.run_requests[0], found.cursor
    return str(found.skip_message), found.cursor


def land(place: Place, body: bytes) -> None:
    question = Question("hk_year", "gdp_nominal", "newest", "GET", "https://www.censtatd.gov.hk/")
    LandingStore(place.landing).land(Answer(question, 200, {}, body, NOON))


@pytest.fixture
def stale(monkeypatch: pytest.MonkeyPatch) -> list[Step]:
    """What the house finds stale; to be changed."""
    found: list[Step] = []
    monkeypatch.setattr(sensors, "all_steps", lambda place: [])
    monkeypatch.setattr(sensors, "stale_steps", lambda place, steps: list(found))
    return found


def answers() -> Step:
    return Step("ingest/answers", "Answers.", (), "d", lambda connection: Outcome())


def test_a_refresh_follows_once_no_more_answers_come(tmp_path: Path, stale: list[Step]) -> None:
    place = Place(tmp_path, "cn", tmp_path / "build")
    sensor = new_answers_sensor(place)
    assert look(sensor, None)[0] == "nothing was landed yet"
    land(place, b"")
    # the first look at what lies there; the release holds it
    _, cursor = look(sensor, None)
    found, cursor = look(sensor, cursor)
    assert found == "the last release holds everything landed"
    assert look(sensor, cursor)[0] == "nothing landed since the last look"
    stale.append(answers())
    for body in (b"{}", b"[]"):
        land(place, body)
        found, cursor = look(sensor, cursor)
        assert found == "answers are landing; waiting until no more come"
    found, cursor = look(sensor, cursor)
    assert isinstance(found, dagster.RunRequest)
    assert found.asset_selection == [dagster.AssetKey(["ingest", "answers"])]
    # asked for once
    assert look(sensor, cursor)[0] == "nothing landed since the last look"


def test_a_refresh_under_way_is_waited_for(
    tmp_path: Path, stale: list[Step], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place(tmp_path, "cn", tmp_path / "build")
    land(place, b"{}")
    stale.append(answers())

    def busy(*_: object) -> None:
        raise WarehouseBusyError("another refresh is writing the warehouse")

    sensor = new_answers_sensor(place)
    _, cursor = look(sensor, None)
    with monkeypatch.context() as patch:
        patch.setattr(sensors, "stale_steps", busy)
        found, cursor = look(sensor, cursor)
    assert found == "a refresh is under way; looking again after it"
    assert isinstance(look(sensor, cursor)[0], dagster.RunRequest)


def test_files_that_wait_are_landed_in_one_run(tmp_path: Path) -> None:
    place = Place(tmp_path, "cn", tmp_path / "build")
    sensor = inbox_sensor(place)
    assert look(sensor, None)[0] == "no file waits that was not tried as it is"
    place.inbox.mkdir()
    file = place.inbox / "table.csv"
    file.write_text("a,b\n")
    # older than a copy in progress would be
    os.utime(file, (1_700_000_000, 1_700_000_000))
    first, _ = look(sensor, None)
    assert isinstance(first, dagster.RunRequest)
    second, _ = look(sensor, None)
    assert isinstance(second, dagster.RunRequest)
    # the same files in the same state are the same run
    assert first.run_key == second.run_key
    os.utime(file, (1_700_000_100, 1_700_000_100))
    third, _ = look(sensor, None)
    assert isinstance(third, dagster.RunRequest) and third.run_key != first.run_key


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setitem(sys.modules, "assets.sources.made_up", source_module())
    monkeypatch.delenv("QIPAN_WEBHOOK", raising=False)
    return landing_house(tmp_path)


def step_failures(result: dagster.ExecuteInProcessResult) -> list[dagster.DagsterEvent]:
    return [event for event in result.all_events if event.is_step_failure]


def test_an_incident_is_an_asset_with_the_names_of_its_errors(place: Place) -> None:
    publisher = PublisherToday()
    publisher.printed["gdp"]["210000 2024"] = "100000"
    publisher.printed["people"] = {}
    (incident,) = incidents_of(step_failures(run_landing(place, publisher)))
    assert incident.asset == f"landing/{YEAR}"
    assert incident.error_names == ("EmptyAnswerError", "ImplausibleValueError")
    assert incident.sentence.startswith("ImplausibleValueError: ")


def test_what_somebody_stopped_is_no_incident() -> None:
    stopped = Incident("core/gdp", ("DagsterExecutionInterruptedError",), "")
    assert sensors._unexpected([stopped]) == []


def test_failed_runs_are_told_once_and_closed_by_a_success(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    settle = sensors.settle

    def spy(place: Place, incidents, recovered, webhook, log):  # type: ignore[no-untyped-def]
        return settle(place, incidents, recovered, webhook, told.append)

    monkeypatch.setattr(sensors, "settle", spy)
    incidents, recoveries = incident_sensors(place)
    publisher = PublisherToday()
    with dagster.DagsterInstance.ephemeral() as instance:
        for breaks in (True, True, False):
            publisher.breaks = lambda question, broken=breaks: (  # type: ignore[misc]
                Answer(question, 403, {}, b"<html>", publisher.now) if broken else None
            )
            result = _run(place, publisher, instance)
            run = instance.get_run_by_id(result.run_id)
            assert run is not None
            context = dagster.build_run_status_sensor_context(
                sensor_name="incidents",
                dagster_instance=instance,
                dagster_run=run,
                dagster_event=[event for event in result.all_events if event.is_job_event][-1],
            )
            if breaks:
                incidents(context.for_run_failure())
            else:
                recoveries(context)
    assert [line.split(": ")[0] for line in told] == ["incident", "incident over"]
    assert told[1] == f"incident over: landing/{YEAR}"


def _run(
    place: Place, publisher: Publisher, instance: dagster.DagsterInstance
) -> dagster.ExecuteInProcessResult:
    return (
        definitions(place, lambda *_: publisher)
        .resolve_job_def(f"land_{YEAR}")
        .execute_in_process(instance=instance, raise_on_error=False, run_config={"loggers": QUIET})
    )


def test_the_sensors_are_on_from_the_start(place: Place) -> None:
    found = [new_answers_sensor(place), inbox_sensor(place), *incident_sensors(place)]
    assert {sensor.default_status for sensor in found} == {dagster.DefaultSensorStatus.RUNNING}
    assert OTHER not in {sensor.name for sensor in found}
