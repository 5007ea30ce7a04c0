"""The replayed NBS data service: what our client asks is answered, with figures that are in print."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assets.landing.exchange import Figure, Question, Years
from assets.landing.judging import judge
from assets.sources import nbs_data
from assets.sources.nbs_agenda import ask_agenda, read_agenda
from assets.sources.nbs_protocol import BASE, ROOTS
from orchestration.replay.figures import EmbeddedFigures
from orchestration.replay.nbs import API, nbs
from orchestration.replay.server import ReplayServer
from tests.asking import NotedPauses, client_for
from tests.orchestration.replay.nbs_service import (
    PLACE,
    all_lines,
    answer_for,
    embedded,
    facts,
    fetch,
    get,
    line,
    request_of,
    responder,
)

GDP = line("nbs_province_year", "gdp_nominal")


def data_of(path: str, **query: str) -> Any:
    return json.loads(get(f"{API}/{path}", **query).body)["data"]


def figures_of(collection: str, series_id: str, first: int, last: int) -> dict[tuple[str, str], Figure]:
    series = line(collection, series_id)
    answer = answer_for(series, first, last)
    found = nbs_data.read(answer.body, series, dict(answer.question.context), "replayed")
    return {(figure.region_code, figure.period_text): figure for figure in found}


def test_every_line_of_live_series_is_answered_read_and_passes_the_judge() -> None:
    numbers = 0
    for series in all_lines():
        answers = nbs_data.ask(series, Years(2015, 2026), fetch)
        for answer in answers:
            place = answer.question.place
            figures = nbs_data.read(answer.body, series, dict(answer.question.context), place)
            held, limits = facts().held[series.indicator_id], facts().limits[series.indicator_id]
            judge(figures, series.unit_factor, held, limits, place)
            first, last = dict(answer.question.context)["periods"].split()
            periods = {figure.period_text for figure in figures}
            assert (min(periods), max(periods)) == (first, last), place
            assert len(figures) == len(periods) * len(set(series.region_codes)), place
            numbers += sum(bool(figure.value_text) for figure in figures)
    assert numbers > 10_000


def test_printed_figures_come_as_printed() -> None:
    found = figures_of("nbs_province_year", "gdp_nominal", 2020, 2024)
    assert found["440000", "2022"].value_text == "132547.1"
    assert found["440000", "2022"].region_label == "广东省"
    assert len(found) == 31 * 5


def test_another_unit_is_converted_back_to_the_publishers() -> None:
    # held in beds, asked for in 10,000 beds
    embedded_text = embedded().cell("health_beds", "110000", "2023")
    found = figures_of("nbs_province_year", "health_beds", 2023, 2023)["110000", "2023"]
    assert embedded_text is not None
    assert float(found.value_text) * 10_000 == pytest.approx(float(embedded_text.text), rel=1e-12)


def test_an_older_edition_is_shown_where_it_has_the_cell() -> None:
    other = nbs(EmbeddedFigures(PLACE, "first_published"))
    question = answer_for(GDP, 2022, 2022).question
    found = nbs_data.read(other(request_of(question)).body, GDP, dict(question.context), "first")
    assert {figure.value_text for figure in found if figure.region_code == "440000"} == {"129118.6"}


def test_the_fourth_quarter_cumulated_is_the_year_as_first_published() -> None:
    found = figures_of("nbs_province_quarter", "gdp_nominal_year_to_date", 2022, 2022)
    assert found["440000", "2022Q4"].value_text == "129118.6"
    assert found["440000", "2022Q3"].missing_reason == "empty_string"


def test_cities_have_their_own_tree() -> None:
    found = figures_of("nbs_city_year", "gdp_nominal", 2016, 2016)
    assert found["440300", "2016"].region_label == "深圳市"
    assert len(found) == 32


def test_newest_periods() -> None:
    newest = data_of("new/queryDtByCid", cid=GDP.catalogue_code, rootId="")
    assert newest == {"dt_all": "2024YY", "dt_name": "2024年"}
    quarter = line("nbs_province_quarter", "gdp_nominal_year_to_date").catalogue_code
    assert data_of("new/queryDtByCid", cid=quarter)["dt_all"] == "202404SS"
    closed = facts().series["nbs_province_year", "cpi_housing_prev_year_100"][0]
    assert data_of("new/queryDtByCid", cid=closed.catalogue_code)["dt_all"] == "2015YY"
    assert data_of("new/queryDtByCid", cid="unknown") is None


def test_ids_are_those_of_the_pack_or_made_from_names_and_never_shared() -> None:
    listed = data_of("new/queryIndicatorsByCid", cid=GDP.catalogue_code, dt="", name="")["list"]
    assert listed[0]["_id"] == GDP.item_code
    assert listed[0]["i_showname"] == "地区生产总值 (亿元) "
    ids = [row["_id"] for row in listed]
    assert len(ids) == len(set(ids)) == 14


def test_trees_and_regions() -> None:
    (root,) = data_of("new/queryIndexTreeAsync", pid="", code="6")
    assert root["_id"] == ROOTS["nbs_province_year"][0]
    leaves = data_of("new/queryIndexTreeAsync", pid=root["_id"], code="6")
    assert GDP.catalogue_code in {leaf["_id"] for leaf in leaves}
    (regions,) = data_of("getDaCatalogTreeByIndicatorCid", indicatorCid=GDP.catalogue_code)
    assert len(data_of("getDasByDaCatalogId", daCid=regions["_id"])) == 31
    assert {"text": "北京市", "value": "110000000000"} in data_of("getAllProvince")


def test_the_agenda_opens_with_our_calendar() -> None:
    answer = ask_agenda(fetch, date(2026, 2, 1), date(2026, 2, 28))
    (release,) = read_agenda(answer.body, "agenda")
    assert release.day == date(2026, 2, 20)
    assert "统计公报" in release.title


def changed(**changes: object) -> Question:
    question = answer_for(GDP, 2023, 2024).question
    return replace(question, json_body=question.json_body | changes)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("changes", "status", "words"),
    [
        ({"dts": "2023YY-2024YY"}, 403, "UrlACL"),
        ({"dts": ["2023-2024"]}, 500, "系统异常"),
        ({"dts": ["202305SS-202401SS"]}, 500, "系统异常"),
        ({"showType": None}, 500, "系统异常"),
        ({"cid": "unknown"}, 200, '"data": []'),
        ({"indicatorIds": ["unknown"]}, 200, '"data": []'),
        ({"dts": [""]}, 200, "2025YY"),
    ],
)
def test_the_services_odd_manners(changes: dict[str, object], status: int, words: str) -> None:
    reply = responder()(request_of(changed(**changes)))
    assert reply.status == status
    assert words in reply.body.decode()


def test_a_catalogue_of_regions_makes_the_list_of_regions_ignored() -> None:
    reply = responder()(request_of(changed(das=[], daCatalogId="a10dceae75d245008bf4b9a0e6fe1d55")))
    assert len(json.loads(reply.body)["data"][0]["values"]) == 31


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (f"{API}/new/noSuchCall", "服务异常"),
        ("/dg/website/page.html", "国家数据"),
        ("/easyquery.htm", "UrlACL"),
    ],
)
def test_pages(path: str, words: str) -> None:
    assert words in get(path).body.decode()


def test_the_real_client_gets_the_same_over_the_wire() -> None:
    host = "data.stats.gov.cn"
    with ReplayServer({host: responder()}) as server:
        client = client_for(server.url, NotedPauses(), allowed_hosts=nbs_data.HOSTS)
        question = Question(
            "nbs_province_year",
            "gdp_nominal",
            "newest",
            "GET",
            f"{BASE}/new/queryDtByCid",
            (("cid", GDP.catalogue_code), ("rootId", "")),
        )
        answer = client.send(question)
        client.close()
    assert answer.body == responder()(request_of(question)).body
