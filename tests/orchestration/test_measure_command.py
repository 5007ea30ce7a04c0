"""The command `qipan measure`: its help, its questions, its errors."""

import re
from pathlib import Path
from time import sleep

import pytest
from typer.testing import CliRunner

from orchestration import cli, measure_command


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner(env={"COLUMNS": "120"}).invoke(cli.app, ["measure", *arguments])
    return result.exit_code, result.output


def test_help_shows_both_shapes_and_every_column() -> None:
    code, text = run("--help")
    assert code == 0
    for words in (
        "region,year,y,pop,bloc,coast",
        "region,2000,2001",
        "0 and 1: a zone",
        "warehouse/MEASURE.md",
    ):
        assert words in text
    for option, columns in {
        "--neighbours": "region,neighbor",
        "--prices": "t,region,good,index",
        "--distances": "a,b,km",
    }.items():
        assert option in text and columns in text


@pytest.mark.parametrize("arguments", [["--explain"], ["--explain", "--out", "unused.csv"]])
def test_explain_without_a_name_lists_all(arguments: list[str]) -> None:
    code, text = run(*arguments)
    assert code == 0
    assert "  theil.T  " in text and "  theil_t  " in text


def test_explain_with_a_name_shows_its_card() -> None:
    code, text = run("--explain", "metrics.gini")
    assert code == 0
    assert "gini: inequality.gini" in text
    code, text = run("--explain", "gimi")
    assert code == 1 and text.startswith("measure: no metric 'gimi'; near it are gini")


def test_a_panel_is_needed_and_a_fault_is_one_line(tmp_path: Path) -> None:
    code, text = run()
    assert code == 1 and text.startswith("measure: give the file of a panel, or --explain")
    (tmp_path / "panel.csv").write_text("region;year;y\n", encoding="utf-8")
    code, text = run(str(tmp_path / "panel.csv"), "--out", str(tmp_path / "out.csv"))
    assert code == 1 and text.startswith("measure: panel.csv line 1: found cells set apart by semicolons")
    assert len(text.splitlines()) == 1


def test_a_long_wait_is_broken_on_stderr_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure_command, "FIRST_WORD", 0.01)
    waiting = measure_command.Waiting()
    waiting.at("3 regions by 2 years: clubs, 3 of 15 families")
    out = err = ""
    with waiting:
        for _ in range(200):
            out, err = out + (printed := capsys.readouterr()).out, err + printed.err
            if err.endswith("\n"):
                break
            sleep(0.01)
    assert out == ""
    assert re.fullmatch(r"measure: \d+ s, 3 regions by 2 years: clubs, 3 of 15 families\n", err)


def test_a_short_wait_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    with measure_command.Waiting():
        pass
    assert capsys.readouterr().err == ""


def test_explain_shows_the_card_of_the_verdict() -> None:
    code, text = run("--explain", "verdict.p")
    assert code == 0 and "verdict.p: paired_variance.sign_flip_p" in text
    assert "verdict.direction: verdict.judge" in run("--explain", "verdict.direction")[1]
