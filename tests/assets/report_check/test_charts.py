"""Charts in a report: known by address, name, bytes, words and the line printed below them."""

import base64

import pytest

from assets.report_check.charts import charts_in, stamps
from assets.report_check.document import Document
from assets.report_check.reading import read_document
from assets.report_check.release import NoReleaseError, read_release
from tests.assets.report_check.houses import PNG, house, passport_of

OLD = PNG + b"fedcba9876 en"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return house(tmp_path_factory.mktemp("build"))


def found(place, tmp_path, text):
    """(id, language, edition, status) of every chart of an HTML report."""
    path = tmp_path / "report.html"
    path.write_text(text, encoding="utf-8")
    charts = charts_in(read_document(path), read_release(place.build))
    return [(chart.chart_id, chart.language, chart.edition, chart.status) for chart in charts]


@pytest.mark.parametrize(
    ("text", "edition", "status"),
    [
        ('<iframe src="https://x.org/charts/bloc_gdp_per_head.en.embed.html">', "0123456789", "follows"),
        ('<iframe src="../frozen/aaaaaaaaaaaa/charts/bloc_gdp_per_head.en.html">', "0123456789", "current"),
        (
            '<img src="https://x.org/frozen/bbbbbbbbbbbb/charts/bloc_gdp_per_head.en.svg">',
            "fedcba9876",
            "older",
        ),
        ('<img src="frozen/cccccccccccc/charts/bloc_gdp_per_head.en.svg">', "", "unknown"),
        (f'<img src="data:image/png;base64,{base64.b64encode(OLD).decode()}">', "fedcba9876", "older"),
    ],
)
def test_a_chart_is_known_by_its_address_or_its_bytes(place, tmp_path, text, edition, status):
    assert found(place, tmp_path, text) == [("bloc_gdp_per_head", "en", edition, status)]


def test_a_renamed_picture_beside_the_report_is_known_by_its_bytes(place, tmp_path):
    (tmp_path / "figure 1.png").write_bytes(OLD)
    text = '<img src="figure%201.png" alt="">'
    assert found(place, tmp_path, text) == [("bloc_gdp_per_head", "en", "fedcba9876", "older")]


def test_a_changed_svg_is_known_by_the_line_inside(place, tmp_path):
    (tmp_path / "mine.svg").write_text("<svg><text>Qipan bloc_gdp_per_head, edition aaaaaaaaaa</text> </svg>")
    assert found(place, tmp_path, '<img src="mine.svg">') == [
        ("bloc_gdp_per_head", "", "aaaaaaaaaa", "older")
    ]


def test_a_picture_known_by_its_alt_text_alone_has_no_edition(place, tmp_path):
    alt = passport_of(place, "zh-Hant")["alt"]
    assert found(place, tmp_path, f'<img src="x.png" alt="{alt}">') == [
        ("bloc_gdp_per_head", "zh-Hant", "", "unknown")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Qipan bloc_gdp_per_head, edition 0123456789",
        "数据来源：x | 棋盘 bloc_gdp_per_head 第0123456789版",
        "棋盤 bloc_gdp_per_head 第0123456789版",
    ],
)
def test_the_printed_line_is_read_in_every_language(place, tmp_path, line):
    assert list(stamps(line)) == [("bloc_gdp_per_head", "0123456789")]
    assert found(place, tmp_path, f"<p>{line}</p>") == [("bloc_gdp_per_head", "", "0123456789", "current")]


def test_a_chart_the_release_no_longer_has_is_gone(place, tmp_path):
    assert found(place, tmp_path, "<p>Qipan retired_chart, edition 0123456789</p>") == [
        ("retired_chart", "", "0123456789", "gone")
    ]


@pytest.mark.parametrize(
    "address",
    [
        "charts/bloc_gdp_per_hed.en.svg",
        "https://x.org/reports/charts/bloc_gdp_per_hed.zh-Hans.embed.html?x=1#y",
        "../frozen/aaaaaaaaaaaa/charts/bloc_gdp_per_hed.en.960.png",
        "frozen/aaaaaaaaaaaa/bloc_gdp_per_hed.en.pdf",
    ],
)
def test_an_address_no_chart_has_is_listed_with_the_charts_like_it(place, tmp_path, address):
    path = tmp_path / "report.html"
    path.write_text(f'<img src="{address}" alt="bloc_gdp_per_head">', encoding="utf-8")
    (chart,) = charts_in(read_document(path), read_release(place.build))
    assert (chart.chart_id, chart.status, chart.differs) == ("bloc_gdp_per_hed", "misspelt", True)
    assert chart.nearest == ("bloc_gdp_per_head",)


def test_a_file_of_that_shape_that_is_there_is_the_writer_s_own(place, tmp_path):
    (tmp_path / "charts").mkdir()
    (tmp_path / "charts" / "sales.en.pdf").write_bytes(b"%PDF")
    assert found(place, tmp_path, '<a href="charts/sales.en.pdf">x</a>') == []


def test_other_files_are_no_charts(place, tmp_path):
    assert found(place, tmp_path, '<a href="index.en.html">x</a><img src="photo.png" alt="A bridge">') == []


def test_a_build_without_charts_is_no_release(tmp_path):
    with pytest.raises(NoReleaseError, match="run qipan refresh"):
        read_release(tmp_path)


def test_an_empty_document_shows_nothing(place, tmp_path):
    assert charts_in(Document(tmp_path / "x.html"), read_release(place.build)) == []
