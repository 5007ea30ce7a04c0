"""CFETS: half-years and pages, values without labels, days without trade, refusals."""

import json
from dataclasses import replace

import pytest

from assets.landing import errors
from assets.landing.exchange import LiveSeries, Years
from assets.sources import cfets
from tests.assets.sources.dialogues import Publisher, payload

USD = LiveSeries(
    "central_parity_day",
    "cny_per_usd_parity",
    "cny_per_usd_parity",
    "cfets",
    "USD/CNY",
    "",
    (),
    "CNY per USD",
    1,
    "",
    ("100000",),
    2016,
)
MOP = replace(USD, catalogue_code="CNY/MOP", unit_printed="MOP per CNY")
CONTEXT = {"first_day": "2026-07-01", "last_day": "2026-12-31"}


def day(date: str, *values: object) -> dict[str, object]:
    return {"date": date, "values": list(values)}


def body(*records: object, pages: object = 1, pairs: tuple[str, ...] = ("USD/CNY",), **data: object) -> bytes:
    said = {"total": len(records), "pageTotal": pages, "searchlist": pairs} | data
    head = {"rep_code": "200", "rep_message": ""}
    return json.dumps({"head": head, "data": said, "records": records}).encode()


def read(*records: object, series: LiveSeries = USD, **data: object) -> list[tuple[str, str, str]]:
    figures = cfets.read(body(*records, **data), series, CONTEXT, "p")
    return [(figure.period_text, figure.value_text, figure.missing_reason) for figure in figures]


H1, H2 = body(day("2025-03-03", "7.1745")), body(day("2025-09-01", "7.1072"))


def test_half_years_are_asked_for_one_pair_at_a_time():
    publisher = Publisher(H1, H2)
    answers = cfets.ask(USD, Years(2025, 2025), publisher)
    assert len(answers) == 2
    assert [asked.part for asked in publisher.asked] == ["data_2025_h1_1", "data_2025_h2_1"]
    assert publisher.asked[0].form == (
        ("startDate", "2025-01-01"),
        ("endDate", "2025-06-30"),
        ("currency", "USD/CNY"),
        ("pageNum", "1"),
        ("pageSize", "50"),
    )
    assert dict(publisher.asked[1].context) == {"first_day": "2025-07-01", "last_day": "2025-12-31"}


def test_every_page_of_a_half_year_is_asked_for():
    publisher = Publisher(
        body(day("2025-06-30", "7.1586"), pages="2"), body(day("2025-03-03", "7.17"), pages=2), H2
    )
    assert len(cfets.ask(USD, Years(2025, 2025), publisher)) == 3
    assert [dict(asked.form)["pageNum"] for asked in publisher.asked] == ["1", "2", "1"]


def test_a_page_that_came_empty_is_not_passed_over():
    with pytest.raises(errors.EmptyAnswerError, match="nothing on page 2 of 2"):
        cfets.ask(USD, Years(2025, 2025), Publisher(body(day("2025-06-30", "7.1586"), pages=2), body()))


def test_the_half_year_to_come_may_be_empty():
    (answer,) = cfets.ask(USD, Years(2025, 2025), Publisher(H1, body(pages=0)))
    assert answer.question.part == "data_2025_h1_1"


def test_a_past_half_year_may_not_be_empty():
    with pytest.raises(errors.EmptyAnswerError, match="no day between 2024-01-01 and 2024-06-30"):
        cfets.ask(USD, Years(2024, 2025), Publisher(body()))
    with pytest.raises(errors.EmptyAnswerError, match="none in 2025_h1, some after it"):
        cfets.ask(USD, Years(2025, 2025), Publisher(body(), H2))
    with pytest.raises(errors.EmptyAnswerError, match="no figure in 2025 to 2025"):
        cfets.ask(USD, Years(2025, 2025), Publisher(body(), body()))


def test_figures_by_day_in_the_direction_of_the_pair():
    figure = cfets.read(body(day("2026-07-01", "6.8067")), USD, CONTEXT, "p")[0]
    assert tuple(figure) == (
        "100000",
        "USD/CNY",
        "2026-07-01",
        "6.8067",
        "",
        "",
        "CNY per USD",
        "records[0].values[0]",
    )
    patacas = cfets.read(body(day("2026-07-01", "1.1868"), pairs=("CNY/MOP",)), MOP, CONTEXT, "p")[0]
    assert (patacas.region_code, patacas.unit_printed) == ("820000", "MOP per CNY")


def test_a_day_without_a_rate_is_a_gap():
    found = read(day("2026-07-01", "---"), day("2026-07-02", ""), day("2026-07-03", None))
    assert found == [
        ("2026-07-01", "", "marker"),
        ("2026-07-02", "", "empty_string"),
        ("2026-07-03", "", "null"),
    ]


@pytest.mark.parametrize(
    ("records", "error", "words"),
    [
        ([day("2026-07-01", "6.8067", "0.8672")], errors.WrongIndicatorError, "2 values for the one pair"),
        ([day("2026-07-01")], errors.WrongIndicatorError, "0 values"),
        ([day("2026-07-01", "1"), day("2026-07-01", "1")], errors.RepeatedRegionError, "a second time"),
        ([day("2026-06-30", "6.8")], errors.StrayPeriodError, "asked for 2026-07-01 to 2026-12-31"),
        ([day("2026-07-32", "6.8")], errors.StrayPeriodError, "'2026-07-32'"),
        ([day("20260701", "6.8")], errors.StrayPeriodError, "'20260701'"),
        ([day("2026-07-01", "0")], errors.ImplausibleValueError, "found 0; a rate is above zero"),
        ([day("2026-07-01", "-6.8")], errors.ImplausibleValueError, "found -6.8"),
        ([day("2026-07-01", "6,8")], errors.PrintedNumberError, "6,8"),
        ([{"date": "2026-07-01"}], errors.ShapeError, "values: not there"),
        (["2026-07-01"], errors.ShapeError, "date: not there"),
    ],
)
def test_what_cannot_be_trusted_is_an_error_by_name(records, error, words: str):
    with pytest.raises(error) as refusal:
        read(*records)
    assert words in str(refusal.value)


def test_a_pair_left_out_without_a_word_is_noticed():
    with pytest.raises(errors.WrongIndicatorError, match=r"found \['EUR/CNY'\], asked for USD/CNY"):
        read(day("2026-07-01", "7.8"), pairs=("EUR/CNY",))


def test_a_refused_span_is_no_empty_year():
    with pytest.raises(errors.UnsuccessfulAnswerError, match="只提供一年"):
        read(flagMessage="只提供一年历史数据查询及下载")


def test_an_error_code_is_an_error():
    with pytest.raises(errors.UnsuccessfulAnswerError, match="answers 500"):
        cfets.read(body(day("2026-07-01", "6.8")).replace(b'"200"', b'"500"'), USD, CONTEXT, "p")


@pytest.mark.parametrize("pages", [5, "x", -1])
def test_a_senseless_number_of_pages_is_refused(pages: object):
    with pytest.raises(errors.ShapeError, match="pages, a half-year has 1 to 4"):
        cfets.ask(USD, Years(2025, 2025), Publisher(body(day("2025-03-03", "7.1745"), pages=pages)))


def test_the_unit_follows_from_the_pair():
    with pytest.raises(
        errors.UnitChangedError, match=r"CNY/MOP is MOP per CNY, series\.csv converts from 'CNY"
    ):
        cfets.ask(replace(MOP, unit_printed="CNY per MOP"), Years(2025, 2025), Publisher())


def test_a_pair_without_a_region_of_ours_is_not_asked_for():
    with pytest.raises(errors.UnknownIndicatorError, match="100JPY/CNY"):
        cfets.ask(replace(USD, catalogue_code="100JPY/CNY"), Years(2025, 2025), Publisher())


def test_there_is_something_new_each_day():
    assert cfets.newest_period(USD, Publisher()) is None


def test_the_composed_answer():
    answer = json.dumps(payload("pboc-cfets/composed/ccprhisnew_usdcny.json")["body"]).encode()
    assert [tuple(figure[2:4]) for figure in cfets.read(answer, USD, CONTEXT, "p")] == [
        ("2026-07-01", "6.8067")
    ]
