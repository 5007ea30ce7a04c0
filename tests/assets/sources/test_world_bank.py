"""World Bank: pages of one edition, errors with status 200, XML, byte order marks, null rows."""

import json
from dataclasses import replace

import pytest

from assets.landing import errors
from assets.landing.exchange import LiveSeries, Years
from assets.sources import world_bank
from tests.assets.sources.dialogues import Publisher

GDP = LiveSeries(
    "world_bank_year",
    "gdp_nominal_hkd",
    "gdp_nominal",
    "world_bank",
    "HKG;MAC",
    "NY.GDP.MKTP.CN",
    ("GDP (current LCU)",),
    "HKD",
    1e-8,
    "HKD",
    ("810000", "820000"),
    1960,
)
CONTEXT = {"page": "1", "first_year": "2021", "last_year": "2024"}
NAMES = {"HKG": "Hong Kong SAR, China", "MAC": "Macao SAR, China", "USA": "United States"}


def row(country: str, year: str, value: object, **changed: object) -> dict[str, object]:
    return {
        "indicator": {"id": "NY.GDP.MKTP.CN", "value": "GDP (current LCU)"},
        "country": {"id": country[:2], "value": NAMES[country]},
        "countryiso3code": country,
        "date": year,
        "value": value,
        "unit": "",
        "obs_status": "",
        "decimal": 0,
    } | changed


HKG, MAC = row("HKG", "2021", 2867973000000), row("MAC", "2021", 247926000000)


def body(*rows: object, page: object = 1, pages: object = 1, updated: str = "2026-07-13") -> bytes:
    head = {"page": page, "pages": pages, "per_page": "1000", "total": 2, "lastupdated": updated}
    return json.dumps([head, list(rows)]).encode()


def read(*rows: object) -> list[tuple[str, ...]]:
    return [tuple(figure) for figure in world_bank.read(body(*rows), GDP, CONTEXT, "p")]


def test_one_page_is_asked_for_with_countries_years_and_format():
    publisher = Publisher(body(HKG, MAC))
    (answer,) = world_bank.ask(GDP, Years(2021, 2024), publisher)
    assert answer.question.url == "https://api.worldbank.org/v2/country/HKG;MAC/indicator/NY.GDP.MKTP.CN"
    assert answer.question.params == (
        ("format", "json"),
        ("per_page", "1000"),
        ("page", "1"),
        ("date", "2021:2024"),
    )
    assert dict(answer.question.context) == CONTEXT


def test_every_page_is_asked_for_whether_numbers_are_text_or_not():
    publisher = Publisher(body(HKG, pages="2"), body(MAC, page="2", pages=2))
    answers = world_bank.ask(GDP, Years(2021, 2024), publisher)
    assert [asked.part for asked in publisher.asked] == ["data", "data_2"]
    figures = [
        figure.region_code
        for answer in answers
        for figure in world_bank.read(answer.body, GDP, dict(answer.question.context), "p")
    ]
    assert figures == ["810000", "820000"]


def test_pages_of_two_editions_are_not_joined():
    publisher = Publisher(body(HKG, pages=2), body(MAC, page=2, pages=2, updated="2026-07-14"))
    with pytest.raises(errors.EditionConflictError, match=r"2026-07-13', '2026-07-14"):
        world_bank.ask(GDP, Years(2021, 2024), publisher)


def test_a_country_on_no_page_is_missing():
    publisher = Publisher(body(HKG, pages=2), body(row("HKG", "2022", 1), page=2, pages=2))
    with pytest.raises(errors.MissingRegionError, match="MAC asked for and not there"):
        world_bank.ask(GDP, Years(2021, 2024), publisher)


def test_a_page_answered_with_another_one_is_refused():
    with pytest.raises(errors.ShapeError, match="page 1, asked for page 2"):
        world_bank.ask(GDP, Years(2021, 2024), Publisher(body(HKG, pages=2), body(HKG, pages=2)))


@pytest.mark.parametrize("pages", [0, 21, "many", None, "²"])
def test_a_senseless_number_of_pages_is_refused(pages: object):
    with pytest.raises(errors.ShapeError, match="pages, 1 to 20 were expected"):
        world_bank.ask(GDP, Years(2021, 2024), Publisher(body(HKG, MAC, pages=pages)))


def test_figures_with_gaps_and_status():
    assert read(HKG, row("MAC", "2021", None), row("MAC", "2022", 1.5e11, obs_status="F")) == [
        ("810000", NAMES["HKG"], "2021", "2867973000000", "", "", "HKD", "[1][0].value"),
        ("820000", NAMES["MAC"], "2021", "", "null", "", "HKD", "[1][1].value"),
        ("820000", NAMES["MAC"], "2022", "150000000000.0", "", "F", "HKD", "[1][2].value"),
    ]


@pytest.mark.parametrize(
    ("rows", "error", "words"),
    [
        ([HKG, row("USA", "2021", 1)], errors.StrayRegionError, "found 'USA'"),
        ([HKG], errors.MissingRegionError, "MAC"),
        ([HKG, MAC, HKG], errors.RepeatedRegionError, "HKG 2021 a second time"),
        ([HKG, row("MAC", "2020", 1)], errors.StrayPeriodError, "found 2020"),
        ([HKG, row("MAC", "2021Q1", 1)], errors.StrayPeriodError, "'2021Q1' is no year"),
        ([HKG, MAC | {"unit": "USD"}], errors.UnitChangedError, "unit 'USD'"),
        (
            [HKG, MAC | {"indicator": {"id": "NY.GDP.MKTP.CD", "value": "GDP (current US$)"}}],
            errors.WrongIndicatorError,
            "NY.GDP.MKTP.CD",
        ),
        (
            [HKG, MAC | {"indicator": {"id": "NY.GDP.MKTP.CN", "value": "GDP (current US$)"}}],
            errors.RenamedIndicatorError,
            "GDP (current US$)",
        ),
        ([HKG, row("MAC", "2021", "n.d.")], errors.PrintedNumberError, "n.d."),
        ([HKG, "MAC"], errors.ShapeError, "not there"),
        ([], errors.EmptyAnswerError, "no rows"),
    ],
)
def test_what_cannot_be_trusted_is_an_error_by_name(rows, error, words: str):
    with pytest.raises(error) as refusal:
        read(*rows)
    assert words in str(refusal.value)


def test_infinity_is_no_figure():
    with pytest.raises(errors.NotFiniteError):
        world_bank.read(body(HKG, MAC).replace(b"247926000000", b"1e400"), GDP, CONTEXT, "p")


def test_a_byte_order_mark_is_no_obstacle():
    assert len(world_bank.read(b"\xef\xbb\xbf" + body(HKG, MAC), GDP, CONTEXT, "p")) == 2


def test_the_newest_year_is_the_one_both_countries_have():
    publisher = Publisher(body(row("HKG", "2025", 1), row("MAC", "2024", 1)))
    assert world_bank.newest_period(GDP, publisher) == "2024"
    assert publisher.asked[0].params == (("format", "json"), ("mrnev", "1"))
    assert not publisher.asked[0].holds_figures


def test_the_edition_has_its_own_day():
    assert world_bank.published_on(body(HKG), "p") == "2026-07-13"


def test_a_country_without_a_region_of_ours_is_not_asked_for():
    with pytest.raises(errors.UnknownIndicatorError, match="no region for USA"):
        world_bank.ask(replace(GDP, catalogue_code="USA"), Years(2021, 2024), Publisher())


@pytest.mark.parametrize(
    ("number", "error"),
    [
        ("120", errors.UnknownIndicatorError),
        ("175", errors.UnknownIndicatorError),
        ("199", errors.UnsuccessfulAnswerError),
    ],
)
def test_an_error_with_status_200_as_json_and_as_xml(number: str, error: type[Exception]):
    said = {"id": number, "key": "Invalid value", "value": "The provided parameter value is not valid"}
    with pytest.raises(error, match=number):
        world_bank.read(json.dumps([{"message": [said]}]).encode(), GDP, CONTEXT, "p")
    xml = f'<wb:error xmlns:wb="http://x"><wb:message id="{number}" key="k">no</wb:message></wb:error>'
    with pytest.raises(error, match=number):
        world_bank.read(b"\xef\xbb\xbf" + xml.encode(), GDP, CONTEXT, "p")


def test_other_xml_is_not_the_format():
    with pytest.raises(errors.NotTheFormatError):
        world_bank.read(b"<?xml version='1.0'?><data/>", GDP, CONTEXT, "p")
