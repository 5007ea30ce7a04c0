"""The command `qipan measure`: its help, its questions, its errors."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from orchestration import cli


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
