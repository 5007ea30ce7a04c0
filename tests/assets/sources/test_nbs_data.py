"""The dialogue with the NBS data service: what is asked, in which order, and what stops it."""

from dataclasses import replace

import pytest

from assets.landing.errors import (
    EmptyAnswerError,
    RenamedIndicatorError,
    ShapeError,
    StrayPeriodError,
    StrayRegionError,
    UnitChangedError,
    UnsuccessfulAnswerError,
)
from assets.landing.exchange import Years
from assets.sources.nbs_data import HOSTS, ask, newest_period, read
from tests.assets.sources.nbs_answers import (
    GDP,
    QUARTERS,
    body,
    catalogue,
    envelope,
    numbers,
    payload,
    row,
    service,
)

EXTERNAL = "https://data.stats.gov.cn/dg/website/publicrelease/web/external"


def test_newest_period_and_list_come_before_any_figure() -> None:
    fetch = service()
    (answer,) = ask(GDP, Years(2023, 2026), fetch)
    assert [(question.method, question.url, question.part) for question in fetch.questions] == [
        ("GET", f"{EXTERNAL}/new/queryDtByCid", "newest"),
        ("GET", f"{EXTERNAL}/new/queryIndicatorsByCid", "catalogue"),
        ("POST", f"{EXTERNAL}/stream/esData", "data"),
    ]
    assert [question.holds_figures for question in fetch.questions] == [False, False, True]
    assert {question.url.split("/")[2] for question in fetch.questions} == HOSTS
    assert fetch.questions[0].params == (
        ("cid", GDP.catalogue_code),
        ("rootId", "c4d82af16c3d4f0cb4f09d4af7d5888e"),
    )
    assert answer.question.json_body == {
        "cid": GDP.catalogue_code,
        "indicatorIds": [GDP.item_code],
        "daCatalogId": "",
        "das": [
            {"text": "北京市", "value": "110000000000"},
            {"text": "上海市", "value": "310000000000"},
            {"text": "广东省", "value": "440000000000"},
        ],
        "showType": "3",
        "dts": ["2023YY-2024YY"],
        "rootId": "c4d82af16c3d4f0cb4f09d4af7d5888e",
    }
    assert answer.question.years == Years(2023, 2024)


def test_the_question_is_the_recorded_one() -> None:
    asked = payload("nbs-new/composed/esdata_gdp_31prov_2020_2025_showtype3.json")["request"]["json"]
    regions = tuple(region["value"][:6] for region in asked["das"])
    fetch = service("2025YY")
    ask(replace(GDP, region_codes=regions), Years(2020, 2025), fetch)
    assert fetch.questions[-1].json_body == asked


def test_an_answer_is_read_with_what_its_question_recorded() -> None:
    (answer,) = ask(GDP, Years(2023, 2024), service())
    figures = read(answer.body, GDP, dict(answer.question.context), answer.question.place)
    assert numbers(figures)["440000", "2024"] == "141488.9"


def test_nothing_is_asked_beyond_the_newest_period() -> None:
    fetch = service("2022YY")
    assert ask(GDP, Years(2023, 2026), fetch) == []
    assert [question.part for question in fetch.questions] == ["newest"]


def test_a_closed_slice_is_asked_for_its_own_years_only() -> None:
    fetch = service()
    ask(replace(GDP, first_year=2016, last_year=2020), Years(2000, 2026), fetch)
    assert fetch.questions[-1].json_body["dts"] == ["2016YY-2020YY"]


def test_quarters_end_with_the_newest_and_come_at_most_36_at_a_time() -> None:
    # 2015 to 2025Q3 are 43 quarters: 36 up to the last quarter of 2023, then 7
    fetch = service("202503SS")
    answers = ask(QUARTERS, Years(2015, 2026), fetch)
    assert [answer.question.json_body["dts"] for answer in answers] == [
        ["201501SS-202304SS"],
        ["202401SS-202503SS"],
    ]
    assert [answer.question.part for answer in answers] == ["data", "data_2"]
    assert fetch.questions[-1].json_body["rootId"] == "854f819b04104191a5ae2f2cba270e6c"


@pytest.mark.parametrize(
    ("code", "period"), [("2025YY", "2025"), ("202501SS", "2025Q1"), (" 202504SS ", "2025Q4"), ("", None)]
)
def test_newest_period(code: str, period: str | None) -> None:
    assert newest_period(GDP, service(code)) == period


def test_newest_period_of_the_recorded_shape() -> None:
    assert newest_period(GDP, service(payload("nbs-new/composed/dt_latest.json")["body"])) == "2025"


def test_no_newest_period_is_no_hindrance() -> None:
    assert newest_period(GDP, service(envelope(None))) is None
    assert len(ask(GDP, Years(2023, 2024), service(envelope(None)))) == 1


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (envelope({"dt_all": "2025"}), StrayPeriodError),
        (envelope({"dt_all": "202505SS"}), StrayPeriodError),
        (envelope({"dt_all": 2025}), ShapeError),
        (envelope({"dt_name": "2025年"}), ShapeError),
        (envelope(["2025YY"]), ShapeError),
        (envelope({}) | {"success": False}, UnsuccessfulAnswerError),
    ],
)
def test_a_newest_period_nobody_can_read_is_an_error(answer: object, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"nbs_province_year/gdp_nominal \(newest\)"):
        newest_period(GDP, service(answer))


@pytest.mark.parametrize(
    ("listed", "error"),
    [
        (catalogue(row("国内生产总值 (亿元) ")), RenamedIndicatorError),
        (catalogue(row("地区生产总值 (万元) ", unit="万元")), UnitChangedError),
        (envelope({"list": [], "total": 0}), EmptyAnswerError),
    ],
)
def test_no_figure_is_asked_for_when_the_list_says_something_else(
    listed: object, error: type[Exception]
) -> None:
    fetch = service(listed=listed)
    with pytest.raises(error, match=r"\(catalogue\)"):
        ask(GDP, Years(2023, 2024), fetch)
    assert [question.part for question in fetch.questions] == ["newest", "catalogue"]


def test_an_empty_answer_is_told_from_the_wire_so_that_it_is_asked_again() -> None:
    with pytest.raises(EmptyAnswerError) as empty:
        ask(GDP, Years(2023, 2024), service(figures=envelope([])))
    assert empty.value.may_pass


def test_a_region_the_service_does_not_have_is_never_asked_for() -> None:
    fetch = service()
    with pytest.raises(StrayRegionError, match="810000"):
        ask(replace(GDP, region_codes=("110000", "810000")), Years(2023, 2024), fetch)
    assert [question.part for question in fetch.questions] == ["newest", "catalogue"]


def test_a_name_from_the_list_reaches_the_question_as_an_id_only() -> None:
    hostile = row("地区生产总值 (亿元) ", item="x'; drop table core.observations; --")
    fetch = service(listed=catalogue(hostile))
    (answer,) = ask(replace(GDP, item_code=""), Years(2023, 2024), fetch)
    assert b"drop table" not in body(answer.question.url)
    assert answer.question.json_body["indicatorIds"] == [hostile["_id"]]
