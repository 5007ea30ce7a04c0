"""Rules every chart keeps: one mart, three languages, known columns, no typed numbers, one script."""

import re
import subprocess
import sys

import pytest

from assets.charts.chart import REQUIRED
from assets.charts.page import shown_column
from assets.charts.words import COLUMNS
from assets.models import tables_read
from assets.wording.figures import LANGUAGES
from assets.wording.messages import has_message, message_files
from tests.assets.charts.frames import ROOT, charts_by_id, mart_columns

CHARTS = charts_by_id()
# Characters that exist in one of the two Chinese scripts only, and occur in this field.
SIMPLIFIED = set("东块区产总价长带龙战变从为计数据异尔标热师内")
TRADITIONAL = set("東塊區產總價長帶龍戰變從為計數據異爾標熱師內")
LATIN = {"Apache", "ECharts"}
PLACEABLE = re.compile(r"\{[^{}]*\}")


def messages_of(chart, language):
    """The chart's messages in one language as they are written, by name."""
    path = next(path for path in message_files(chart.chart_id) if path.parent.name == language)
    return dict(
        line.split(" = ", 1) for line in path.read_text(encoding="utf-8").splitlines() if " = " in line
    )


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_reads_one_mart_and_nothing_else(chart):
    assert tables_read(chart.query) == ({chart.mart}, set())
    assert "join" not in chart.query


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_has_words_in_three_languages(chart):
    for language in LANGUAGES:
        assert all(has_message(chart.chart_id, part, language) for part in REQUIRED)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_table_shows_columns_the_mart_has_with_headings(chart):
    frame = type("Frame", (), {"columns": mart_columns(chart.mart)})
    for name in chart.table:
        assert set(COLUMNS[name]) == set(LANGUAGES)
        for language in LANGUAGES:
            assert shown_column(frame, name, language) in mart_columns(chart.mart)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_numbers_in_words_come_from_the_frame(chart):
    """31 provinces and dates of definitions are names, not findings; all else is a { $value }."""
    for language in LANGUAGES:
        for part in ("title", "alt", "description"):
            literal = PLACEABLE.sub("", messages_of(chart, language)[part])
            assert not re.findall(r"\d+", re.sub(r"31|1,000|100%|2018|2023", "", literal)), literal


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_languages_use_the_same_facts(chart):
    """A number given in one language and missing in another is a slip of translation."""
    for part in ("title", "alt", "description"):
        values = {
            language: set(re.findall(r"\$(\w+)", messages_of(chart, language)[part]))
            for language in LANGUAGES
        }
        assert values["zh-Hans"] == values["zh-Hant"]


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_words_keep_to_one_script(chart):
    for language in LANGUAGES:
        words = PLACEABLE.sub("", " ".join(messages_of(chart, language).values()))
        if language == "en":
            assert not re.search(r"[\u2e80-\uffef]", words)
            # The font draws the curly apostrophe a full character wide.
            assert "’" not in words
        else:
            assert not set(re.findall(r"[A-Za-z]{2,}", words)) - LATIN
            foreign = (TRADITIONAL - SIMPLIFIED) if language == "zh-Hans" else (SIMPLIFIED - TRADITIONAL)
            assert not set(words) & foreign


def test_ids_are_file_names_and_unique():
    assert all((ROOT / "assets" / "charts" / f"{chart_id}.py").is_file() for chart_id in CHARTS)
    from assets import charts

    assert len(CHARTS) == len(charts.CHARTS) >= 12


def test_naming_the_charts_loads_no_drawing_library():
    """Every command names all steps; altair alone would cost it half a second."""
    code = "import sys, assets.draw; print({'altair', 'polars', 'vl_convert'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
