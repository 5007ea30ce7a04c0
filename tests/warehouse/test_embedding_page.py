"""What EMBEDDING.md says can be done: its blocks are read, run and checked against the files of a chart."""

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import duckdb
import pytest
import typer

from assets.charts.embedding import ENDINGS, FRAME
from assets.report_check.charts import charts_in
from assets.report_check.reading import read_document
from assets.report_check.release import Release
from assets.wording.figures import LANGUAGES
from orchestration.check_report_command import check_report_command
from tests.assets.charts.frames import ROOT, charts_by_id
from tests.small_house import built_house

PAGE = (ROOT / "warehouse" / "EMBEDDING.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
PYTHON = [text for kind, text in BLOCKS if kind == "python"]
MARKDOWN = [text for kind, text in BLOCKS if kind == "markdown"]
(WEB_PAGE,) = [text for kind, text in BLOCKS if kind == "html"]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FRAMES = re.findall(r"<iframe [^>]*></iframe>", PAGE + README)
RELEASE = "aaaaaaaaaaaa"
DRAWN = ("bloc_gdp_per_head", "province_map")


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A folder with the charts the page speaks of, drawn from the real figures and frozen."""
    from assets import frozen
    from assets.charts.drawing import Drawing, write_files
    from assets.draw import OUTLINES_FILE, chart_steps
    from assets.steps import Place

    place = Place(root=ROOT, pack="cn", build=tmp_path_factory.mktemp("build"))
    (place.build / "charts").mkdir()
    for chart in (charts_by_id()[chart_id] for chart_id in DRAWN):
        with duckdb.connect(str(built_house().published_file), read_only=True) as house:
            frame = house.sql(chart.query).pl()
        words = {language: chart.words(frame, language) for language in LANGUAGES}
        outlines = place.reference / OUTLINES_FILE if chart.needs_outlines else None
        write_files(Drawing(chart, frame, words, place.build / "charts", outlines))
    frozen.freeze(place, chart_steps(place), RELEASE)
    return place.build


@pytest.fixture
def folder(published, tmp_path, monkeypatch):
    for name in ("charts", "frozen"):
        (tmp_path / name).symlink_to(published / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def release(published):
    return Release(published, {(chart_id, "en"): passport_of(published, chart_id) for chart_id in DRAWN})


def passport_of(published, chart_id):
    return json.loads((published / "charts" / f"{chart_id}.en.json").read_text(encoding="utf-8"))


def statuses(published, name, text):
    path = Path(name)
    path.write_text(text.replace("RELEASE", RELEASE), encoding="utf-8")
    found = charts_in(read_document(path), release(published))
    return [(chart.chart_id, chart.status) for chart in found]


def test_every_ending_of_the_table_is_made_and_no_other(published):
    listed = {
        ending.strip()
        for cells in re.findall(r"^\| (`.+?`) \|", PAGE, re.MULTILINE)
        for ending in cells.replace("`", "").split(",")
    }
    assert listed == set(ENDINGS.values())
    names = {path.name for path in (published / "charts").glob("bloc_gdp_per_head.en.*")}
    assert names == {f"bloc_gdp_per_head.en.{ending}" for ending in listed}


def test_the_web_page_shows_files_that_exist(published, folder):
    assert statuses(published, "page.html", WEB_PAGE) == [
        ("bloc_gdp_per_head", "current"),
        ("province_map", "current"),
    ]


@pytest.mark.parametrize("frame", FRAMES)
def test_frames_lead_to_files_and_are_the_chart_s_own_but_for_the_title(published, folder, frame):
    (address,) = re.findall(r'src="([^"]+)" title="[^"]+"', frame.replace("RELEASE", RELEASE))
    assert (folder / address).is_file()
    said = passport_of(published, Path(address).name.split(".")[0])
    assert frame_of(said["iframe"]["latest"]) == (said["width"], said["height"], FRAME)
    assert frame_of(frame) == (said["width"], said["height"], FRAME)


def frame_of(element):
    """Width, height and style of an iframe."""
    ((width, height, style),) = re.findall(
        r'\bwidth="(\d+)"\s+height="(\d+)"\s+loading="lazy"\s+style="([^"]+)"', element
    )
    return int(width), int(height), style


def test_the_notebook_s_frame_has_the_size_of_the_chart(published):
    ((chart_id, *size),) = re.findall(r'IFrame\("charts/(\w+)\.en\.html", (\d+), (\d+)\)', PAGE)
    said = passport_of(published, chart_id)
    assert [int(number) for number in size] == [said["width"], said["height"]]


def test_quarto_shows_the_chart_once_in_every_format():
    """The frame where the format is HTML, the picture everywhere else."""
    blocks = re.findall(
        r"^::: \{\.content-visible (\w+)-format=\"html\"\}\n(.*?)^:::$", MARKDOWN[1], re.M | re.S
    )
    assert [(kind, "<iframe" in text, "![" in text) for kind, text in blocks] == [
        ("when", True, False),
        ("unless", False, True),
    ]
    assert MARKDOWN[1].count("<iframe") == MARKDOWN[1].count("![") == 1


@pytest.mark.parametrize("text", MARKDOWN)
def test_markdown_and_quarto_show_the_current_chart(published, folder, text):
    found = statuses(published, "report.md", text)
    assert found and {status for _, status in found} <= {"current", "follows"}
    for address in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text.replace("RELEASE", RELEASE)):
        assert (folder / address).is_file(), address


def test_word_holds_png_svg_and_alt_text(published, folder):
    exec("\n".join(PYTHON[:2]), {})
    facts = json.loads((folder / "charts" / "bloc_gdp_per_head.en.json").read_text(encoding="utf-8"))
    with zipfile.ZipFile("report.docx") as file:
        media = {Path(name).suffix: file.read(name) for name in file.namelist() if "media/" in name}
        assert 'ContentType="image/svg+xml"' in file.read("[Content_Types].xml").decode()
    assert media[".png"] == (folder / "charts" / facts["files"]["png_2x"]).read_bytes()
    assert media[".svg"] == (folder / "charts" / facts["files"]["svg"]).read_bytes()
    report = docx.Document("report.docx")
    assert report.inline_shapes[0]._inline.docPr.get("descr") == facts["alt"]
    found = charts_in(read_document(Path("report.docx")), release(published))
    assert [(chart.chart_id, chart.status, chart.how) for chart in found] == [
        ("bloc_gdp_per_head", "current", "embedded picture")
    ]


def test_word_with_the_png_alone_is_recognised_too(published, folder):
    exec(PYTHON[0], {})
    found = charts_in(read_document(Path("report.docx")), release(published))
    assert [chart.status for chart in found] == ["current"]


def test_the_notebook_cell_draws_without_a_request(folder):
    names: dict = {}
    exec(PYTHON[2], names)
    bundle = names["chart"]._repr_mimebundle_()
    bundle = bundle[0] if isinstance(bundle, tuple) else bundle
    assert "edition" in bundle["image/svg+xml"]


@pytest.mark.parametrize("target", ["docx", "html"])
def test_quarto_s_engine_takes_the_block(folder, target):
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        pytest.skip("pandoc is not installed")
    Path("report.qmd").write_text(MARKDOWN[1], encoding="utf-8")
    subprocess.run([pandoc, "-f", "markdown", "report.qmd", "-o", f"report.{target}"], check=True)
    assert Path(f"report.{target}").stat().st_size > 0


def test_options_of_the_command_are_the_commands():
    app = typer.Typer()
    app.command("check-report")(check_report_command)
    options = {option for parameter in typer.main.get_command(app).params for option in parameter.opts}
    for command in re.findall(r"^    qipan check-report (.*)$", PAGE, re.MULTILINE):
        assert {word for word in command.split() if word.startswith("--")} <= options
