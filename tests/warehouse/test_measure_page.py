"""What MEASURE.md says can be typed: its files, commands and errors."""

import csv
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assets.statistics import input_errors
from assets.statistics.measuring import HEADER
from orchestration import cli
from tests.small_house import ROOT

PAGE = (ROOT / "warehouse" / "MEASURE.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"`(\w+\.csv)`:\n```csv\n(.*?)```", PAGE, re.DOTALL))
COMMANDS = re.findall(r"^    qipan (measure [^\n]*)\n```text\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    yield tmp_path


def test_there_are_files_and_commands() -> None:
    assert {"panel.csv", "wide.csv", "zones.csv", "neighbours.csv", "broken.csv"} <= set(FILES)
    assert len(COMMANDS) == 3


@pytest.mark.parametrize(("command", "shown"), COMMANDS)
def test_a_command_prints_what_is_shown(folder: Path, command: str, shown: str) -> None:
    printed = CliRunner().invoke(cli.app, command.split()).output.splitlines()
    lines = [line for line in shown.splitlines() if line != "..."]
    assert [line for line in lines if line not in printed] == []
    assert len(printed) == len(lines) or "..." in shown


def test_lines_of_the_results_are_as_shown(folder: Path) -> None:
    command = next(command for command, _ in COMMANDS if "results.csv" in command)
    CliRunner().invoke(cli.app, command.split())
    (shown,) = re.findall(r"```text\n(metric,key.*?)```", PAGE, re.DOTALL)
    header, *lines = csv.reader(line for line in shown.splitlines() if line != "...")
    assert tuple(header) == HEADER
    with (folder / "results.csv").open(encoding="utf-8", newline="") as file:
        held = {(row[0], row[1]): row for row in csv.reader(file)}
    for line in lines:
        found = held[line[0], line[1]]
        assert [found[3:], float(found[2])] == [line[3:], pytest.approx(float(line[2]), rel=1e-9)]


def test_the_wide_panel_can_be_measured(folder: Path) -> None:
    result = CliRunner().invoke(cli.app, ["measure", "wide.csv"])
    assert result.exit_code == 0
    assert result.stdout.startswith("4 regions, 2000 to 2002 (3 years), no value missing, no weights")


def test_every_error_stands_in_the_table_and_no_other() -> None:
    classes = inspect.getmembers(input_errors, inspect.isclass)
    named = {name for name, found in classes if found is not input_errors.MeasureInputError}
    assert set(re.findall(r"^\| `(\w+Error)`", PAGE, re.MULTILINE)) == named | {"UnknownMetricError"}


def test_every_option_is_described() -> None:
    import typer

    options = {
        option
        for parameter in typer.main.get_command(cli.app).commands["measure"].params  # type: ignore[attr-defined]
        for option in parameter.opts
        if option.startswith("--")
    }
    assert {option for option in options if option not in PAGE} == set()
