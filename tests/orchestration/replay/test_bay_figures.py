"""Figures of Hong Kong, Macao, the World Bank and CFETS replayed: landed, they are those embedded."""

import json

import pytest

from assets.landing.exchange import Answer, BodyCheck, Question, Years
from assets.sources import censtatd, world_bank
from orchestration.replay.server import ReplayServer
from tests.asking import NotedPauses, client_for
from tests.orchestration.replay.bay import MODULES, SERIES, embedded, land, publishers, replay


def test_every_series_of_these_publishers_has_its_line():
    assert {key[0] for key in SERIES} == set(MODULES)
    assert all(series.region_codes for series in SERIES.values())


@pytest.mark.parametrize("key", sorted(SERIES), ids="/".join)
def test_figures_come_through_in_our_units(key: tuple[str, str]):
    """What is landed times the factor of series.csv is the embedded figure, to the last printed digit."""
    series = SERIES[key]
    found = land(series, Years(2019, 2024))
    assert {figure.region_code for figure in found} == set(series.region_codes)
    for figure in found:
        held = embedded().cell(series.indicator_id, figure.region_code, figure.period_text, series.currency)
        if held is not None:
            value = float(figure.value_text) * series.unit_factor
            assert value == pytest.approx(float(held.text) * float(held.unit_factor), rel=1e-12)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        # 28,679.73 in 100 million HK$, 740.15 in 10 thousand persons
        (("hk_year", "gdp_nominal"), "2867973"),
        (("hk_year", "gdp_per_capita"), "386879"),
        (("hk_year", "population_resident"), "7401.5"),
        # (742.67 + 740.15) / 2 = 741.41 in 10 thousand persons
        (("hk_year", "population_mid_year"), "7414.1"),
        (("macao_year", "gdp_nominal"), "247926"),
        (("macao_year", "gdp_per_capita"), "362915"),
        (("macao_year", "population_resident"), "683200"),
        (("world_bank_year", "gdp_nominal_hkd"), "2867973000000"),
        (("world_bank_year", "cny_per_usd"), "6.4508"),
        # 7.7727 x 1.03
        (("world_bank_year", "mop_per_usd"), "8.005881"),
    ],
)
def test_figures_of_2021_as_the_publishers_would_print_them(key, expected: str):
    found = {figure.period_text: figure.value_text for figure in land(SERIES[key], Years(2021, 2021))}
    assert found == {"2021": expected}


def test_years_to_come_are_gaps_and_no_zeros():
    found = land(SERIES["world_bank_year", "cny_per_usd"], Years(2024, 2026))
    assert [(figure.period_text, figure.value_text, figure.missing_reason) for figure in found] == [
        ("2026", "", "null"),
        ("2025", "", "null"),
        ("2024", "7.1957", ""),
    ]


def test_quarters_are_mixed_in_and_left_aside():
    (answer,) = censtatd.ask(SERIES["hk_year", "gdp_nominal"], Years(2024, 2024), replay)
    assert [row["freq"] for row in json.loads(answer.body)["dataSet"]] == ["Y", "Q", "Q", "Q", "Q"]


def test_revised_years_are_marked():
    found = land(SERIES["hk_year", "gdp_nominal"], Years(2021, 2024))
    assert {figure.period_text: figure.flag for figure in found} == {
        "2021": "",
        "2022": "r",
        "2023": "r",
        "2024": "",
    }


def test_the_newest_year_of_the_world_bank():
    series = SERIES["world_bank_year", "population_mid_year"]
    assert world_bank.newest_period(series, replay) == "2024"


def test_parities_repeat_the_average_of_their_year_on_weekdays():
    """2024 has 262 weekdays; all carry 7.1957, so their mean is the average again."""
    found = land(SERIES["central_parity_day", "cny_per_usd_parity"], Years(2024, 2024))
    assert len(found) == 262 and {figure.value_text for figure in found} == {"7.1957"}
    assert len({figure.period_text for figure in found}) == 262


def test_parities_end_yesterday():
    found = land(SERIES["central_parity_day", "mop_per_cny_parity"], Years(2025, 2025))
    assert max(figure.period_text for figure in found) == "2025-03-04"
    # 1 / 0.895312
    assert {figure.value_text for figure in found} == {"1.11693"}


@pytest.mark.parametrize(
    "key", [("hk_year", "gdp_nominal"), ("world_bank_year", "population_mid_year")], ids="/".join
)
def test_the_real_client_asks_the_replayed_publishers(key):
    hosts = frozenset().union(*(module.HOSTS for module in MODULES.values()))
    with ReplayServer(publishers()) as server:
        client = client_for(server.url, NotedPauses(), allowed_hosts=hosts, read_timeout=5, total_timeout=10)

        def fetch(question: Question, check: BodyCheck | None = None) -> Answer:
            answer = client.send(question)
            client.refuse_status(answer)
            if check is not None:
                check(answer.body)
            return answer

        assert all(figure.value_text for figure in land(SERIES[key], Years(2023, 2024), fetch))
