"""The NBS data service: provinces by year and quarter, main cities by year. No key.

One series takes three questions: its newest period, the list of its catalogue (is the indicator still
the one we mean?), and the figures, all periods and regions in one matrix.
"""

from dataclasses import dataclass
from functools import partial

from assets.landing.content import text_member
from assets.landing.errors import ShapeError
from assets.landing.exchange import Answer, Fetch, LiveSeries, Question, Years
from assets.sources.nbs_catalogue import find_item, read_catalogue
from assets.sources.nbs_matrix import read
from assets.sources.nbs_protocol import (
    BASE,
    HEADERS,
    HOST,
    ROOTS,
    code_of,
    period_of,
    periods_between,
    read_data,
    read_periods,
)
from assets.sources.nbs_regions import region_value

__all__ = ["HOSTS", "ask", "newest_period", "read"]

HOSTS = frozenset({HOST})
# What clients of the service keep to; nobody has published a limit.
MOST_PERIODS = 36


@dataclass(frozen=True)
class _Span:
    """Periods of one question, in order."""

    part: str
    periods: tuple[str, ...]


def newest_period(series: LiveSeries, fetch: Fetch) -> str | None:
    """The newest period of a series' catalogue, `2025` or `2025Q3`; None where the service names none.

    Raises StrayPeriodError, ShapeError and whatever fetch raises.
    """
    question = _list_question(series, "newest", "new/queryDtByCid", ("rootId", _root(series)))
    answer = fetch(question, partial(_check_newest, place=question.place))
    return _read_newest(answer.body, question.place)


def ask(series: LiveSeries, years: Years, fetch: Fetch) -> list[Answer]:
    """The answers that hold the figures of the years asked for; none where nothing is out yet.

    Raises UnknownIndicatorError, RenamedIndicatorError, UnitChangedError, WrongIndicatorError before
    any figure is asked for, and whatever fetch raises.
    """
    newest = newest_period(series, fetch)
    last = min(years.last, series.last_year or years.last)
    wanted = periods_between(max(years.first, series.first_year), last, series.collection)
    published = [period for period in wanted if newest is None or period <= newest]
    if not published:
        return []
    question = _list_question(series, "catalogue", "new/queryIndicatorsByCid", ("dt", ""), ("name", ""))
    check = partial(_check_catalogue, place=question.place)
    item = find_item(fetch(question, check).body, series, question.place)
    answers = []
    for span in _spans(published):
        question = _figures_question(series, item, span, newest or "")
        answers.append(fetch(question, partial(_check_figures, place=question.place)))
    return answers


def _spans(periods: list[str]) -> list[_Span]:
    starts = range(0, len(periods), MOST_PERIODS)
    return [
        _Span(f"data_{number}" if number > 1 else "data", tuple(periods[start : start + MOST_PERIODS]))
        for number, start in enumerate(starts, start=1)
    ]


def _list_question(series: LiveSeries, part: str, path: str, *more: tuple[str, str]) -> Question:
    return Question(
        collection=series.collection,
        series_id=series.series_id,
        part=part,
        method="GET",
        url=f"{BASE}/{path}",
        params=(("cid", series.catalogue_code), *more),
        headers=HEADERS,
        context=(("catalogue_code", series.catalogue_code),),
    )


def _figures_question(series: LiveSeries, item: str, span: _Span, newest: str) -> Question:
    regions = tuple(dict.fromkeys(series.region_codes))
    first, last = span.periods[0], span.periods[-1]
    return Question(
        collection=series.collection,
        series_id=series.series_id,
        part=span.part,
        method="POST",
        url=f"{BASE}/stream/esData",
        json_body={
            "cid": series.catalogue_code,
            "indicatorIds": [item],
            # must be empty: with a catalogue of regions here, `das` is ignored and names come in English
            "daCatalogId": "",
            "das": [region_value(code) for code in regions],
            "showType": "3",
            # a list with one range; the firewall rejects a bare text
            "dts": [f"{code_of(first)}-{code_of(last)}"],
            "rootId": _root(series),
        },
        headers=HEADERS,
        holds_figures=True,
        years=Years(int(first[:4]), int(last[:4])),
        context=(
            ("catalogue_code", series.catalogue_code),
            ("item_code", item),
            ("unit_printed", series.unit_printed),
            ("regions", " ".join(regions)),
            ("periods", f"{first} {last}"),
            ("newest_period", newest),
        ),
    )


def _root(series: LiveSeries) -> str:
    return ROOTS[series.collection][0]


def _read_newest(body: bytes, place: str) -> str | None:
    found = read_data(body, place)
    if not found:
        return None
    if not isinstance(found, dict):
        raise ShapeError(f"{place} data: found a {type(found).__name__}, an object with dt_all was expected")
    code = text_member(found, "dt_all", place=place).strip()
    return period_of(code, place) if code else None


def _check_newest(body: bytes, place: str) -> None:
    _read_newest(body, place)


def _check_catalogue(body: bytes, place: str) -> None:
    read_catalogue(body, place)


def _check_figures(body: bytes, place: str) -> None:
    read_periods(body, place)
