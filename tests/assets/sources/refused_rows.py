"""Rows and cells that are no figures of a region and a year.

Each line: error, file name, bytes, sidecar ("" for the usual one), words of the message.
"""

from tests.assets.sources.inboxes import SERIES, SIDECAR, TABLE, workbook
from tests.assets.sources.old_workbooks import xls
from tests.assets.sources.workbooks import Held, Sheet


def with_cell(cell: object) -> bytes:
    """The small table with another figure for Tianjin 2024, in C3."""
    return workbook([*TABLE[:2], ["天津", 3, cell]])


SHOWN: list[tuple[str, str, bytes, str, list[str]]] = [
    (
        "MergedFigureError",
        "t.xlsx",
        workbook(TABLE, merged=["C2:C3"]),
        "",
        ["cell C2 (北京, 2024)", "unmerge"],
    ),
    (
        "TwoTablesError",
        "t.xlsx",
        workbook([*TABLE, [], ["地区", 2021, 2022], ["河北", 1, 2]]),
        "",
        ["cell A5", "range"],
    ),
    ("TwoTablesError", "t.xlsx", workbook([*TABLE, ["续表 3-9"], ["河北", 1, 2]]), "", ["cell A4"]),
    (
        "TwoTablesError",
        "t.xlsx",
        workbook([["", 2024, "", 2024], ["北京", 1, "河北", 2], ["天津", 1, "山西", 2]]),
        "",
        ["columns A and C", "differ in C2 ('河北')"],
    ),
    (
        "YearUnreadableError",
        "t.xlsx",
        workbook([["地区", "年", "值"], ["北京", 2023, 1], ["北京", "2024上半年", 2]]),
        SIDECAR.replace('"columns"', '"rows"') + SERIES,
        ["cell B3: found '2024上半年'"],
    ),
    ("RepeatedRegionError", "t.xlsx", workbook([*TABLE, ["北京市", 1, 2]]), "", ["cell B4", "first at B2"]),
    (
        "UnknownRegionError",
        "t.xlsx",
        workbook([*TABLE, ["广乐", 1, 2]]),
        "",
        ["cell A4: found '广乐'", "ignore_rows"],
    ),
    ("UnknownRegionError", "t.xlsx", workbook([*TABLE, ["合计", 1, 2]]), "", ["cell A4", "[labels.regions]"]),
    ("UnknownRegionError", "t.xlsx", workbook([*TABLE, ["", 1, 2]]), "", ["cell A4: found ''"]),
    ("UnknownRegionError", "t.xlsx", workbook([*TABLE, ["深圳", 1, 2]]), "", ["440300", "region_levels"]),
    (
        "AmbiguousRegionError",
        "t.xlsx",
        workbook([*TABLE, ["吉林", 1, 2]]),
        SIDECAR + 'region_levels = ["province", "prefecture"]' + SERIES,
        ["cell A4", "220000 吉林省, 220200 吉林市", "[labels.regions]"],
    ),
    (
        "OfWhichRowError",
        "t.xlsx",
        workbook([*TABLE, ["# 市区", 1, 2]]),
        "",
        ["cell A4: found '# 市区'", "ignore_rows"],
    ),
    ("OfWhichRowError", "t.xlsx", workbook([*TABLE, ["其中：深圳", 1, 2]]), "", ["cell A4"]),
    (
        "DateCellError",
        "t.xlsx",
        with_cell(Held(45293, "m-d")),
        "",
        ["cell C3 (天津, 2024): found date", "as printed"],
    ),
    (
        "DateCellError",
        "t.xls",
        xls({"表1": Sheet([*TABLE[:2], ["天津", 3, Held(45293, "m-d")]])}),
        "",
        ["cell C3"],
    ),
    ("ErrorCellError", "t.xlsx", with_cell(Held(error="#REF!", formula="A1")), "", ["cell C3", "'#REF!'"]),
    (
        "ErrorCellError",
        "t.xls",
        xls({"表1": Sheet([*TABLE[:2], ["天津", 3, Held(error="#REF!")]])}),
        "",
        ["'#REF!'"],
    ),
    (
        "FormulaWithoutValueError",
        "t.xlsx",
        with_cell(Held(formula="B3*2")),
        "",
        ["cell C3", "'=B3*2'", "calculate"],
    ),
    (
        "PercentCellError",
        "t.xlsx",
        with_cell(Held(0.123, "0.0%")),
        "",
        ["cell C3", '"as_shown"', '"as_held"'],
    ),
    (
        "PercentCellError",
        "t.xls",
        xls({"表1": Sheet([*TABLE[:2], ["天津", 3, Held(0.1, "0.0%")]])}),
        "",
        ["cell C3"],
    ),
    ("PercentCellError", "t.xlsx", with_cell("12.3%"), "", ["cell C3"]),
    ("PrintedNumberError", "t.xlsx", with_cell("约2万"), "", ["cell C3", "约2万"]),
    ("PrintedNumberError", "t.xlsx", with_cell(True), "", ["cell C3", "TRUE"]),
    ("NotFiniteError", "t.xlsx", with_cell("NaN"), "", ["cell C3"]),
    # rows that were nearly lost in silence: above the first known region, and run into their figures
    (
        "UnknownRegionError",
        "t.xlsx",
        workbook([TABLE[0], ["北景", 1, 2], TABLE[2]]),
        "",
        ["cell A2: found '北景'"],
    ),
    (
        "UnknownRegionError",
        "t.xlsx",
        workbook([TABLE[0], ["甲", 1, 2], *TABLE[1:]]),
        "",
        ["cell A2: found '甲'"],
    ),
    ("UnknownRegionError", "t.xlsx", workbook([*TABLE, ["河北024.3①"]]), "", ["cell A4: found '河北024.3①'"]),
]
