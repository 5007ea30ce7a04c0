"""Names of regions: exact in any of their languages, never the likeliest."""

import pytest

from assets.landing.file_errors import AmbiguousRegionError, UnknownRegionError
from tests.assets.sources.inboxes import REGIONS, lines

PROVINCES = ("province",)


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("内蒙古", "150000"),
        ("内蒙古自治区", "150000"),
        ("內蒙古", "150000"),
        ("Inner Mongolia", "150000"),
        ("INNER  MONGOLIA", "150000"),
        (" 北  京 ", "110000"),
        ("北\u3000京市", "110000"),
        ("110000", "110000"),
        ("１１００００", "110000"),
        ("110000000000", "110000"),
        ("全  国", "100000"),
        ("National Total", "100000"),
        ("吉林", "220000"),
        ("西藏①", "540000"),
        ("西藏[2]", "540000"),
        ("1. 北京", "110000"),
    ],
)
def test_a_name_is_found_however_it_is_set(label: str, code: str) -> None:
    assert REGIONS.find(label, PROVINCES, {}, "t.xlsx, cell A2") == code


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("北 景", "nearest"),
        ("Beijng", "nearest: 110000 北京市"),
        ("合计", "[labels.regions]"),
        ("深圳市", "it is 440300 深圳市: add ['prefecture'] to region_levels"),
        ("999999", "no region of regions.csv"),
        ("东部地区", "ignore_rows"),
        ("11", "no region"),
        ("", "found ''"),
    ],
)
def test_anything_else_is_refused_with_the_cell_and_the_nearest(label: str, said: str) -> None:
    with pytest.raises(UnknownRegionError) as refusal:
        REGIONS.find(label, PROVINCES, {}, "t.xlsx, cell A2")
    assert str(refusal.value).startswith("t.xlsx, cell A2: found '")
    assert said in str(refusal.value)


def test_a_name_that_two_levels_share_is_refused_where_both_are_allowed() -> None:
    with pytest.raises(AmbiguousRegionError, match="220000 吉林省, 220200 吉林市"):
        REGIONS.find("吉林", ("province", "prefecture"), {}, "t.xlsx, cell A2")
    assert REGIONS.find("吉林市", ("province", "prefecture"), {}, "") == "220200"
    assert REGIONS.find("吉林", ("province", "prefecture"), {"吉林": "220200"}, "") == "220200"


def test_every_region_is_found_by_each_of_its_names_or_refused_as_ambiguous() -> None:
    for line in lines("regions"):
        for column in ("name_zh_hans", "name_zh_hant", "name_en", "region_id"):
            found = REGIONS.find(line[column], (line["level"],), {}, "")
            assert found == line["region_id"], line[column]
