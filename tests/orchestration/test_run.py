"""What a run reports: nothing when all went well, one line per failure otherwise."""

from pathlib import Path

import duckdb
import pytest

from assets.steps import CheckName, CheckResult, Outcome, Place, Step
from orchestration.run import run_refresh
from tests.small_house import ROOT


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path))
    (tmp_path / "warehouse").symlink_to(ROOT / "warehouse")
    return Place(root=tmp_path, pack="cn", build=tmp_path / "build")


def step(key: str, *deps: str, passes: bool = True, raises: bool = False) -> Step:
    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        if raises:
            raise ValueError("cell C14 holds 'n.a.'")
        made.append(key)
        return Outcome(checks=(CheckResult("rows", passes, True, "because", {"rows": 0}),))

    return Step(key, "A step.", deps, "d", run, checks=(CheckName("rows", True, "because"),))


made: list[str] = []


@pytest.fixture(autouse=True)
def forget() -> None:
    made.clear()


def test_a_good_run_reports_nothing(place: Place) -> None:
    steps = [step("ingest/a"), step("core/b", "ingest/a")]
    assert run_refresh(place, steps, steps) == []
    assert made == ["ingest/a", "core/b"]


def test_only_stale_steps_are_made(place: Place) -> None:
    steps = [step("ingest/a"), step("core/b", "ingest/a")]
    assert run_refresh(place, steps, steps[1:]) == []
    assert made == ["core/b"]


def test_a_failed_critical_check_stops_what_reads_the_table(place: Place) -> None:
    steps = [step("ingest/a", passes=False), step("core/b", "ingest/a"), step("core/c")]
    (line,) = run_refresh(place, steps, steps)
    assert line == "  ingest/a: rows failed, since because. Seen: rows 0"
    assert "core/b" not in made and "core/c" in made


def test_an_error_is_told_in_its_own_words(place: Place) -> None:
    steps = [step("ingest/a", raises=True), step("core/b", "ingest/a")]
    (line,) = run_refresh(place, steps, steps)
    assert "cell C14 holds 'n.a.'" in line
    assert made == []
