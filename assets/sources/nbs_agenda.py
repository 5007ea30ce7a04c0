"""The release agenda of the NBS data service: which figures come out on which day.

No recording of this answer is known, only that it is JSON. So it is read by what a line of an agenda
must hold, one day and one title, under whatever names; where that cannot be told, nothing is guessed.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import NamedTuple

from assets.landing.content import list_member
from assets.landing.errors import ShapeError
from assets.landing.exchange import Answer, Fetch, Question
from assets.sources.nbs_protocol import BASE, HEADERS, read_data

COLLECTION, SERIES = "nbs_agenda", "agenda"
DAY = re.compile(r"(?P<year>20\d\d)[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?(?:[T ].*)?")
HAN = re.compile(r"[\u4e00-\u9fff]")
LIST_KEYS = ("list", "records", "rows")
TITLE_KEYS = ("title", "name", "show_name", "agenda_name", "content")
# Times of the service are milliseconds; a release day is a day in China.
EARLIEST, LATEST = 1_500_000_000_000, 4_000_000_000_000
CHINA = timedelta(hours=8)


class Release(NamedTuple):
    """One line of the agenda."""

    day: date
    title: str


def ask_agenda(fetch: Fetch, first_day: date, last_day: date) -> Answer:
    """The agenda between two days, both included; raises whatever fetch raises."""
    days = (("startDate", first_day.isoformat()), ("endDate", last_day.isoformat()))
    question = Question(
        COLLECTION, SERIES, "agenda", "GET", f"{BASE}/queryAgendaByDate", params=days, headers=HEADERS
    )
    return fetch(question, partial(_check, place=question.place))


def read_agenda(body: bytes, place: str) -> list[Release]:
    """Releases in the order of their days; none where the agenda is empty.

    Raises UnsuccessfulAnswerError, and ShapeError where a line has no day or no title, or several.
    """
    return sorted(_lines(read_data(body, place), place))


def _check(body: bytes, place: str) -> None:
    read_agenda(body, place)


def _lines(found: object, place: str) -> Iterator[Release]:
    """Lines of a list, of a list inside an object, or of an object keyed by day."""
    if found is None:
        return
    if isinstance(found, dict):
        by_day = {key: day for key in found if (day := _day(key))}
        if by_day and len(by_day) == len(found):
            for key, day in by_day.items():
                for row in list_member(found[key], place=f"{place} data.{key:.20}"):
                    yield Release(day, _title(row, f"{place} data.{key:.20}"))
            return
        inside = [found[key] for key in LIST_KEYS if key in found]
        if len(inside) != 1:
            raise ShapeError(
                f"{place} data: an object with {sorted(found)!s:.120}; a list of releases was expected."
                " Read the answer in warehouse/landing and teach nbs_agenda its shape"
            )
        found = inside[0]
    for number, row in enumerate(list_member(found, place=f"{place} data")):
        here = f"{place} data[{number}]"
        yield Release(_only_day(row, here), _title(row, here))


def _only_day(row: object, place: str) -> date:
    days = {day for value in row.values() if (day := _day(value))} if isinstance(row, dict) else set()
    if len(days) != 1:
        raise ShapeError(f"{place}: {len(days)} days in {row!s:.120}; one was expected: see nbs_agenda")
    return days.pop()


def _title(row: object, place: str) -> str:
    if isinstance(row, str) and row.strip():
        return row.strip()
    pairs = row.items() if isinstance(row, dict) else ()
    texts = {key: text.strip() for key, text in pairs if isinstance(text, str)}
    known = [texts[key] for key in TITLE_KEYS if texts.get(key)]
    titles = known[:1] or list({text for text in texts.values() if HAN.search(text) and not _day(text)})
    if len(titles) != 1:
        raise ShapeError(f"{place}: {len(titles)} titles in {row!s:.120}; one was expected: see nbs_agenda")
    return titles[0]


def _day(value: object) -> date | None:
    """The day of a date, of a time, or of milliseconds since 1970; None for anything else."""
    if isinstance(value, int) and EARLIEST < value < LATEST:
        return (datetime.fromtimestamp(value / 1000, UTC) + CHINA).date()
    found = DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
