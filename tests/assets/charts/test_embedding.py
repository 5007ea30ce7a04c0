"""What goes with a chart into a report: snippets, texts, citation, licence, figures with their rows."""

import html
import json
import re
from pathlib import Path

import polars as pl
import pytest

from assets.charts import CHARTS
from assets.charts.embedding import MOST_ROWS, iframe, passport, passport_text
from assets.charts.facts import ROW_ID
from assets.charts.reading import ChartError, Words
from assets.wording.figures import LANGUAGES, Figure, Wording
from orchestration.place import default_place
from tests.assets.charts.frames import bloc_gap, charts_by_id, province_gap

CHART = charts_by_id()["bloc_gdp_per_head"]
SVG = '<svg xmlns="x" class="marks" width="633.4" height="500" viewBox="0 0 633 500">'
MOST_BYTES = 60_000


def frame():
    """Four blocs with an address in every row."""
    gap = bloc_gap()
    ids = [f"marts.group_gap/{row['group_id']}/{row['period']}" for row in gap.iter_rows(named=True)]
    return gap.with_columns(pl.Series(ROW_ID, ids))


def said(language="en"):
    words = CHART.words(frame(), language)
    return passport(CHART, frame(), words, language, "0123456789", SVG)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_stands_where_it_says(language):
    found = said(language)
    assert found["figures"]
    for figure in found["figures"]:
        text = found[figure["part"]]
        assert text[figure["at"] :].startswith(figure["text"])
        assert figure["n_rows"] == len(figure["rows"]) == 1
    assert {figure["part"] for figure in found["figures"]} >= {"title", "description"}


def test_a_figure_leads_to_its_row_and_column():
    """The Northeast falls by 0.1 a year from 1.1 in 2019: 90% in 2021."""
    found = said()
    (figure,) = [
        figure for figure in found["figures"] if figure["part"] == "title" and figure["text"] == "90%"
    ]
    assert figure["rows"] == ["marts.group_gap/bloc_northeast/2021"]
    assert (figure["column"], figure["kind"], figure["digits"]) == ("ratio", "percent", 0)
    assert figure["value"] == pytest.approx(0.9)


def test_many_rows_are_capped_and_counted():
    rows = tuple(f"marts.x/{number}" for number in range(30))
    wording = Wording((("30", Figure(30, "count", rows=rows, how="counted")), (" provinces", None)))
    words = Words(dict.fromkeys(("title", "subtitle", "alt", "description"), wording))
    figure = passport(CHART, frame(), words, "en", "e", SVG)["figures"][0]
    assert len(figure["rows"]) == MOST_ROWS and figure["n_rows"] == 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_citation_names_publisher_basis_title_chart_table_edition_and_no_release(language):
    found = said(language)
    mark = {"zh-Hans": "简", "zh-Hant": "繁", "en": "en"}[language]
    for part in (mark, found["title"], "bloc_gdp_per_head", "marts.group_gap", "0123456789"):
        assert part in found["citation"], part
    assert "{" not in found["citation"] and "  " not in found["citation"]


def test_a_chart_without_publishers_is_cited_without_them():
    bare = frame().drop(
        f"{name}_{ending}" for name in ("publisher", "view_name") for ending in ("zh_hans", "zh_hant", "en")
    )
    words = CHART.words(bare, "en")
    assert passport(CHART, bare, words, "en", "e", SVG)["citation"].startswith("“Northeast")


def test_maps_name_the_terms_of_their_outlines():
    chart = charts_by_id()["province_map"]
    words = chart.words(province_gap(), "en")
    found = passport(chart, province_gap(), words, "en", "e", SVG)
    assert "Apache ECharts" in found["licence"] and "ECharts" not in said()["licence"]


def test_snippets_follow_releases_or_stay_with_one():
    found = said()
    assert 'src="charts/bloc_gdp_per_head.en.html"' in found["iframe"]["latest"]
    frozen = found["iframe"]["frozen"].replace("{release}", "5cfcd8d2b09c")
    assert 'src="frozen/5cfcd8d2b09c/charts/bloc_gdp_per_head.en.html"' in frozen
    assert 'src="charts/bloc_gdp_per_head.en.embed.html"' in found["shared_iframe"]["latest"]
    assert f'title="{html.escape(found["title"])}"' in frozen
    # as wide as the picture and its margin, taller than it by the texts below
    assert (found["width"], found["height"] > 600) == (634 + 32, True)


def test_a_snippet_is_escaped():
    assert iframe('a"b.html', '"><script>', (1, 2)) == (
        '<iframe src="a&quot;b.html" title="&quot;&gt;&lt;script&gt;" width="1" height="2" loading="lazy"'
        ' style="border: 0; max-width: 100%"></iframe>'
    )


def test_the_file_is_json_and_the_same_every_time():
    assert json.loads(passport_text(said())) == said()
    assert passport_text(said()) == passport_text(said())


def test_a_picture_without_a_size_is_an_error():
    with pytest.raises(ChartError, match="bloc_gdp_per_head: the SVG states no width"):
        passport(CHART, frame(), CHART.words(frame(), "en"), "en", "e", "<svg>")


def published_charts() -> Path:
    folder = default_place().build / "charts"
    if not list(folder.glob("*.embed.html")):
        pytest.skip("no charts are published here; run qipan refresh")
    return folder


@pytest.mark.parametrize("chart_id", [chart.chart_id for chart in CHARTS])
def test_small_pages_of_the_published_release_are_under_60_kilobytes(chart_id):
    folder = published_charts()
    for language in LANGUAGES:
        page = folder / f"{chart_id}.{language}.embed.html"
        if not page.is_file():
            pytest.skip(f"{page.name} is not published yet; run qipan refresh")
        assert page.stat().st_size < MOST_BYTES
        (library,) = re.findall(r'library\.src = "([^"]+)"', page.read_text(encoding="utf-8"))
        assert (folder / library).is_file()
