"""Tables in every orientation give their figures, each with the cell it stands in."""

from pathlib import Path

import pytest

from tests.assets.sources.inboxes import EXPECTED, GDP, SERIES, SIDECAR, figures_of, values, workbook
from tests.assets.sources.workbooks import Held, Sheet, xlsx

TWO = SIDECAR.replace('"columns"', '"2024"') + SERIES + 'header = "地区生产总值"\n'
TWO += '[[series]]\nseries_id = "va_primary"\nunit = "亿元"\nheader = "第一产业"\n'


def test_a_figure_knows_its_cell_its_label_its_mark_and_its_unit(tmp_path: Path) -> None:
    figures = [one.figure for one in figures_of(tmp_path, "t.xlsx", workbook(GDP))]
    assert figures[3] == ("120000", "天  津", "2024", "18024.3", "", "①", "亿元", "表1!C5")
    assert figures[5] == ("150000", "内蒙古", "2024", "", "below_unit", "", "亿元", "表1!C7")


def test_years_in_rows_and_regions_in_columns(tmp_path: Path) -> None:
    turned = [list(column) for column in zip(*(row for row in GDP[2:] if len(row) == 3), strict=True)]
    sidecar = (
        SIDECAR.replace('"rows"', '"COLUMNS"').replace('"columns"', '"rows"').replace("COLUMNS", "columns")
    )
    assert values(figures_of(tmp_path, "t.xlsx", workbook(turned), sidecar + SERIES)) == EXPECTED


def test_long_form_with_a_region_merged_over_its_years(tmp_path: Path) -> None:
    rows = [["年份", "地区", "数值"], [2023, "北京", 43760.7], ["2024", None, "４９８４３．１"]]
    sidecar = SIDECAR.replace('"columns"', '"rows"') + SERIES
    found = figures_of(tmp_path, "t.xlsx", workbook(rows, merged=["B2:B3"]), sidecar)
    assert values(found) == {key: EXPECTED[key] for key in list(EXPECTED)[:2]}
    assert found[1].figure.cell_address == "表1!C3"


def test_several_series_by_their_headings_over_two_rows(tmp_path: Path) -> None:
    rows = [
        ["地区", "地区生产总值", None, "指数"],
        [None, "(亿元)", "第一产业", "上年=100"],
        ["北京", 49843.1, 105, 105.2],
        ["#市区", 1, 2, 3],
    ]
    sidecar = TWO.replace("[[series]]", 'ignore_columns = ["D"]\nignore_rows = ["#市区"]\n[[series]]', 1)
    body = workbook(rows, merged=["A1:A2"])
    assert values(figures_of(tmp_path, "t.xlsx", body, sidecar)) == {
        ("gdp_nominal", "110000", "2024"): "49843.1",
        ("va_primary", "110000", "2024"): "105",
    }


def test_two_series_by_year_under_merged_headings(tmp_path: Path) -> None:
    rows = [
        ["地区", "地区生产总值", None, "第一产业", None],
        [None, 2023, 2024] * 1 + [2023, 2024],
        ["天津", 1, 2, 3, 4],
    ]
    sidecar = TWO.replace('years = "2024"', 'years = "columns"')
    assert values(figures_of(tmp_path, "t.xlsx", workbook(rows, merged=["B1:C1", "D1:E1"]), sidecar)) == {
        ("gdp_nominal", "120000", "2023"): "1",
        ("gdp_nominal", "120000", "2024"): "2",
        ("va_primary", "120000", "2023"): "3",
        ("va_primary", "120000", "2024"): "4",
    }


def test_series_in_rows_of_one_region(tmp_path: Path) -> None:
    rows = [["指标", "2023", "2024"], ["地区生产总值", 1, 2], ["  第一产业", 3, "-"]]
    sidecar = SIDECAR.replace('"rows"', '"440000"\nseries = "rows"') + TWO[TWO.index("[[series]]") :]
    assert values(figures_of(tmp_path, "t.xlsx", workbook(rows), sidecar)) == {
        ("gdp_nominal", "440000", "2023"): "1",
        ("gdp_nominal", "440000", "2024"): "2",
        ("va_primary", "440000", "2023"): "3",
        ("va_primary", "440000", "2024"): "marker",
    }


def test_a_sheet_for_each_series(tmp_path: Path) -> None:
    body = xlsx({"总值": Sheet(GDP[2:5]), "一产": Sheet([GDP[2], ["北京", 1, 2]]), "空": Sheet([[]])})
    sidecar = (
        SIDECAR + SERIES + 'sheet = "总值"\n' + SERIES.replace("gdp_nominal", "va_primary") + 'sheet = "一产"'
    )
    found = values(figures_of(tmp_path, "t.xlsx", body, sidecar))
    assert found[("va_primary", "110000", "2024")] == "2"
    assert found[("gdp_nominal", "120000", "2024")] == "18024.3"


def test_labels_that_need_a_word_get_it_from_the_mapping(tmp_path: Path) -> None:
    rows = [["", "2024年末"], ["合计", 140828], ["吉林", 2317]]
    labels = '[labels.regions]\n"合 计" = "100000"\n"吉林" = "220200"\n[labels.years]\n"2024年末" = "2024"\n'
    sidecar = SIDECAR + 'region_levels = ["prefecture"]\n' + labels + SERIES
    assert values(figures_of(tmp_path, "t.xlsx", workbook(rows), sidecar)) == {
        ("gdp_nominal", "100000", "2024"): "140828",
        ("gdp_nominal", "220200", "2024"): "2317",
    }


def test_a_range_cuts_out_one_of_two_tables_and_still_sees_its_unit(tmp_path: Path) -> None:
    rows = [*GDP[:5], [], *GDP[2:5]]
    sidecar = SIDECAR + 'range = "A3:C5"\n' + SERIES + 'unit_cell = "A2"\n'
    found = values(figures_of(tmp_path, "t.xlsx", workbook(rows), sidecar))
    assert found == {key: EXPECTED[key] for key in list(EXPECTED)[:4]}


def test_codes_beside_names_are_labels_too(tmp_path: Path) -> None:
    rows = [["代码", "地区", 2024], [110000, "北京", 1], ["120000", "天津", 2]]
    assert values(figures_of(tmp_path, "t.xlsx", workbook(rows))) == {
        ("gdp_nominal", "110000", "2024"): "1",
        ("gdp_nominal", "120000", "2024"): "2",
    }


@pytest.mark.parametrize(
    ("rule", "cell", "text"),
    [
        ("as_shown", Held(0.123, "0.0%"), "12.3"),
        ("as_shown", Held(1, "0.0%"), "100"),
        ("as_shown", "12.3％", "12.3"),
        ("as_held", Held(0.123, "0.0%"), "0.123"),
    ],
)
def test_percentages_count_as_the_mapping_says(tmp_path: Path, rule: str, cell: object, text: str) -> None:
    # 0.123 shown with 0.0% is printed as 12.3: two places, no rounding
    sidecar = SIDECAR + f'percent_cells = "{rule}"\n[[series]]\nseries_id = "urban_share"\nunit = "%"\n'
    body = workbook([["地区", 2024], ["北京", cell]])
    assert values(figures_of(tmp_path, "t.xlsx", body, sidecar)) == {("urban_share", "110000", "2024"): text}


@pytest.mark.parametrize(("rule", "left"), [("read", {"110000", "120000"}), ("skip", {"110000"})])
def test_hidden_rows_are_read_or_skipped_as_the_mapping_says(
    tmp_path: Path, rule: str, left: set[str]
) -> None:
    body = workbook(GDP[2:5], hidden_rows=(2,))
    found = figures_of(tmp_path, "t.xlsx", body, SIDECAR + f'hidden = "{rule}"\n' + SERIES)
    assert {one.figure.region_code for one in found} == left
