"""The command line: what a person reads when all is well, when nothing changed and when a line is wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assets.steps import Place
from orchestration import cli
from tests.small_house import change_line, copy_of_built_house, read_lines, steps_of, without_charts


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """A copy of the built house as the place the command works on."""
    house = copy_of_built_house(tmp_path)
    monkeypatch.setattr(cli, "default_place", lambda: house)
    # the command sets these two for its process; here they must not outlive the test
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path))
    monkeypatch.setenv("DG_CLI_TELEMETRY", "1")
    with without_charts():
        yield house


def refresh(*options: str) -> tuple[int, str]:
    """Exit code and everything printed."""
    result = CliRunner().invoke(cli.app, ["refresh", *options])
    return result.exit_code, result.output


def test_a_second_refresh_finds_nothing_to_do(place: Place) -> None:
    # events are shown as they are; no other table is made from them
    (event, *_) = read_lines(place.reference / "events.csv")[1]
    change_line(place.reference / "events.csv", event, source="seen again")
    code, first = refresh()
    assert code == 0, first
    assert first.startswith(f"refresh: 2 of {len(steps_of(place))} assets to make\n")
    assert "  reference/events " in first and "  release/qipan " in first
    code, second = refresh()
    assert code == 0, second
    assert second.startswith("refresh: no figure, fact, query or chart changed; nothing was made again\n")
    for name in ("release", "tables", "checks", "claims", "warehouse", "report", "exports", "seconds"):
        assert f"\n  {name:<10} " in first and f"\n  {name:<10} " in second
    assert "  warehouse  warehouse/build/qipan.duckdb (" in second
    # run history stays in the build folder
    assert (place.build / "dagster" / "dagster.yaml").is_file()


def test_a_wrong_fact_stops_before_anything_is_made(place: Place) -> None:
    before = place.published_file.read_bytes()
    change_line(place.reference / "indicators.csv", "gdp_per_head", weight_indicator_id="popln")
    code, text = refresh()
    assert code == 1
    assert text.startswith("refresh: ") and "indicators.csv" in text and "'popln'" in text
    assert "Traceback" not in text
    assert place.published_file.read_bytes() == before


def test_a_failed_run_says_what_failed_and_what_stands(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    # what a run reports is tested in test_run.py; here it is what a person reads
    monkeypatch.setattr("orchestration.run.run_refresh", lambda *_: ["  core/gdp: 4 rows differ"])
    code, text = refresh("--everything")
    assert code == 1
    assert text.split("\n")[1:3] == [
        "refresh: not published; the last release stays published",
        "  core/gdp: 4 rows differ",
    ]
    place.published_file.unlink()
    assert "refresh: not published; no release yet" in refresh()[1]


def test_help_names_the_commands() -> None:
    result = CliRunner().invoke(cli.app, ["--help"])
    assert result.exit_code == 0
    for name in ("refresh", "ui"):
        assert name in result.output
