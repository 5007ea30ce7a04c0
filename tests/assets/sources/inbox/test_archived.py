"""Archived answers of the old NBS site go through the same inbox."""

import json
from pathlib import Path

import pytest

from assets.landing.errors import LandingError, UnitChangedError
from assets.landing.file_errors import UnknownColumnError
from tests.assets.sources.inboxes import SIDECAR, figures_of, values

EASY = SIDECAR[: SIDECAR.index("regions")] + 'format = "easyquery"\n'
GDP = '[[series]]\nseries_id = "gdp_nominal"\nunit = "亿元"\nitem_code = "A020101"\n'


def archived(unit: str = "亿元", has_data: bool = True) -> bytes:
    """One cell as the site answered it, with its trap: a gap is the number 0."""
    data = {"data": 43760.7, "strdata": "43760.7", "hasdata": True, "dotcount": 1}
    if not has_data:
        data |= {"data": 0, "strdata": "", "hasdata": False}
    where = [{"wdcode": c, "valuecode": v} for c, v in (("zb", "A020101"), ("reg", "110000"), ("sj", "2023"))]
    nodes = [
        {"wdcode": "zb", "nodes": [{"code": "A020101", "cname": "地区生产总值", "name": "", "unit": unit}]},
        {"wdcode": "reg", "nodes": [{"code": "110000", "cname": "北京市", "name": "北京市", "unit": ""}]},
    ]
    cell = {"code": "zb.A020101_reg.110000_sj.2023", "data": data, "wds": where}
    answer = {"returncode": 200, "returndata": {"datanodes": [cell], "wdnodes": nodes}}
    return json.dumps(answer, ensure_ascii=False).encode()


@pytest.mark.parametrize(("has_data", "text"), [(True, "43760.7"), (False, "hasdata_false")])
def test_its_cells_become_figures_and_its_zeros_gaps(tmp_path: Path, has_data: bool, text: str) -> None:
    found = figures_of(tmp_path, "t.json", archived(has_data=has_data), EASY + GDP)
    assert values(found) == {("gdp_nominal", "110000", "2023"): text}


@pytest.mark.parametrize(
    ("body", "series", "error", "said"),
    [
        (
            archived("万元"),
            GDP,
            UnitChangedError,
            "A020101: found the unit '万元', the mapping says 亿元",
        ),
        (archived(), GDP.replace("A020101", "A0301"), UnknownColumnError, "no indicator A0301"),
        (b"<html>", GDP, LandingError, "t.json"),
    ],
)
def test_what_is_not_as_the_mapping_says_is_refused(
    tmp_path: Path, body: bytes, series: str, error: type[LandingError], said: str
) -> None:
    with pytest.raises(error, match=said):
        figures_of(tmp_path, "t.json", body, EASY + series)
