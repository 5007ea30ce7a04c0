"""World Bank: answers recorded from it, and composed ones of the documented shape."""

import json
from dataclasses import replace

import pytest

from assets.landing import errors
from assets.landing.exchange import Years
from assets.sources import world_bank
from tests.assets.sources.dialogues import PAYLOADS, Publisher, payload
from tests.assets.sources.test_world_bank import CONTEXT, GDP


def test_recorded_and_composed_errors():
    invalid = json.dumps(payload("worldbank/genuine/error_invalid_value_http200.json")["body"]).encode()
    empty = json.dumps(payload("worldbank/composed/empty_null_rows.json")["body"]).encode()
    xml = (PAYLOADS / "worldbank/composed/error_xml_despite_format_json.xml").read_bytes()
    for answer, error in (
        (invalid, errors.UnknownIndicatorError),
        (xml, errors.UnknownIndicatorError),
        (empty, errors.EmptyAnswerError),
    ):
        with pytest.raises(error):
            world_bank.read(answer, GDP, CONTEXT, "p")


def test_the_two_composed_pages():
    name = "worldbank/composed/ny_gdp_mktp_cn_hkg_mac_page{}of2.json"
    pages = [json.dumps(payload(name.format(number))["body"]).encode() for number in (1, 2)]
    answers = world_bank.ask(GDP, Years(2021, 2024), Publisher(*pages))
    figures = [
        figure
        for answer in answers
        for figure in world_bank.read(answer.body, GDP, dict(answer.question.context), "p")
    ]
    held = {(figure.region_code, figure.period_text): figure.value_text for figure in figures}
    assert held["810000", "2021"] == "2867973000000" and held["820000", "2021"] == ""
    assert len(figures) == 8


def test_the_recorded_answer_for_another_country_is_stray():
    answer = json.dumps(payload("worldbank/genuine/sp_pop_totl_usa_2rows.json")["body"]).encode()
    population = replace(GDP, item_code="SP.POP.TOTL", printed_names=("Population, total",))
    with pytest.raises(errors.StrayRegionError, match="USA"):
        world_bank.read(answer, population, CONTEXT, "p")
