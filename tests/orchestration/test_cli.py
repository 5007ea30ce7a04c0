"""The command line: what a person reads when all is well, when nothing changed and when a line is wrong."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assets.steps import Place
from orchestration import cli
from orchestration.land import Landing
from orchestration.place import ROOT
from tests.small_house import (
    change_line,
    copy_of_built_house,
    read_lines,
    steps_of,
    without_charts,
    write_lines,
)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """A copy of the built house as the place the command works on."""
    house = copy_of_built_house(tmp_path)
    monkeypatch.setattr("orchestration.place.default_place", lambda: house)
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
    # pairings are shown as they are; no other table is made from them
    header, first_line, *others = read_lines(place.reference / "pairings.csv")
    first_line[header.index("source")] = "seen again"
    write_lines(place.reference / "pairings.csv", [header, first_line, *others])
    code, first = refresh()
    assert code == 0, first
    assert first.startswith(f"refresh: 3 of {len(steps_of(place))} assets to make\n")
    assert "  reference/pairings " in first and "  release/qipan " in first
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
    for name in ("refresh", "land", "replay", "ui", "measure", "bench"):
        assert name in result.output


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli.app, list(arguments))
    return result.exit_code, result.output


def test_landing_needs_somebody_to_write_to(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QIPAN_CONTACT", raising=False)
    monkeypatch.delenv("QIPAN_REPLAY", raising=False)
    code, text = run("land", "hk_year")
    assert code == 1 and text.startswith("land: QIPAN_CONTACT: not set")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "land: no live collection 'nowhere'; use one of "),
        (["--years", "soon"], "land: --years: found 'soon'; give a year or a range"),
        (["inbox", "--years", "2020"], "land: inbox: files have no years"),
    ],
)
def test_landing_refuses_what_it_cannot_ask_for(
    place: Place, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.setenv("QIPAN_CONTACT", "tests@example.org")
    code, text = run("land", *arguments)
    assert code == 1 and text.startswith(words)


def test_landing_ends_with_what_failed(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    # how landing goes is tested in test_land.py; here it is what a person reads
    monkeypatch.setenv("QIPAN_CONTACT", "tests@example.org")
    entry = "  landing/hk_year: BlockedError: status 403"
    monkeypatch.setattr("orchestration.land.land", lambda *_: Landing([entry], True))
    code, text = run("land")
    assert code == 1
    assert text.splitlines() == ["land: not everything could be had; what was landed is kept", entry]
    monkeypatch.setattr("orchestration.land.land", lambda *_: Landing([], True))
    assert run("land")[1].startswith("land: landed; `qipan refresh` makes the tables (")
    monkeypatch.setattr("orchestration.land.land", lambda *_: Landing([], False))
    assert run("land")[1].startswith("land: nothing new (")

    def stopped(*_: object) -> Landing:
        raise KeyboardInterrupt

    monkeypatch.setattr("orchestration.land.land", stopped)
    code, text = run("land")
    assert code == 1 and "goes on from there" in text


def test_a_fault_there_is_not_is_refused_with_those_there_are(place: Place) -> None:
    code, text = run("replay", "--port", "0", "--fault", "gremlins")
    assert code == 1 and text.startswith("replay: no fault 'gremlins'; there are: ")


def test_measuring_needs_a_panel_or_a_question(tmp_path: Path) -> None:
    code, text = run("measure")
    assert code == 1 and text.startswith("measure: give the file of a panel")
    missing = tmp_path / "panel.csv"
    missing.write_text("when,what\n2020,1\n")
    code, text = run("measure", str(missing), "--out", str(tmp_path / "out.csv"))
    assert code == 1 and text.startswith("measure: panel.csv ")
    code, text = run("measure", "--explain", "no_such_metric")
    assert code == 1 and text.startswith("measure: no metric 'no_such_metric'")


def test_measuring_waits_for_nothing_heavy(tmp_path: Path) -> None:
    panel = tmp_path / "panel.csv"
    lines = [
        f"r{region},{year},{2 + region + 0.1 * region * (year - 2000)},{1 + region}"
        for region in range(6)
        for year in range(2000, 2004)
    ]
    panel.write_text("\n".join(["region,year,y,pop", *lines, ""]))
    script = (
        "import sys; from orchestration.cli import app\n"
        f"app(['measure', {str(panel)!r}, '--out', {str(tmp_path / 'out.csv')!r}], standalone_mode=False)\n"
        "print('loaded', *sorted({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.splitlines()[-1].split()[1:])
    assert "numpy" in loaded
    assert not loaded & {"dagster", "great_expectations", "altair", "pandas", "polars", "duckdb"}
    assert len((tmp_path / "out.csv").read_text().splitlines()) > 100
