"""Freshness against the calendar: late is late whatever the clock says, and the other way round."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import dagster
import pytest

from assets.steps import Place
from orchestration.freshness import NAME, freshness
from orchestration.live_collections import landing_key
from tests.assets.landing.made_up import source_module
from tests.orchestration.landing_house import (
    YEAR,
    PublisherToday,
    definitions,
    landing_house,
    run_landing,
    state,
)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return landing_house(tmp_path)


def checked(place: Place, day: str) -> dagster.AssetCheckResult:
    return freshness(place, YEAR, landing_key(YEAR), datetime.fromisoformat(day).replace(tzinfo=UTC))


@pytest.mark.parametrize(
    ("held", "day", "passes", "expected"),
    [
        # the window of 2025 closes on 31 March 2026
        ("2024", "2026-03-31", True, "2024"),
        ("2024", "2026-04-01", False, "2025"),
        ("2025", "2026-04-01", True, "2025"),
        # held for months, and fresh: nothing newer should be out
        ("2025", "2027-03-01", True, "2025"),
        ("2025", "2027-04-01", False, "2026"),
    ],
)
def test_fresh_is_what_should_be_out(place: Place, held: str, day: str, passes: bool, expected: str) -> None:
    state(place, YEAR, "gdp", newest_period=held, figures_asked_on="2026-02-21")
    found = checked(place, day)
    assert found.passed is passes
    assert found.severity == dagster.AssetCheckSeverity.WARN
    assert found.metadata["expected by today"].value == expected
    assert found.metadata["newest held"].value == held
    assert found.description == found.metadata["reason"].value


def test_nothing_landed_is_not_fresh(place: Place) -> None:
    found = checked(place, "2026-04-01")
    assert not found.passed
    assert (found.metadata["newest held"].value, found.description) == ("nothing", "nothing was ever landed")


def test_the_next_release_is_named(place: Place) -> None:
    state(place, YEAR, "gdp", newest_period="2025", figures_asked_on="2026-04-02")
    assert checked(place, "2026-07-01").metadata["next release from"].value == "2027-02-20"


def test_the_checks_run_alone_and_ask_nobody(place: Place) -> None:
    def nobody(*_: object) -> None:
        raise AssertionError("a check asked a publisher")

    job = definitions(place, nobody).resolve_job_def("freshness")  # type: ignore[arg-type]
    with dagster.DagsterInstance.ephemeral() as instance:
        result = job.execute_in_process(
            instance=instance, run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
        )
    # late, and the run succeeds all the same
    assert result.success
    found = {(check.asset_key, check.check_name) for check in result.get_asset_check_evaluations()}
    assert (landing_key(YEAR), NAME) in found and len(found) == 2


def test_after_a_landing_it_is_looked_at_whatever_came(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "assets.sources.made_up", source_module())
    publisher = PublisherToday()
    landed = run_landing(place, publisher)
    observed = run_landing(place, publisher)
    publisher.printed["gdp"]["210000 2024"] = "100000"
    failed = run_landing(place, publisher, again=True)
    assert (landed.success, observed.success, failed.success) == (True, True, False)
    for result in (landed, observed, failed):
        (check,) = [check for check in result.get_asset_check_evaluations() if check.check_name == NAME]
        assert check.metadata["newest held"].value == "2024"
