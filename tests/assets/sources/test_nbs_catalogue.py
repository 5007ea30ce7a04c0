"""The indicator of a catalogue is found by id or name, and never taken for another one."""

from dataclasses import replace

import pytest

from assets.landing.errors import (
    RenamedIndicatorError,
    ShapeError,
    UnitChangedError,
    UnknownIndicatorError,
    WrongIndicatorError,
)
from assets.landing.exchange import LiveSeries
from assets.sources.nbs_catalogue import find_item
from tests.assets.sources.nbs_answers import GDP, body, catalogue, payload, row

UNNAMED = replace(GDP, item_code="")
CPI = replace(
    UNNAMED, printed_names=("居民消费价格指数(上年=100)", "居民消费价格指数"), unit_printed="上年=100"
)


def found(series: LiveSeries, *rows: dict[str, object]) -> str:
    return find_item(body(catalogue(*rows)), series, "list")


def test_the_recorded_list_has_both_indicators() -> None:
    listed = body(payload("nbs-new/composed/indicators_gdp_cid.json")["body"])
    per_head = replace(UNNAMED, printed_names=("人均地区生产总值",), unit_printed="元/人")
    assert find_item(listed, GDP, "list") == GDP.item_code
    assert find_item(listed, UNNAMED, "list") == GDP.item_code
    assert find_item(listed, per_head, "list") == "779b419f7be14d8f823e5e61810a4909"


@pytest.mark.parametrize(
    "name",
    ["地区生产总值", "地区生产总值 (亿元) ", "地区生产总值（亿元）", " 地 区生产总值(亿元)"],
)
def test_blanks_and_brackets_make_no_difference(name: str) -> None:
    assert found(GDP, row(name)) == GDP.item_code
    assert found(UNNAMED, row(name)) == GDP.item_code


def test_an_id_that_is_gone_is_named_with_what_there_is() -> None:
    with pytest.raises(UnknownIndicatorError) as gone:
        found(GDP, row("地区生产总值 (亿元) ", item="new-id"), row("工业增加值 (亿元) ", item="other-id"))
    assert "0 rows with id aff57de5ee994283974705914fbed246" in str(gone.value)
    assert "'地区生产总值 (亿元)' new-id; '工业增加值 (亿元)' other-id" in str(gone.value)
    assert "item_code of live_series.csv" in str(gone.value)


def test_a_known_id_under_another_name_is_refused() -> None:
    with pytest.raises(RenamedIndicatorError, match=r"named '国内生产总值 .亿元.', expected '地区生产总值'"):
        found(GDP, row("国内生产总值 (亿元) "))


@pytest.mark.parametrize("series", [GDP, UNNAMED])
@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("地区生产总值 (万元) ", "万元"),
        ("地区生产总值 (万元) ", "亿元"),
        ("地区生产总值 (亿元) ", "万元"),
        ("地区生产总值", ""),
    ],
)
def test_another_unit_is_refused_wherever_it_is_printed(series: LiveSeries, name: str, unit: str) -> None:
    with pytest.raises(UnitChangedError, match=r"unit_factor in series.csv"):
        found(series, row(name, unit=unit))


def test_two_units_of_one_name_are_told_apart() -> None:
    trade = replace(UNNAMED, printed_names=("货物进出口总额",), unit_printed="千美元")
    rows = [
        row("货物进出口总额 (万元) ", item="yuan", unit="万元"),
        row("货物进出口总额 (千美元) ", item="dollars", unit="千美元"),
    ]
    assert found(trade, *rows) == "dollars"


def test_the_same_period_a_year_earlier_is_not_meant() -> None:
    rows = [row("地区生产总值 (亿元) "), row("地区生产总值 (亿元) ", item="last-year", dp="3")]
    assert found(UNNAMED, *rows) == GDP.item_code


def test_two_candidates_are_both_named() -> None:
    with pytest.raises(UnknownIndicatorError, match=r"2 rows named .*'地区生产总值' one; '地区生产总值' two"):
        found(UNNAMED, row("地区生产总值", item="one"), row("地区生产总值", item="two"))


def test_no_candidate_lists_the_first_dozen() -> None:
    rows = [row(f"指标{number}", item=str(number)) for number in range(15)]
    with pytest.raises(UnknownIndicatorError, match=r"no rows named .*'指标11' 11 and 3 more"):
        found(UNNAMED, *rows)


def test_a_part_of_a_name_is_no_name() -> None:
    with pytest.raises(UnknownIndicatorError):
        found(UNNAMED, row("人均地区生产总值 (亿元) "), row("地区生产总值指数 (亿元) ", item="index"))


@pytest.mark.parametrize("unit", ["%", "上年=100", ""])
def test_an_index_states_its_base_in_its_name(unit: str) -> None:
    assert found(CPI, row("居民消费价格指数 (上年=100) ", unit=unit)) == GDP.item_code


@pytest.mark.parametrize(("name", "unit"), [("居民消费价格指数", "%"), ("居民消费价格指数 (上月=100) ", "%")])
def test_an_index_of_another_base_or_of_none_is_refused(name: str, unit: str) -> None:
    with pytest.raises(UnitChangedError):
        found(CPI, row(name, unit=unit))


def test_the_list_of_another_catalogue_is_not_searched_by_name() -> None:
    with pytest.raises(WrongIndicatorError, match="catalogue somewhere-else"):
        found(UNNAMED, row("地区生产总值", catalogid="somewhere-else"))


@pytest.mark.parametrize("broken", [{"_id": None}, {"i_showname": 5}, {"du_name": ["亿元"]}])
def test_a_row_of_another_shape_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises(ShapeError):
        found(UNNAMED, row("地区生产总值 (亿元) ") | broken)
