"""Rules every chart keeps: one mart, three languages, known columns, no typed numbers, one script."""

import re
import string
import subprocess
import sys

import pytest

from assets.charts.page import shown_column
from assets.charts.reading import LANGUAGES
from assets.charts.words import COLUMNS
from assets.models import tables_read
from tests.assets.charts.frames import ROOT, charts_by_id, mart_columns

CHARTS = charts_by_id()
# Characters that exist in one of the two Chinese scripts only, and occur in this field.
SIMPLIFIED = set("东块区产总价长带龙战变从为计数据异尔标热师内")
TRADITIONAL = set("東塊區產總價長帶龍戰變從為計數據異爾標熱師內")
LATIN = {"Apache", "ECharts"}


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_reads_one_mart_and_nothing_else(chart):
    assert tables_read(chart.query) == ({chart.mart}, set())
    assert "join" not in chart.query


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_has_words_in_three_languages(chart):
    assert set(chart.texts) == set(LANGUAGES)
    for texts in chart.texts.values():
        assert all((texts.title, texts.subtitle, texts.alt, texts.description))


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_table_shows_columns_the_mart_has_with_headings(chart):
    frame = type("Frame", (), {"columns": mart_columns(chart.mart)})
    for name in chart.table:
        assert set(COLUMNS[name]) == set(LANGUAGES)
        for language in LANGUAGES:
            assert shown_column(frame, name, language) in mart_columns(chart.mart)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_numbers_in_words_come_from_the_frame(chart):
    """31 provinces and dates of definitions are names, not findings; all else is a {field}."""
    for texts in chart.texts.values():
        for part in (texts.title, texts.alt, texts.description):
            literal = "".join(text for text, *_ in string.Formatter().parse(part))
            assert not re.findall(r"\d+", re.sub(r"31|1,000|100%|2018|2023", "", literal)), part


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_languages_use_the_same_facts(chart):
    """A number given in one language and missing in another is a slip of translation."""
    for part in ("title", "alt", "description"):
        fields = {
            language: {field for _, field, *_ in string.Formatter().parse(getattr(texts, part)) if field}
            for language, texts in chart.texts.items()
        }
        assert fields["zh-Hans"] == fields["zh-Hant"]


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_words_keep_to_one_script(chart):
    for language, texts in chart.texts.items():
        words = re.sub(r"\{\w+\}", "", " ".join(vars(texts).values()))
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
