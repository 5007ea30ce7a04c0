"""World Bank, World Development Indicators, API version 2: pages of JSON, newest year first.

`catalogue_code` is the list of countries (`HKG;MAC`), `item_code` the indicator (`NY.GDP.MKTP.CN`). Errors
come with status 200, now and then as XML in spite of `format=json`; bodies may open with a byte order mark.
The name of an indicator carries its unit, the unit's field is empty. China is without Hong Kong and Macao.
"""

import re
from collections.abc import Mapping

from assets.landing.content import decode, list_member, member, read_json, text_member
from assets.landing.errors import (
    EditionConflictError,
    EmptyAnswerError,
    MissingRegionError,
    RenamedIndicatorError,
    RepeatedRegionError,
    ShapeError,
    StrayPeriodError,
    StrayRegionError,
    UnitChangedError,
    UnknownIndicatorError,
    UnsuccessfulAnswerError,
    WrongIndicatorError,
)
from assets.landing.exchange import Answer, Fetch, Figure, LiveSeries, Question, Years
from assets.landing.printed import normal_name, read_number

HOSTS = frozenset({"api.worldbank.org"})
ADDRESS = "https://api.worldbank.org/v2/country/{countries}/indicator/{indicator}"
REGIONS = {"CHN": "100000", "HKG": "810000", "MAC": "820000"}
PER_PAGE = 1000
MOST_PAGES = 20  # three countries since 1960 are one page
# Invalid value, and indicator deleted or archived: asking again does not help.
LASTING = ("120", "175")
XML_MESSAGE = re.compile(r'<wb:message id="(\d+)"(?: key="([^"]*)")?[^>]*>([^<]*)<')


def ask(series: LiveSeries, years: Years, fetch: Fetch) -> list[Answer]:
    """Every page, all of one edition; raises EditionConflictError or MissingRegionError otherwise."""
    answers: list[Answer] = []
    editions: set[object] = set()
    countries: set[str] = set()
    pages = 1
    while len(answers) < pages:
        number = len(answers) + 1
        question = _question(series, years, number)

        def check(body: bytes, place: str = question.place, number: int = number) -> None:
            _page(body, place, number)

        answers.append(fetch(question, check))
        head, rows = _page(answers[-1].body, question.place, number)
        pages = _pages(head, question.place)
        editions.add(member(head, "lastupdated", place=question.place))
        countries.update(str(member(row, "countryiso3code", place=question.place)) for row in rows)
    place = f"{series.collection}/{series.series_id}"
    if len(editions) > 1:
        raise EditionConflictError(
            f"{place}: pages of {sorted(map(str, editions))}; ask for all of them again"
        )
    _refuse_missing(series, countries, place)
    return answers


def newest_period(series: LiveSeries, fetch: Fetch) -> str | None:
    """The newest year for which each of the countries has a value, "2025"."""
    parameters = (("format", "json"), ("mrnev", "1"))
    question = Question(series.collection, series.series_id, "newest", "GET", _address(series), parameters)

    def check(body: bytes) -> None:
        _page(body, question.place, 1)

    _, rows = _page(fetch(question, check).body, question.place, 1)
    return min(_year(row, f"{question.place} [1][{number}]") for number, row in enumerate(rows))


def read(body: bytes, series: LiveSeries, context: Mapping[str, str], place: str) -> list[Figure]:
    """Annual figures of one page, a gap for each null.

    `context` needs page, first_year and last_year. Raises UnsuccessfulAnswerError, UnknownIndicatorError,
    EmptyAnswerError, WrongIndicatorError, RenamedIndicatorError, UnitChangedError, StrayRegionError,
    MissingRegionError, RepeatedRegionError, StrayPeriodError, ShapeError, and errors of content and printed.
    """
    head, rows = _page(body, place, int(context["page"]))
    years = range(int(context["first_year"]), int(context["last_year"]) + 1)
    figures: dict[tuple[str, str], Figure] = {}
    for number, row in enumerate(rows):
        here = f"{place} [1][{number}]"
        _check_indicator(row, series, here)
        country = text_member(row, "countryiso3code", place=here)
        if country not in series.catalogue_code.split(";"):
            raise StrayRegionError(f"{here}: found {country!r:.20}, asked for {series.catalogue_code}")
        year = _year(row, here)
        if int(year) not in years:
            raise StrayPeriodError(f"{here}: found {year}, asked for {years[0]} to {years[-1]}")
        if (country, year) in figures:
            raise RepeatedRegionError(f"{here}: {country} {year} a second time; which of the two counts?")
        label = text_member(row, "country", "value", place=here)
        flag = text_member(row, "obs_status", place=here)
        text, reason, mark = read_number(member(row, "value", place=here), f"{here}.value")
        cell = (year, text, reason, mark or flag, series.unit_printed, f"[1][{number}].value")
        figures[country, year] = Figure(REGIONS[country], label, *cell)
    if _pages(head, place) == 1:
        _refuse_missing(series, {country for country, _ in figures}, place)
    return list(figures.values())


def published_on(body: bytes, place: str) -> str:
    """The day of the edition an answer is taken from, "2026-07-13": the World Bank's own vintage."""
    return text_member(read_json(body, place), 0, "lastupdated", place=place)


def _address(series: LiveSeries) -> str:
    unknown = [country for country in series.catalogue_code.split(";") if country not in REGIONS]
    if unknown:
        place = f"{series.collection}/{series.series_id}"
        raise UnknownIndicatorError(f"{place}: no region for {', '.join(unknown)}; use {', '.join(REGIONS)}")
    return ADDRESS.format(countries=series.catalogue_code, indicator=series.item_code)


def _question(series: LiveSeries, years: Years, number: int) -> Question:
    span = f"{years.first}:{years.last}"
    return Question(
        series.collection,
        series.series_id,
        "data" if number == 1 else f"data_{number}",
        "GET",
        _address(series),
        params=(("format", "json"), ("per_page", str(PER_PAGE)), ("page", str(number)), ("date", span)),
        holds_figures=True,
        years=years,
        context=(("page", str(number)), ("first_year", str(years.first)), ("last_year", str(years.last))),
    )


def _page(body: bytes, place: str, number: int) -> tuple[object, list[object]]:
    """Head and rows of one page that has rows and is the page asked for."""
    text = decode(body, place).lstrip()
    xml = XML_MESSAGE.search(text[:4000]) if text.startswith("<") else None
    if xml:
        _refuse(xml[1], xml[2] or "", xml[3], place)
    answer = list_member(read_json(body, place), place=place)
    head = member(answer, 0, place=place)
    if isinstance(head, dict) and "message" in head:
        said = member(head, "message", 0, place=place)
        number_said, key, value = (str(member(said, name, place=place)) for name in ("id", "key", "value"))
        _refuse(number_said, key, value, place)
    rows = member(answer, 1, place=place)
    if not rows:
        raise EmptyAnswerError(f"{place}: no rows; the countries have no figures in these years")
    found = member(head, "page", place=place)
    if str(found) != str(number):
        raise ShapeError(f"{place}: page {found!r:.20}, asked for page {number}")
    return head, list_member(rows, place=f"{place} [1]")


def _pages(head: object, place: str) -> int:
    found = str(member(head, "pages", place=place))
    if not found.isascii() or not found.isdigit() or not 1 <= int(found) <= MOST_PAGES:
        raise ShapeError(f"{place}: {found!r:.20} pages, 1 to {MOST_PAGES} were expected")
    return int(found)


def _refuse(number: str, key: str, said: str, place: str) -> None:
    message = f"{place}: the World Bank answers {number} {key!r:.80} {said!r:.120}"
    if number in LASTING:
        raise UnknownIndicatorError(
            f"{message}; look the indicator and the countries up, they may have moved"
        )
    raise UnsuccessfulAnswerError(message)


def _refuse_missing(series: LiveSeries, countries: set[str], place: str) -> None:
    missing = [country for country in series.catalogue_code.split(";") if country not in countries]
    if missing:
        raise MissingRegionError(f"{place}: {', '.join(missing)} asked for and not there; ask again later")


def _check_indicator(row: object, series: LiveSeries, here: str) -> None:
    found = text_member(row, "indicator", "id", place=here)
    if found != series.item_code:
        raise WrongIndicatorError(f"{here}: found {found!r:.40}, asked for {series.item_code}")
    name = text_member(row, "indicator", "value", place=here)
    if normal_name(name) not in {normal_name(known) for known in series.printed_names}:
        raise RenamedIndicatorError(
            f"{here}: named {name!r:.80}, known is {' | '.join(series.printed_names)!r};"
            " see whether the unit in the brackets is still the same, then add the name"
        )
    unit = text_member(row, "unit", place=here)
    if unit and normal_name(unit) != normal_name(series.unit_printed):
        raise UnitChangedError(f"{here}: unit {unit!r:.40}, series.csv converts from {series.unit_printed!r}")


def _year(row: object, here: str) -> str:
    year = text_member(row, "date", place=here)
    if not re.fullmatch(r"[0-9]{4}", year):
        raise StrayPeriodError(f"{here}: date {year!r:.20} is no year")
    return year
