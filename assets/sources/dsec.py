"""Macao Statistics and Census Service (DSEC): time series database, JSON over POST, answers with status 201.

`catalogue_code` is the path of names above the indicator in the service's tree, parted by ` -- `, in
Chinese as the site shows it; `printed_names` are the indicator's own names there. The path is walked at
each question: figures come back under a number only, and a number alone does not say what it counts. An
`item_code` must be the number found. Years without a figure are padded with null, the year to come included.
"""

from collections.abc import Mapping

from assets.landing.content import list_member, member, read_json, text_member
from assets.landing.errors import (
    EmptyAnswerError,
    RepeatedRegionError,
    ShapeError,
    StrayPeriodError,
    UnitChangedError,
    UnknownIndicatorError,
    UnsuccessfulAnswerError,
    WrongIndicatorError,
)
from assets.landing.exchange import Answer, Fetch, Figure, LiveSeries, Question, Years
from assets.landing.printed import normal_name, read_number

HOSTS = frozenset({"www.dsec.gov.mo"})
TREE = "https://www.dsec.gov.mo/TimeSeriesApi/App/Indicatorv3"
VALUES = "https://www.dsec.gov.mo/TimeSeriesApi/App/IndicatorValue/LatestSameEndPeriodv3"
REGION = ("820000", "Macao")


def ask(series: LiveSeries, years: Years, fetch: Fetch) -> list[Answer]:
    """Walk the tree to the indicator, then one answer with its years."""
    indicator_id = _look_up(series, fetch)
    question = Question(
        series.collection,
        series.series_id,
        "data",
        "POST",
        VALUES,
        json_body={
            "indicator_ids": [indicator_id],
            "language": "en-us",
            # as many as there are ids, or the service fails
            "types": ["VAL"],
            "dataPeriods": ["Yearly"],
            "fromYear": years.first,
            "toYear": years.last,
        },
        holds_figures=True,
        years=years,
        context=(
            ("indicator_id", indicator_id),
            ("first_year", str(years.first)),
            ("last_year", str(years.last)),
        ),
    )

    def check(body: bytes) -> None:
        _cells(body, indicator_id, question.place)

    return [fetch(question, check)]


def newest_period(series: LiveSeries, fetch: Fetch) -> str | None:
    """None: the figures themselves are the cheapest question."""
    return None


def read(body: bytes, series: LiveSeries, context: Mapping[str, str], place: str) -> list[Figure]:
    """Annual figures of Macao; the flag of a cell says when the service last touched it.

    `context` needs indicator_id, first_year and last_year. Raises UnsuccessfulAnswerError, EmptyAnswerError,
    WrongIndicatorError, UnitChangedError, StrayPeriodError, RepeatedRegionError, ShapeError and what
    read_json and read_number raise.
    """
    years = range(int(context["first_year"]), int(context["last_year"]) + 1)
    figures: dict[str, Figure] = {}
    for number, cell in enumerate(_cells(body, context["indicator_id"], place)):
        address = f"Value[0].dsecIndicatorData[{number}]"
        here = f"{place} {address}"
        kind = text_member(cell, "type", place=here)
        if kind != "VAL":
            raise ShapeError(f"{here}: type {kind!r:.20}, values (VAL) were asked for")
        year = _year(cell, here)
        if int(year) not in years:
            raise StrayPeriodError(f"{here}: found {year}, asked for {years[0]} to {years[-1]}")
        if year in figures:
            raise RepeatedRegionError(
                f"{here}: {year} a second time, first at {figures[year].cell_address};"
                " which of the two counts is unknown"
            )
        text, reason, mark = read_number(member(cell, "IndicatorValue", place=here), here)
        unit = _unit(cell, series, here, is_gap=not text)
        flag = mark or _last_update(cell, here)
        figures[year] = Figure(*REGION, year, text, reason, flag, unit, f"{address}.IndicatorValue")
    return [figures[year] for year in sorted(figures)]


def _look_up(series: LiveSeries, fetch: Fetch) -> str:
    """The indicator's number, found by its path of names."""
    names = [(name,) for name in series.catalogue_code.split(" -- ")] + [series.printed_names]
    node_id = ""
    for depth, wanted in enumerate(names, start=1):
        url = f"{TREE}/{node_id}" if node_id else TREE
        question = Question(series.collection, series.series_id, f"catalogue_{depth}", "GET", url)
        node_id = _one_named(_level(question, fetch), wanted, question.place)
    if series.item_code and series.item_code != node_id:
        raise WrongIndicatorError(
            f"{series.collection}/{series.series_id}: {' | '.join(names[-1])} is number {node_id} now,"
            f" live_series.csv has {series.item_code}; compare the two, then change item_code"
        )
    return node_id


def _level(question: Question, fetch: Fetch) -> dict[str, str]:
    def check(body: bytes) -> None:
        _nodes(body, question.place)

    return _nodes(fetch(question, check).body, question.place)


def _nodes(body: bytes, place: str) -> dict[str, str]:
    """Numbers and names of the nodes of one level."""
    nodes = {}
    for number, node in enumerate(_value(body, place)):
        here = f"{place} Value[{number}]"
        nodes[_whole(node, "IndicatorID", here)] = text_member(node, "Description", place=here)
    return nodes


def _one_named(nodes: dict[str, str], names: tuple[str, ...], place: str) -> str:
    wanted = {normal_name(name) for name in names}
    found = [node_id for node_id, name in nodes.items() if normal_name(name) in wanted]
    if len(found) == 1:
        return found[0]
    there = ", ".join(f"{name} ({node_id})" for node_id, name in list(nodes.items())[:40])
    raise UnknownIndicatorError(
        f"{place}: {len(found)} nodes are named {' | '.join(names)}; there are {there};"
        " correct catalogue_code or printed_name in live_series.csv"
    )


def _value(body: bytes, place: str) -> list[object]:
    answer = read_json(body, place)
    status = text_member(answer, "Status", place=place)
    if status != "OK":
        said = answer.get("Debug_msg") if isinstance(answer, dict) else None
        raise UnsuccessfulAnswerError(f"{place}: the service answers {status}, {said!r:.200}")
    value = list_member(answer, "Value", place=place)
    if not value:
        raise EmptyAnswerError(f"{place}: OK without anything in Value")
    return value


def _cells(body: bytes, indicator_id: str, place: str) -> list[object]:
    """The cells of the one indicator asked for, at least one of them with a figure."""
    value = _value(body, place)
    numbers = [_whole(one, "indicatorId", f"{place} Value") for one in value]
    if numbers != [indicator_id]:
        raise WrongIndicatorError(f"{place}: found {', '.join(numbers)}, asked for {indicator_id}")
    cells = list_member(value[0], "dsecIndicatorData", place=f"{place} Value[0]")
    here = f"{place} Value[0].dsecIndicatorData"
    if all(member(cell, "IndicatorValue", place=here) is None for cell in cells):
        raise EmptyAnswerError(f"{place}: {len(cells)} years, all without a figure")
    return cells


def _whole(value: object, field: str, here: str) -> str:
    """A whole number as text; the service writes some as 9001.0 and some as text."""
    found = member(value, field, place=here)
    text, _, _ = read_number(found, f"{here}.{field}")
    if not text or not float(text).is_integer():
        raise ShapeError(f"{here}.{field}: found {found!r:.40}, a whole number was expected")
    return str(int(float(text)))


def _year(cell: object, here: str) -> str:
    year = _whole(cell, "Year", here)
    period = text_member(cell, "ReferencePeriod", place=here)
    if _whole(cell, "PeriodID", here) != "1" or normal_name(period).removesuffix("年") != year:
        raise StrayPeriodError(f"{here}: {period!r:.40} of {year} is not the whole year that was asked for")
    return year


def _unit(cell: object, series: LiveSeries, here: str, *, is_gap: bool) -> str:
    found = member(cell, "UnitLabel", place=here)
    if is_gap and found is None:
        return ""
    unit = text_member(cell, "UnitLabel", place=here).strip()
    if normal_name(unit) != normal_name(series.unit_printed):
        raise UnitChangedError(
            f"{here}.UnitLabel: found {unit!r:.40}, series.csv converts from {series.unit_printed!r};"
            " compare a known value, then change unit_printed and unit_factor together"
        )
    return unit


def _last_update(cell: object, here: str) -> str:
    found = member(cell, "LastUpdateDate", place=here)
    return f"updated {found[:10]}" if isinstance(found, str) and found else ""
