"""The same table in every format and orientation gives the same figures."""

from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as some

from tests.assets.sources.inboxes import (
    EXPECTED,
    GDP,
    SERIES,
    SIDECAR,
    as_csv,
    as_html,
    as_records,
    figures_of,
    values,
    workbook,
)
from tests.assets.sources.old_workbooks import xls
from tests.assets.sources.workbooks import Sheet


@pytest.mark.parametrize(
    ("name", "body", "more"),
    [
        ("t.xlsx", workbook(GDP), ""),
        ("t.xls", xls({"表1": Sheet(GDP)}), ""),
        ("t.xls", workbook(GDP), ""),  # the name is old, the bytes are not: nothing is ambiguous
        ("t.csv", as_csv(GDP).encode("utf-8-sig"), ""),
        ("t.csv", as_csv(GDP).encode("gb18030"), 'encoding = "gb18030"\n'),
        ("t.tsv", as_csv(GDP).replace(",", "\t").encode(), 'delimiter = "tab"\n'),
        ("t.html", as_html(GDP), ""),
        ("t.xls", as_html(GDP), 'format = "html"\n'),
        ("t.json", as_records(GDP[2:]), ""),
    ],
)
def test_a_table_reads_the_same_in_every_format(tmp_path: Path, name: str, body: bytes, more: str) -> None:
    assert values(figures_of(tmp_path, name, body, SIDECAR + more + SERIES)) == EXPECTED


CODES = {"北京": "110000", "天津市": "120000", "內蒙古": "150000", "Guangdong": "440000", "全  国": "100000"}
CELLS = some.one_of(
    some.decimals(min_value=-1000, max_value=10**6, places=2, allow_nan=False).map(str),
    some.sampled_from(["", "-", "…"]),
)


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(
    table=some.dictionaries(
        some.sampled_from(sorted(CODES)),
        some.dictionaries(some.integers(1978, 2025).map(str), CELLS, min_size=1, max_size=4),
        min_size=2,
        max_size=5,
    ).filter(lambda table: any(cell[-1:].isdigit() for row in table.values() for cell in row.values())),
    title=some.booleans(),
)
def test_any_orientation_gives_back_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, table: dict[str, dict[str, str]], title: bool
) -> None:
    years = sorted({year for row in table.values() for year in row})
    wide: list[list[object]] = [["地区", *years]]
    wide += [[name, *(row.get(year, "") for year in years)] for name, row in table.items()]
    turned: list[list[object]] = [list(column) for column in zip(*wide, strict=True)]
    long: list[list[object]] = [["地区", "年份", "值"]]
    long += [[name, year, row.get(year, "")] for name, row in table.items() for year in years]
    marks = {"": "empty_string", "-": "marker", "…": "below_unit"}
    expected = {
        ("gdp_nominal", CODES[name], year): marks.get(row.get(year, ""), row.get(year, ""))
        for name, row in table.items()
        for year in years
    }
    above: list[list[object]] = [["表题"], []] if title else []
    inbox = tmp_path_factory.mktemp("inbox")
    for rows, regions, order in (
        (wide, "rows", "columns"),
        (turned, "columns", "rows"),
        (long, "rows", "rows"),
    ):
        sidecar = SIDECAR.replace('"rows"', f'"{regions}"').replace('years = "columns"', f'years = "{order}"')
        for name, body in (("t.csv", as_csv(above + rows).encode()), ("t.xlsx", workbook(above + rows))):
            assert values(figures_of(inbox, name, body, sidecar + SERIES)) == expected
