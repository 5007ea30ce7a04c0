"""Files of a chart: real text in the SVG, known glyphs in the PNG, a page that fetches nothing."""

import re

import pytest
import vl_convert

from assets.charts import fonts
from assets.charts.page import page_text, table_text
from assets.charts.reading import ChartError
from assets.charts.rendering import png_bytes, spec_text, svg_text
from assets.charts.theme import FONTS
from tests.assets.charts.frames import bloc_gap, charts_by_id

CHART = charts_by_id()["bloc_gdp_per_head"]


@pytest.fixture(scope="module")
def drawn():
    frame = bloc_gap()
    words = CHART.words(frame, "zh-Hans")
    spec = spec_text(CHART.draw(frame, "zh-Hans"))
    return frame, words, spec, svg_text(spec, words, "zh-Hans")


def label(text):
    """One label as pixels."""
    fonts.register_font()
    family = FONTS["zh-Hans"]
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="30">'
        f'<text x="5" y="20" font-family="{family}" font-size="16">{text}</text></svg>'
    )
    return vl_convert.svg_to_png(svg)


def test_chinese_labels_are_glyphs_not_boxes():
    """Two strings of unknown characters give the same boxes; real characters differ from both."""
    boxes = label("\U000f0001\U000f0002")
    assert boxes == label("\U000f0003\U000f0004")
    assert len({boxes, label("东北"), label("中部")}) == 3


def test_missing_font_is_an_error_that_names_the_package():
    with pytest.raises(ChartError, match=r"noto-cjk-sans-otc is not installed.*pip install"):
        fonts.font_file("no_such_module")


def test_svg_keeps_text_and_says_what_it_shows(drawn):
    _, words, _, svg = drawn
    assert "<svg " in svg and 'role="img"' in svg.split(">", 1)[0]
    assert f'<title id="chart-title">{words.title}</title>' in svg
    assert words.description in svg
    assert "东北" not in words.subtitle or words.subtitle in svg
    assert "PingFang SC" in svg and "Microsoft YaHei" in svg


def test_picture_is_no_wider_than_a_page_column(drawn):
    width = float(re.search(r'width="([\d.]+)"', drawn[3])[1])
    assert 560 <= width <= 690


def test_png_is_twice_the_size(drawn):
    svg = drawn[3]
    width = float(re.search(r'width="([\d.]+)"', svg)[1])
    assert int.from_bytes(png_bytes(svg)[16:20], "big") == pytest.approx(2 * width, abs=2)


def test_page_fetches_nothing_and_holds_the_table(drawn):
    frame, words, spec, svg = drawn
    page = page_text(CHART, frame, words, "zh-Hans", spec, svg)
    assert '<html lang="zh-Hans">' in page
    assert "default-src 'none'" in page and "unsafe-eval" not in page
    assert "<script src" not in page and "<link" not in page
    assert "actions: false" in page
    assert page.split("<script", 1)[0].count("<tr><td") == len(frame)


def test_table_has_headings_of_its_language():
    table = table_text(CHART, bloc_gap(years=(2019,)), "en")
    assert '<th scope="col">Year</th><th scope="col">Group</th>' in table
    assert "<td>2019</td>" in table and '<td class="number">1.3000</td>' in table
