"""Numbers with a row address, compared with the cell as it is."""

import duckdb
import pytest

from assets.report_check.cells import differing_cells
from assets.report_check.document import Cell
from tests.assets.report_check.houses import ROW, house


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    place = house(tmp_path_factory.mktemp("build"))
    with duckdb.connect(str(place.published_file), read_only=True) as reader:
        yield reader


@pytest.mark.parametrize(
    ("text", "kind", "current"),
    [
        # 2.3941: 239 % of the nation, 2.39 times it, 139 percentage points are another number
        ("239%", "percent", None),
        ("239.4%", "", None),
        ("2.39", "", None),
        ("240%", "percent", "239%"),
        ("2.40", "ratio", "2.39"),
        ("139%", "", "239%"),
    ],
)
def test_a_number_is_compared_as_it_is_rounded(connection, text, kind, current):
    found = differing_cells(connection, [Cell(text, ROW, "ratio", kind)])
    assert [wrong.current for wrong in found] == ([current] if current else [])


def test_a_row_or_a_value_that_is_no_more_is_said(connection):
    cells = [Cell("70%", ROW.replace("2024", "1900"), "ratio"), Cell("5", ROW, "rest"), Cell("5", ROW, "no")]
    assert [wrong.current for wrong in differing_cells(connection, cells)] == [
        "no such row", "no value", "no such row",
    ]  # fmt: skip


def test_words_and_foreign_addresses_are_not_compared(connection):
    assert differing_cells(connection, [Cell("converging", ROW, "view_id"), Cell("5", "other/1", "x")]) == []
