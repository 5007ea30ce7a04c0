"""Hong Kong C&SD: answers composed in the documented shape, and figures recorded from it."""

import json

import pytest

from assets.landing import errors
from assets.sources import censtatd
from tests.assets.sources.dialogues import PAYLOADS, payload
from tests.assets.sources.test_censtatd import CONTEXT, GDP, POPULATION


def test_the_composed_population_table_gives_the_year_end():
    answer = payload("censtatd-hk/composed/post_110-01001.json")["body"]
    figures = censtatd.read(json.dumps(answer).encode(), POPULATION, CONTEXT, "p")
    assert [(figure.period_text, figure.value_text) for figure in figures] == [("2025", "7508.7")]
    assert figures[0].cell_address == "dataSet[1].figure"


def test_the_composed_gdp_table_asked_for_one_variable_at_a_time():
    answer = payload("censtatd-hk/composed/post_310-31001.json")["body"]
    with pytest.raises(errors.WrongIndicatorError, match="found CURPGDP, asked for CUR"):
        censtatd.read(json.dumps(answer).encode(), GDP, CONTEXT, "p")
    answer["dataSet"] = [found for found in answer["dataSet"] if found["sv"] == "CUR"]
    (figure,) = censtatd.read(json.dumps(answer).encode(), GDP, CONTEXT, "p")
    assert (figure.period_text, figure.value_text, figure.flag) == ("2025", "3186526", "r")


def test_the_composed_refusals():
    fail = payload("censtatd-hk/composed/fail_param_missing_http200.json")["body"]
    with pytest.raises(errors.UnknownIndicatorError, match="Parameter is not defined"):
        censtatd.read(json.dumps(fail).encode(), GDP, CONTEXT, "p")
    page = (PAYLOADS / "censtatd-hk/composed/waf_403.html").read_bytes()
    with pytest.raises(errors.BlockedError):
        censtatd.read(page, GDP, CONTEXT, "p")


def test_gdp_over_mid_year_population_is_the_printed_gdp_per_head():
    """2021: HK$ 2,867,973 million / 7,413.1 thousand = HK$ 386,879, as printed beside it."""
    folder = PAYLOADS / "censtatd-hk/genuine-values"
    if not folder.is_dir():
        pytest.skip("the recorded values are not at hand")
    per_head = dict(line.split(",") for line in (folder / "gdp_per_capita_310-31001.csv").read_text().split())
    persons = dict(line.split(",") for line in (folder / "population_110-01001.csv").read_text().split())
    assert round(2867973e6 / int(persons["2021-06"])) == int(per_head["2021"])
