"""Workbooks of Excel 2007 and later: cells, formats, merged and hidden ones, and files that are none."""

import io
import zipfile

import pytest

from assets.landing.file_errors import DamagedFileError, UnknownFormatError
from assets.sources.grids.grid import BOOLEAN, DATE, ERROR, FORMULA, NUMBER, TEXT, Cell, Span
from assets.sources.grids.xlsx import read_xlsx
from tests.assets.sources.workbooks import NAMESPACE, Held, Sheet, xlsx, zipped

ROWS: list[list[object]] = [
    ["地区", 2024],
    [Held(0.123, "0.0%"), Held(45293, "m-d"), Held(error="#REF!", formula="A1")],
    [Held("49843.1", raised="1"), True, Held(formula="A1*2"), Held(7, formula="A1")],
]
SHEET = "xl/worksheets/s0.xml"


def with_parts(more: dict[str, str]) -> bytes:
    """The workbook with other parts."""
    with zipfile.ZipFile(io.BytesIO(xlsx({"表1": Sheet(ROWS)}))) as parts:
        return zipped({part: parts.read(part).decode() for part in parts.namelist()} | more)


def test_every_kind_of_cell_keeps_what_it_is() -> None:
    grid = read_xlsx(xlsx({"表1": Sheet(ROWS)}), "t.xlsx")[0]
    assert grid.cells == {
        (0, 0): Cell("地区", TEXT),
        (0, 1): Cell("2024", NUMBER),
        (1, 0): Cell("0.123", NUMBER, is_percent=True),
        (1, 1): Cell("45293", DATE),
        (1, 2): Cell("#REF!", ERROR),
        (2, 0): Cell("49843.1[1]", TEXT),
        (2, 1): Cell("TRUE", BOOLEAN),
        (2, 2): Cell("=A1*2", FORMULA),
        (2, 3): Cell("7", NUMBER),
    }


def test_sheets_keep_their_order_and_what_is_hidden_or_merged() -> None:
    sheets = {"b": Sheet(ROWS, ["A1:B1"], (1,), (2,)), "a": Sheet([["x"]], is_hidden=True)}
    first, second = read_xlsx(xlsx(sheets), "t.xlsx")
    assert (first.name, first.spans) == ("b", [Span(0, 0, 0, 1)])
    assert (first.hidden_rows, first.hidden_columns) == ({1}, {2})
    assert (second.name, second.is_hidden) == ("a", True)


def test_shared_texts_leave_readings_out_and_cells_may_have_no_address() -> None:
    texts = (
        f'<sst xmlns="{NAMESPACE}"><si><t>重庆</t><rPh><t>Chongqing</t></rPh></si>'
        "<si><t>a_x000D_b</t></si></sst>"
    )
    cells = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c>'
    links = (
        '<Relationships><Relationship Id="r0" Type="a/worksheet" Target="worksheets/s0.xml"/>'
        '<Relationship Id="x" Type="a/sharedStrings" Target="texts.xml"/></Relationships>'
    )
    more = {
        "xl/texts.xml": texts,
        SHEET: f'<worksheet xmlns="{NAMESPACE}"><row>{cells}</row></worksheet>',
        "xl/_rels/workbook.xml.rels": links,
    }
    grid = read_xlsx(with_parts(more), "t.xlsx")[0]
    assert grid.cells == {(0, 0): Cell("重庆", TEXT), (0, 1): Cell("a\rb", TEXT)}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("xl/workbook.xml", "<workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships/>"),
        ("_rels/.rels", "<Relationships/>"),
        (SHEET, '<worksheet><row r="99999999999"><c><v>1</v></c></row></worksheet>'),
        (SHEET, '<worksheet><row><c t="s"><v>5</v></c></row></worksheet>'),
        (SHEET, '<worksheet><row><c r="1A"><v>5</v></c></row></worksheet>'),
    ],
)
def test_a_part_that_is_not_what_it_should_be_is_a_damaged_file(name: str, text: str) -> None:
    with pytest.raises(DamagedFileError, match=r"t.xlsx: begins like a workbook and cannot be read"):
        read_xlsx(with_parts({name: text}), "t.xlsx")


def test_a_binary_workbook_is_named() -> None:
    with pytest.raises(UnknownFormatError, match="save it as xlsx"):
        read_xlsx(with_parts({"xl/workbook.bin": ""}), "t.xlsb")
