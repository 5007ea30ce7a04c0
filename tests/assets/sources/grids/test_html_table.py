"""Tables of saved pages: merged cells, missing end tags, raised marks, and what a browser does not show."""

from pathlib import Path

import pytest

from assets.landing.errors import WrongEncodingError
from assets.landing.file_errors import DamagedFileError, UnknownFormatError
from assets.sources.grids.grid import Grid, Span
from assets.sources.grids.html_table import read_html
from tests.assets.sources.inboxes import figures_of, texts


def tables(html: str) -> list[Grid]:
    return read_html(html.encode(), "t.html", None)


def test_rows_and_cells_without_end_tags() -> None:
    grid = tables("<table><tr><th>地区<td> 2024 年 <tr><td>北京<td>1</table>")[0]
    assert grid.name == "table 1"
    assert texts(grid) == [("A1", "地区"), ("B1", "2024 年"), ("A2", "北京"), ("B2", "1")]


def test_merged_cells_move_their_neighbours() -> None:
    html = "<table><tr><td rowspan=2>地区<td colspan=2>总值<tr><td>2023<td>2024<tr><td>北京<td>1<td>2</table>"
    grid = tables(html)[0]
    assert grid.spans == [Span(0, 0, 1, 0), Span(0, 1, 0, 2)]
    assert [grid.heading(1, column).text for column in range(3)] == ["地区", "2023", "2024"]
    assert grid.heading(0, 2).text == "总值"


def test_a_raised_mark_stays_a_mark() -> None:
    grid = tables("<table><tr><td>49843.1<sup>1</sup><td>万km<sup>2</sup></table>")[0]
    assert [text for _, text in texts(grid)] == ["49843.1[1]", "万km[2]"]


def test_a_table_in_a_table_is_a_grid_of_its_own() -> None:
    outer, inner = tables("<table><tr><td>a<table><tr><td>b</table>c</table>")
    assert (texts(outer), texts(inner)) == ([("A1", "ac")], [("A1", "b")])


def test_what_is_not_shown_is_left_out_or_marked() -> None:
    html = (
        "<table hidden><tr><td>x</table><table><caption>题</caption><tr style='display: none'><td>1"
        "<tr><td>2<script>3</script><!-- 4 --><style>5</style></table>"
    )
    first, second = tables(html)
    assert first.is_hidden
    assert (texts(second), second.hidden_rows) == ([("A1", "1"), ("A2", "2")], {0})
    assert second.faults == []


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<table><tr>北京<td>1</table>", "the text '北京' outside of cells in row 1"),
        ("<table><tr><td>北京<td1<td>2</table>", "the tag <td1<td> in row 1"),
    ],
)
def test_what_would_be_lost_is_noted(html: str, fault: str) -> None:
    assert tables(html)[0].faults == [fault]


def test_a_damaged_table_is_refused_when_it_is_the_one_to_read(tmp_path: Path) -> None:
    body = "<table><tr><td>地区<td>2024<tr><td>北京<td>1<tr>天津<td>2</table>".encode()
    with pytest.raises(DamagedFileError, match=r"t.html, sheet 'table 1', the text '天津' outside of cells"):
        figures_of(tmp_path, "t.html", body)


@pytest.mark.parametrize("charset", ["gb2312", "GBK", "gb18030"])
def test_the_encoding_a_page_declares_is_used(charset: str) -> None:
    body = f'<meta charset="{charset}"><table><tr><td>北京</table>'.encode("gb18030")
    assert texts(read_html(body, "t.html", None)[0]) == [("A1", "北京")]


def test_a_page_that_is_not_in_the_encoding_it_declares_is_refused() -> None:
    body = '<meta charset="gbk"><table><tr><td>北京</table>'.encode()
    with pytest.raises(WrongEncodingError, match="not GB18030; looks like UTF-8"):
        read_html(body, "t.html", None)
    assert texts(read_html(body, "t.html", "utf-8")[0]) == [("A1", "北京")]


def test_spans_without_end_stay_small() -> None:
    html = "<table><tr><td rowspan=999999 colspan=999999>a<td colspan=x>b<td rowspan=0>c<tr><td>d</table>"
    grid = tables(html)[0]
    assert len(grid.cells) == 4
    assert grid.spans[0] == Span(0, 0, 65_533, 999)


def test_an_xml_spreadsheet_of_2003_is_named() -> None:
    with pytest.raises(UnknownFormatError, match="XML spreadsheet of 2003; open it and save it as xlsx"):
        tables('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')
