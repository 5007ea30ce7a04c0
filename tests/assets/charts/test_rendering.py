"""Files of a chart: real text in the SVG, known glyphs in the PNG."""

import re

import pytest
import vl_convert

from assets.charts import fonts
from assets.charts.reading import ChartError
from assets.charts.rendering import pdf_bytes, png_bytes, spec_text, svg_text
from assets.charts.theme import FONTS
from tests.assets.charts.frames import bloc_gap, charts_by_id

CHART = charts_by_id()["bloc_gdp_per_head"]


@pytest.fixture(scope="module")
def drawn():
    frame = bloc_gap()
    words = CHART.words(frame, "zh-Hans")
    spec = spec_text(CHART.draw(frame, "zh-Hans"))
    return frame, words, spec, svg_text(spec, words.title, words.description, "zh-Hans")


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


@pytest.mark.parametrize("scale", [1, 2])
def test_png_has_the_size_asked_for(drawn, scale):
    svg = drawn[3]
    width = float(re.search(r'width="([\d.]+)"', svg)[1])
    assert int.from_bytes(png_bytes(svg, scale)[16:20], "big") == pytest.approx(scale * width, abs=2)


def test_pdf_is_one_page_with_its_font_and_its_words(drawn):
    pdf = pdf_bytes(drawn[3])
    assert pdf.startswith(b"%PDF-") and len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    assert b"NotoSansCJKsc" in pdf


def test_numbers_in_a_file_are_cut_where_builds_may_differ():
    """0.1 + 0.2 is 0.30000000000000004; 12 digits of it are 0.3. Whole numbers and text stay."""
    assert spec_text({"a": [0.1 + 0.2, 7, "x"], "b": (1.23456789012345,)}) == (
        '{"a":[0.3,7,"x"],"b":[1.23456789012]}'
    )
