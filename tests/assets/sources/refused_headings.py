"""Headings, units and columns that are not what the mapping says, or not clear.

Each line: error, file name, bytes, sidecar ("" for the usual one), words of the message.
"""

from tests.assets.sources.inboxes import GDP, PRIMARY, SERIES, SIDECAR, UNIT, headed, workbook
from tests.assets.sources.old_workbooks import xls
from tests.assets.sources.workbooks import Sheet


def gdp(*replaced: tuple[int, list[object]]) -> bytes:
    """The table of gross regional product with other rows."""
    rows = list(GDP)
    for row, cells in replaced:
        rows[row] = cells
    return workbook(rows)


SHOWN: list[tuple[str, str, bytes, str, list[str]]] = [
    ("HeaderRowError", "t.xlsx", headed("增速", "比重"), "", ["no years found above", "row 2", "header_row"]),
    (
        "HeaderRowError",
        "t.xlsx",
        workbook([["", 2023, 2024], ["", 2022, 2023], ["北京", 1, 2]]),
        "",
        ["rows 1 and 2 both could be the years"],
    ),
    (
        "AmbiguousColumnError",
        "t.xlsx",
        workbook([["年", "年", "值"], [2023, 2024, 1], [2024, 2025, 2]]),
        SIDECAR.replace('"rows"', '"110000"').replace('"columns"', '"rows"') + SERIES,
        ["columns A and B both hold years", "year_column"],
    ),
    (
        "MergedHeaderError",
        "t.xlsx",
        workbook([["地区", "生产总值", None], ["北京", 1, 2]], merged=["B1:C1"]),
        PRIMARY,
        ["cell B1", "merged over columns B and C", 'column = "C"'],
    ),
    (
        "MergedHeaderError",
        "t.xls",
        xls({"表1": Sheet([["地区", 2024, None], ["北京", 1, 2]], merged=["B1:C1"])}),
        "",
        ["cell B1: '2024' is merged"],
    ),
    ("UnknownColumnError", "t.xlsx", headed(2024, "增速"), "", ["cell C1: found '增速'", "ignore_columns"]),
    (
        "UnknownColumnError",
        "t.xlsx",
        headed("生产总值", "人口"),
        PRIMARY,
        ["column C", "'人口'", "[[series]]"],
    ),
    ("UnknownColumnError", "t.xlsx", headed("总人口"), PRIMARY, ["'总人口'", "no series of the mapping"]),
    (
        "UnknownColumnError",
        "t.xlsx",
        workbook([["地区", "生产总值"], ["", "比上年增长"], ["北京", 5.2]]),
        PRIMARY,
        ["'生产总值 / 比上年增长'"],
    ),
    (
        "UnknownColumnError",
        "t.xlsx",
        headed(2024),
        SIDECAR + 'region_column = "省份"' + SERIES,
        ["'省份', found nowhere"],
    ),
    ("RepeatedColumnError", "t.xlsx", headed("生产总值", "生产总值"), PRIMARY, ["columns B and C both fit"]),
    (
        "MovedUnitRowError",
        "t.xlsx",
        gdp((1, [])),
        SIDECAR + UNIT,
        ["cell A2", "found nothing there"],
    ),
    (
        "UnitChangedError",
        "t.xlsx",
        gdp((1, ["单位：万元"])),
        SIDECAR + UNIT,
        ["cell A2", "'单位：万元'", "亿元"],
    ),
    ("UnitChangedError", "t.xlsx", gdp((1, ["", "单位: 万元"])), SIDECAR + UNIT, ["cell B2", "万元"]),
    ("UnitChangedError", "t.xlsx", gdp((1, ["单位：万元"])), "", ["cell A2"]),
    (
        "UnitChangedError",
        "t.xlsx",
        headed("生产总值（万元）"),
        PRIMARY,
        ["cell B1", "gdp_nominal is in 亿元"],
    ),
    (
        "YearUnreadableError",
        "t.xlsx",
        headed(2023, "2024/25"),
        "",
        ["cell C1: found '2024/25'", "[labels.years]"],
    ),
    ("YearUnreadableError", "t.xlsx", headed(2023, "'24"), "", ["cell C1"]),
    ("RepeatedYearError", "t.xlsx", headed(2024, "2024年"), "", ["cell C1", "first in B1"]),
]
