"""Lines of a CSV and what makes one unusable."""

import pytest

from assets.statistics.csv_lines import read_lines
from assets.statistics.input_errors import InputShapeError, NotANumberError


def written(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "panel.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_cells_come_by_column_with_the_line_they_stand_on(tmp_path):
    header, lines = read_lines(written(tmp_path, '﻿region, y\n\nA,1\n"B, or C", 2.5 \n'), ("region",))
    assert header == ("region", "y")
    assert [(line.number, line.cells) for line in lines] == [
        (3, {"region": "A", "y": "1"}),
        (4, {"region": "B, or C", "y": "2.5"}),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "panel.csv line 1: found an empty file; write a header such as region"),
        ("region,y\n", "panel.csv line 2: found no line below the header"),
        ("name,y\nA,1\n", "panel.csv line 1: found name,y; a column region is needed"),
        ("region,y,y\nA,1,1\n", "panel.csv line 1: found column 'y' twice"),
        ("region,\nA,1\n", "found a column without a name"),
        (
            "region;y\nA;1\n",
            "panel.csv line 1: found cells set apart by semicolons, 'region;y'; save it with",
        ),
        ("region\ty\nA\t1\n", "panel.csv line 1: found cells set apart by tabs"),
        ("region,y\nA,1,2\n", "panel.csv line 2: found 3 cells, the header has 2"),
        ('region,y\nB,2\n"A,1\nC,3\n', "panel.csv line 3: found text that is not CSV"),
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path, text, message):
    with pytest.raises(InputShapeError) as caught:
        read_lines(written(tmp_path, text), ("region",))
    assert message in str(caught.value)


def test_a_missing_file_and_another_encoding_are_refused(tmp_path):
    with pytest.raises(InputShapeError, match="no such file; give the path of a CSV"):
        read_lines(tmp_path / "nowhere.csv", ("region",))
    with pytest.raises(InputShapeError, match="save it as CSV in UTF-8"):
        read_lines(written(tmp_path, "region,y\n北京,1\n", "gb18030"), ("region",))


@pytest.mark.parametrize("text", ["n/a", "1,5", "nan", "inf", "1_000", "12%", "１２３x"])
def test_text_where_a_number_should_be_names_line_and_column(tmp_path, text):
    _, lines = read_lines(written(tmp_path, f'region,y\nA,"{text}"\n'), ("region",))
    with pytest.raises(NotANumberError) as caught:
        lines[0].number_in("y")
    assert str(caught.value).startswith(f"panel.csv line 2, column y: found '{text}' for A; write a number")


def test_numbers_and_blanks(tmp_path):
    _, lines = read_lines(written(tmp_path, "region,a,b,c\nA,1e3,,-2.5\n"), ("region",))
    assert [lines[0].number_in(column) for column in "abc"] == [1000, None, -2.5]
