"""`qipan check-report`: what a person reads and the exit code, for each kind of report."""

import base64
import hashlib
import json
from pathlib import Path

import docx
import pytest
import typer
from typer.testing import CliRunner

from assets.steps import Place
from orchestration.check_report_command import check_report_command
from tests.assets.report_check.houses import PNG, ROW, house, passport_of
from tests.assets.report_check.test_reading import ONE_PIXEL

APP = typer.Typer()
APP.command()(check_report_command)


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Place:
    made = house(tmp_path / "build")
    monkeypatch.setattr("orchestration.place.default_place", lambda: made)
    # readings need a whole warehouse; they have tests of their own
    monkeypatch.setattr("assets.wording.readings.readings", lambda connection: {})
    return made


def run(path: Path, text: str | None = None, *options: str) -> tuple[int, str]:
    """Exit code and everything said; a refusal is the text the command exits with."""
    if text is not None:
        path.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(APP, [str(path), *options])
    refusal = result.exception.args[0] if result.exception and result.exception.args else ""
    return result.exit_code, f"{result.output}{refusal if isinstance(refusal, str) else ''}"


def test_a_report_that_is_current_ends_with_zero(place: Place, tmp_path: Path) -> None:
    said = passport_of(place, "zh-Hans")
    code, text = run(tmp_path / "r.md", f"# {said['title']}\n\n![]({said['files']['svg']})\n")
    assert code == 0
    assert "follows the current release" in text and "0 numbers differ" in text


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_a_changed_number_is_listed_with_its_row(place: Place, tmp_path: Path, language: str) -> None:
    """The title says 90% for 2021."""
    title = passport_of(place, language)["title"]
    code, text = run(tmp_path / "r.md", title.replace("90%", "93%"))
    assert code == 1
    assert "report 93%, now 90%" in text and "marts.group_gap/bloc_northeast/2021#ratio" in text


def test_a_misspelt_chart_is_listed_and_counts_as_wrong(place: Place, tmp_path: Path) -> None:
    code, text = run(tmp_path / "r.md", "![](charts/bloc_gdp_per_hed.en.svg)\n")
    assert code == 1
    assert "NO SUCH CHART; near it are bloc_gdp_per_head" in text and "1 charts, 1 not current" in text
    code, text = run(tmp_path / "r.md", "![](charts/zzz.en.svg)\n")
    assert code == 1 and "NO SUCH CHART  address" in text


def test_a_number_with_a_row_is_compared(place: Place, tmp_path: Path) -> None:
    cell = f'<p>Beijing: <data data-row="{ROW}" data-column="ratio">250%</data></p>'
    code, text = run(tmp_path / "r.html", cell)
    assert code == 1 and "report 250%, now 239%" in text and f"{ROW}#ratio" in text


def test_an_older_picture_renamed_in_word_is_recognised(place: Place, tmp_path: Path) -> None:
    # a whole picture, so that Word's library takes it, frozen as one of the older release
    (tmp_path / "p.png").write_bytes(ONE_PIXEL)
    listing = place.build / "frozen" / "bbbbbbbbbbbb" / "files.csv"
    digest = hashlib.sha256(ONE_PIXEL).hexdigest()
    with listing.open("a", encoding="utf-8") as file:
        file.write(f"bloc_gdp_per_head.en.2x.png,{len(ONE_PIXEL)},{digest}\n")
    document = docx.Document()
    document.add_picture(str(tmp_path / "p.png"))
    document.save(str(tmp_path / "r.docx"))
    code, text = run(tmp_path / "r.docx")
    assert code == 1
    assert "fedcba9876" in text and "OLDER" in text and "embedded picture" in text


def test_json_is_nothing_but_json(place: Place, tmp_path: Path) -> None:
    old = base64.b64encode(PNG + b"fedcba9876 en").decode()
    code, text = run(tmp_path / "r.html", f'<img src="data:image/png;base64,{old}">', "--json")
    found = json.loads(text.removesuffix("1"))
    assert code == 1 and found["differs"] is True and found["charts"][0]["status"] == "older"


def test_a_report_without_anything_of_ours_says_so(place: Place, tmp_path: Path) -> None:
    code, text = run(tmp_path / "r.md", "Nothing to see.")
    assert code == 0 and "no chart, no sentence and no number of Qipan was found" in text


def test_a_wrong_file_is_refused_in_words(place: Place, tmp_path: Path) -> None:
    (tmp_path / "r.docx").write_bytes(b"no zip")
    code, text = run(tmp_path / "r.docx")
    assert code == 1 and "check-report: " in text and "not a readable Word document" in text


def test_without_a_release_the_remedy_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = Place(root=tmp_path, pack="cn", build=tmp_path)
    monkeypatch.setattr("orchestration.place.default_place", lambda: empty)
    code, text = run(tmp_path / "r.md", "x")
    assert code == 1 and "run qipan refresh" in text
