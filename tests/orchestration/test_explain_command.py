"""`qipan explain`: what a person reads, in a terminal, as JSON, as a page, and when the address is wrong."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest
import typer
from typer.testing import CliRunner

from assets.steps import Place
from orchestration.explain_command import explain_command
from tests.small_house import built_house

ADDRESS = "marts.group_gap/latest/dated/gdp_per_head/bloc_northeast/national31/2023#ratio"
APP = typer.Typer()
APP.command()(explain_command)


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> Place:
    place = built_house()
    monkeypatch.setattr("orchestration.place.default_place", lambda: place)
    return place


def run(*arguments: str) -> tuple[int, str]:
    """Exit code and everything said; a refusal is the text the command exits with."""
    result = CliRunner().invoke(APP, list(arguments))
    refusal = result.exception.args[0] if result.exception and result.exception.args else ""
    return result.exit_code, f"{result.output}{refusal if isinstance(refusal, str) else ''}"


def test_the_tree_is_printed(house: Place) -> None:
    code, text = run(ADDRESS)
    assert code == 0
    assert text.startswith(f"{ADDRESS}\n") and "\nratio = 0." in text
    assert "recomputed from the leaves: equal, " in text and "NOT EQUAL" not in text
    assert "├ Liaoning" in text and "sha256" in text


def test_the_tree_is_printed_in_the_language_asked_for(house: Place, tmp_path: Path) -> None:
    file = tmp_path / "card.html"
    code, text = run(ADDRESS, "--language", "zh-Hant", "--html", str(file))
    assert code == 0 and '<html lang="zh-Hant">' in file.read_text(encoding="utf-8")
    code, text = run(ADDRESS, "--language", "zh-Hans")
    assert code == 0 and "├ 辽宁" in text and "由公布数值重算：一致" in text
    assert run(ADDRESS, "--language", "zh")[0] == 2


def test_json_is_nothing_but_json(house: Place) -> None:
    code, text = run(ADDRESS, "--json")
    assert code == 0
    assert json.loads(text)["address"] == ADDRESS
    assert run(ADDRESS, "--json", "--language", "zh-Hant") == (0, text)


def test_a_page_is_written(house: Place, tmp_path: Path) -> None:
    file = tmp_path / "card.html"
    code, text = run(ADDRESS, "--html", str(file))
    assert code == 0
    assert text.startswith("explain: ") and file.read_text(encoding="utf-8").endswith("</html>")


def test_a_wrong_address_is_refused_with_the_nearest_rows(house: Place) -> None:
    code, text = run(ADDRESS.replace("national31", "nation31"))
    assert code == 1
    assert "has no such row" in text and ADDRESS.removesuffix("#ratio") in text


def test_a_number_that_differs_ends_in_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    place = Place(root=tmp_path, pack="cn", build=tmp_path)
    shutil.copyfile(built_house().published_file, place.published_file)
    with duckdb.connect(str(place.published_file)) as connection:
        connection.execute("update marts.group_gap set ratio = ratio + 1 where group_id = 'bloc_northeast'")
    monkeypatch.setattr("orchestration.place.default_place", lambda: place)
    code, text = run(ADDRESS)
    assert code == 1
    assert "explain: ratio differ from what the printed figures give" in text


def test_without_a_release_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    place = Place(root=tmp_path, pack="cn", build=tmp_path)
    monkeypatch.setattr("orchestration.place.default_place", lambda: place)
    code, text = run(ADDRESS)
    assert code == 1 and "run qipan refresh" in text
