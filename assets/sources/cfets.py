"""China Foreign Exchange Trade System: central parities of the yuan, one figure per trading day.

`catalogue_code` is the pair as the publisher quotes it: `USD/CNY` and `HKD/CNY` in yuan per unit,
`CNY/MOP` the other way round, patacas per yuan. Values carry no label and come in the publisher's own order,
and a pair it does not know is left out without a word; so one pair is asked at a time, and a row with
another number of values than one is an error. A span of a year is refused with an empty answer, more than
50 rows a page with status 403: half-years and pages of 50 stay well inside. No figure on days without trade.
"""

import re
from collections.abc import Mapping
from datetime import date

from assets.landing.content import list_member, member, read_json, text_member
from assets.landing.errors import (
    EmptyAnswerError,
    ImplausibleValueError,
    RepeatedRegionError,
    ShapeError,
    StrayPeriodError,
    UnitChangedError,
    UnknownIndicatorError,
    UnsuccessfulAnswerError,
    WrongIndicatorError,
)
from assets.landing.exchange import Answer, Fetch, Figure, LiveSeries, Question, Years
from assets.landing.printed import read_number

HOSTS = frozenset({"www.chinamoney.com.cn"})
ADDRESS = "https://www.chinamoney.com.cn/ags/ms/cm-u-bk-ccpr/CcprHisNew"
# The region whose money is priced; the dollar stands for the nation, as its annual averages do.
REGIONS = {
    "USD/CNY": ("100000", "USD/CNY"),
    "HKD/CNY": ("810000", "HKD/CNY"),
    "CNY/MOP": ("820000", "CNY/MOP"),
}
HALF_YEARS = (("h1", "01-01", "06-30"), ("h2", "07-01", "12-31"))
PAGE_SIZE = 50
# A half-year has about 125 trading days: three pages.
MOST_PAGES = 4
NO_RATE = "---"


def ask(series: LiveSeries, years: Years, fetch: Fetch) -> list[Answer]:
    """The pages of each half-year that has figures, oldest first.

    Half-years after the last figure of the last year are still to come. Raises EmptyAnswerError for any
    other half-year without figures.
    """
    held: list[Answer] = []
    empty = ""
    for year in range(years.first, years.last + 1):
        for half, first, last in HALF_YEARS:
            may_be_empty = year == years.last
            answers = _ask_half(
                series, f"{year}-{first}", f"{year}-{last}", f"{year}_{half}", may_be_empty, fetch
            )
            if answers and empty:
                raise EmptyAnswerError(
                    f"{series.collection}/{series.series_id}: none in {empty}, some after it"
                )
            empty = empty or ("" if answers else f"{year}_{half}")
            held += answers
    if not held:
        raise EmptyAnswerError(
            f"{series.collection}/{series.series_id}: no figure in {years.first} to {years.last}"
        )
    return held


def newest_period(series: LiveSeries, fetch: Fetch) -> str | None:
    """None: there is a new figure on each trading day."""
    return None


def read(body: bytes, series: LiveSeries, context: Mapping[str, str], place: str) -> list[Figure]:
    """Figures of one page, one per day, "2026-07-01", in the direction of the pair.

    `context` needs first_day and last_day. Raises UnsuccessfulAnswerError, WrongIndicatorError,
    UnitChangedError, StrayPeriodError, RepeatedRegionError, ImplausibleValueError, ShapeError, and errors of
    content and printed.
    """
    unit = _unit(series, place)
    figures: dict[str, Figure] = {}
    for number, record in enumerate(_records(body, series, place)):
        here = f"{place} records[{number}]"
        day = _day(record, context, here)
        if day in figures:
            raise RepeatedRegionError(f"{here}: {day} a second time, first at {figures[day].cell_address}")
        values = list_member(record, "values", place=here)
        if len(values) != 1:
            raise WrongIndicatorError(
                f"{here}: {len(values)} values for the one pair {series.catalogue_code};"
                " they have no label, so whose they are is unknown"
            )
        printed = None if values[0] == NO_RATE else values[0]
        text, reason, mark = read_number(printed, f"{here}.values[0]")
        if text and float(text) <= 0:
            raise ImplausibleValueError(f"{here}.values[0]: found {text}; a rate is above zero")
        address = f"records[{number}].values[0]"
        cell = (day, text, "marker" if values[0] == NO_RATE else reason, mark, unit, address)
        figures[day] = Figure(*REGIONS[series.catalogue_code], *cell)
    return list(figures.values())


def _ask_half(
    series: LiveSeries, first: str, last: str, part: str, may_be_empty: bool, fetch: Fetch
) -> list[Answer]:
    answers: list[Answer] = []
    pages = 1
    while len(answers) < pages:
        question = _question(series, first, last, part, len(answers) + 1)

        def check(body: bytes, place: str = question.place) -> None:
            if not _records(body, series, place) and not may_be_empty:
                raise EmptyAnswerError(f"{place}: no day between {first} and {last}")

        answer = fetch(question, check)
        if not _records(answer.body, series, question.place):
            if answers:
                raise EmptyAnswerError(f"{question.place}: nothing on page {len(answers) + 1} of {pages}")
            break
        answers.append(answer)
        pages = _pages(answer.body, question.place)
    return answers


def _question(series: LiveSeries, first: str, last: str, part: str, page: int) -> Question:
    _unit(series, f"{series.collection}/{series.series_id}")
    return Question(
        series.collection,
        series.series_id,
        f"data_{part}_{page}",
        "POST",
        ADDRESS,
        form=(
            ("startDate", first),
            ("endDate", last),
            ("currency", series.catalogue_code),
            ("pageNum", str(page)),
            ("pageSize", str(PAGE_SIZE)),
        ),
        holds_figures=True,
        years=Years(int(first[:4]), int(last[:4])),
        context=(("first_day", first), ("last_day", last)),
    )


def _unit(series: LiveSeries, place: str) -> str:
    """The unit a pair stands for: `HKD/CNY` is yuan per dollar, `CNY/MOP` patacas per yuan."""
    if series.catalogue_code not in REGIONS:
        raise UnknownIndicatorError(
            f"{place}: {series.catalogue_code!r:.20} is no pair of this source; use {', '.join(REGIONS)}"
        )
    base, quote = series.catalogue_code.split("/")
    if series.unit_printed != f"{quote} per {base}":
        raise UnitChangedError(
            f"{place}: {series.catalogue_code} is {quote} per {base}, series.csv converts from"
            f" {series.unit_printed!r}; write the unit in the direction of the pair"
        )
    return series.unit_printed


def _records(body: bytes, series: LiveSeries, place: str) -> list[object]:
    answer = read_json(body, place)
    code = text_member(answer, "head", "rep_code", place=place)
    data = member(answer, "data", place=place)
    said = data.get("flagMessage") if isinstance(data, dict) else None
    if code != "200" or said:
        raise UnsuccessfulAnswerError(f"{place}: the publisher answers {code}, {said!r:.120}")
    if isinstance(data, dict) and data.get("searchlist"):
        pairs = list_member(data, "searchlist", place=f"{place} data")
        if series.catalogue_code not in pairs:
            raise WrongIndicatorError(f"{place}: found {pairs!r:.120}, asked for {series.catalogue_code}")
    return list_member(answer, "records", place=place)


def _pages(body: bytes, place: str) -> int:
    found = str(member(read_json(body, place), "data", "pageTotal", place=place))
    if not found.isascii() or not found.isdigit() or not 1 <= int(found) <= MOST_PAGES:
        raise ShapeError(f"{place}: {found!r:.20} pages, a half-year has 1 to {MOST_PAGES}")
    return int(found)


def _day(record: object, context: Mapping[str, str], here: str) -> str:
    printed = text_member(record, "date", place=here)
    try:
        day = date.fromisoformat(printed) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", printed, re.ASCII) else None
    except ValueError:
        day = None
    if day is None or not context["first_day"] <= printed <= context["last_day"]:
        raise StrayPeriodError(
            f"{here}: found {printed!r:.20}, asked for {context['first_day']} to {context['last_day']}"
        )
    return printed
