"""Manners of Hong Kong, Macao, the World Bank and CFETS that a client has to cope with, replayed."""

import json

import pytest

from assets.landing import errors
from assets.landing.exchange import Question
from assets.sources import censtatd, dsec, world_bank
from assets.sources import cfets as central_parity
from tests.orchestration.replay.bay import SERIES, ask, publishers, request_of


def parity_question(**changed: str) -> Question:
    form = {"startDate": "2024-01-01", "endDate": "2024-06-30", "currency": "USD/CNY"}
    form |= {"pageNum": "1", "pageSize": "50"} | changed
    return Question("c", "s", "data", "POST", central_parity.ADDRESS, form=tuple(form.items()))


def test_the_manners_of_the_parity_publisher():
    parity = SERIES["central_parity_day", "cny_per_usd_parity"]
    context = {"first_day": "2024-01-01", "last_day": "2024-12-31"}
    too_long = ask(parity_question(endDate="2024-12-31"))
    with pytest.raises(errors.UnsuccessfulAnswerError, match="只提供一年"):
        central_parity.read(too_long, parity, context, "p")
    both = ask(parity_question(currency="HKD/CNY,USD/CNY"))
    with pytest.raises(errors.WrongIndicatorError, match="2 values for the one pair"):
        central_parity.read(both, parity, context, "p")
    assert b"403 Forbidden" in ask(parity_question(pageSize="51"))


def hong_kong_question(query: object, method: str = "POST") -> Question:
    return Question("c", "s", "data", method, censtatd.ADDRESS, form=(("query", json.dumps(query)),))


def test_the_manners_of_the_department():
    gdp = {"id": "310-31001", "lang": "en", "sv": {"CUR": ["Raw_M_hkd_d"]}, "cv": {}}
    window = json.loads(ask(hong_kong_question(gdp)))["dataSet"]
    assert {row["period"][:4] for row in window} == {"2020", "2021", "2022", "2023", "2024"}
    for query, said in (
        (gdp | {"id": "scode80"}, "Table ID (scode80) is not defined"),
        (gdp | {"sv": {"NO": ["Raw_M_hkd_d"]}}, "sv (NO) is not defined"),
        ({}, "Parameter is not defined"),
    ):
        status = json.loads(ask(hong_kong_question(query)))["header"]["status"]
        assert (status["name"], status["message"]) == ("Fail", [said])
    assert b"Azure-Application-Gateway" in ask(hong_kong_question(gdp, "GET"))


def test_the_manners_of_the_service():
    body = {
        "indicator_ids": ["1110"],
        "types": [],
        "dataPeriods": ["Yearly"],
        "fromYear": 2020,
        "toYear": 2021,
    }
    question = Question("c", "s", "data", "POST", dsec.VALUES, json_body=body)
    assert json.loads(ask(question))["Status"] == "ERROR"
    assert publishers()["www.dsec.gov.mo"](request_of(question)).status == 201


def test_the_manners_of_the_world_bank():
    address = world_bank.ADDRESS.format(countries="HKG", indicator="NY.NO.SUCH")
    for params, start in (((("format", "json"),), b"[{"), ((), b"\xef\xbb\xbf<?xml")):
        body = ask(Question("c", "s", "data", "GET", address, params=params))
        assert body.startswith(start)
        series = SERIES["world_bank_year", "gdp_nominal_hkd"]
        with pytest.raises(errors.UnknownIndicatorError, match="120"):
            world_bank.read(body, series, {"page": "1", "first_year": "2020", "last_year": "2024"}, "p")
