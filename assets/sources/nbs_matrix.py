"""Figures of the NBS data service: a matrix of periods and regions (showType 3) for one indicator.

Every value says which indicator, region and unit it is, and is believed only where that is what was
asked for; nothing goes by position. Every region and period asked for comes back as a number or as a
gap with its reason. The id (`_id`) is indispensable; name and unit are checked wherever they are
printed, and where a value prints no unit the catalogue's, verified in the same dialogue, stands in.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assets.landing.content import list_member, member, text_member
from assets.landing.errors import (
    MissingRegionError,
    RepeatedRegionError,
    ShapeError,
    StrayPeriodError,
    StrayRegionError,
    TooDeepError,
    WrongIndicatorError,
)
from assets.landing.exchange import Figure, LiveSeries
from assets.landing.printed import read_number
from assets.sources.nbs_catalogue import check_name_and_unit
from assets.sources.nbs_protocol import is_named, period_of, periods_between, read_periods, text_or_nothing
from assets.sources.nbs_regions import NAMES, region_of

# Reasons of gaps that no cell prints.
EMPTY_PERIOD, ABSENT_PERIOD, NOT_YET = "empty_list", "absent_row", "not_yet_available"


@dataclass(frozen=True)
class _Asked:
    """What the question asked for, kept with its answer."""

    series: LiveSeries
    item_code: str
    unit_printed: str
    regions: tuple[str, ...]
    periods: tuple[str, ...]
    newest: str


def read(body: bytes, series: LiveSeries, context: Mapping[str, str], place: str) -> list[Figure]:
    """Figures and gaps of one answer; regions in our ids, periods as `2024` or `2024Q3`.

    Raises EmptyAnswerError, UnsuccessfulAnswerError, WrongIndicatorError, RenamedIndicatorError,
    UnitChangedError, Stray-, Missing-, Repeated- and SwappedRegionsError, StrayPeriodError,
    PrintedNumberError, NotFiniteError, ShapeError and those of content.read_json.
    """
    try:
        return _read(body, _asked(series, context, place), place)
    except RecursionError:
        raise TooDeepError(f"{place}: nested too deep to be read; no answer of this source is") from None


def _asked(series: LiveSeries, context: Mapping[str, str], place: str) -> _Asked:
    first, _, last = context.get("periods", "").partition(" ")
    item = context.get("item_code", "") or series.item_code
    if not (item and first and last and context.get("regions")):
        raise ShapeError(
            f"{place}: its record does not say which item, periods and regions were asked for;"
            " ask again, or put the file into the inbox with its sidecar"
        )
    every = periods_between(int(first[:4]), int(last[:4]), series.collection)
    return _Asked(
        series=series,
        item_code=item,
        unit_printed=context.get("unit_printed", ""),
        regions=tuple(context["regions"].split()),
        periods=tuple(period for period in every if first <= period <= last),
        newest=context.get("newest_period", ""),
    )


def _read(body: bytes, asked: _Asked, place: str) -> list[Figure]:
    figures: list[Figure] = []
    seen: set[str] = set()
    for number, block in enumerate(read_periods(body, place)):
        address = f"data[{number}]"
        here = f"{place} {address}"
        period = _period(block, here)
        if period in seen:
            raise RepeatedRegionError(f"{here}: period {period} a second time; which of the two counts?")
        seen.add(period)
        cells = list_member(block, "values", place=here)
        found = _cells(cells, period, asked, place, address)
        if period not in asked.periods and not _is_placeholder(found, period, asked):
            raise StrayPeriodError(
                f"{here}: period {period} was not asked for ({asked.periods[0]} to {asked.periods[-1]} were)"
            )
        figures += found
    for period in asked.periods:
        if period not in seen:
            figures += _gaps(asked, period, _reason(period, asked, ABSENT_PERIOD), "data")
    return figures


def _period(block: object, place: str) -> str:
    period = period_of(text_member(block, "code", place=place), place)
    name = text_or_nothing(block, "name", place)
    if name and period[:4] not in name:
        raise StrayPeriodError(f"{place}: code says {period}, name says '{name:.40}'")
    return period


def _cells(cells: list[object], period: str, asked: _Asked, place: str, address: str) -> list[Figure]:
    if not cells:
        return _gaps(asked, period, _reason(period, asked, EMPTY_PERIOD), f"{address}.values")
    found: dict[str, Figure] = {}
    for number, cell in enumerate(cells):
        figure = _figure(cell, period, asked, place, f"{address}.values[{number}]")
        if figure.region_code in found:
            raise RepeatedRegionError(
                f"{place} {address}.values[{number}]: {figure.region_label} {period} a second time"
            )
        found[figure.region_code] = figure
    missing = [code for code in asked.regions if code not in found]
    if missing:
        names = ", ".join(f"{code} {NAMES.get(code, '')}" for code in missing[:5])
        raise MissingRegionError(
            f"{place} {address}: {len(missing)} of {len(asked.regions)} regions are not in {period}: {names};"
            " a gap is printed as an empty value, so the answer is cut short"
        )
    return list(found.values())


def _figure(cell: object, period: str, asked: _Asked, place: str, address: str) -> Figure:
    here = f"{place} {address}"
    _check_indicator(cell, asked, here)
    unit = check_name_and_unit(cell, asked.series, here, asked.unit_printed)
    code, label = region_of(cell, here)
    if code not in asked.regions:
        raise StrayRegionError(f"{here}: {code} {label:.40} was not asked for")
    value, reason, mark = read_number(member(cell, "value", place=here), f"{here}.value")
    return Figure(
        region_code=code,
        region_label=label,
        period_text=period,
        value_text=value,
        missing_reason=_reason(period, asked, reason) if reason else "",
        flag=mark,
        unit_printed=unit,
        cell_address=f"{address}.value",
    )


def _check_indicator(cell: object, asked: _Asked, place: str) -> None:
    found = text_member(cell, "_id", place=place)
    if found == asked.item_code:
        return
    shown = text_or_nothing(cell, "i_showname", place)
    same = "the same name under another id" if is_named(shown, asked.series) else f"'{shown:.60}'"
    raise WrongIndicatorError(
        f"{place}: indicator {found:.40} ({same}), asked for was {asked.item_code};"
        " the service answers something else for ids it does not know: look the id up anew"
    )


def _is_placeholder(figures: list[Figure], period: str, asked: _Asked) -> bool:
    """Empty columns the service adds for periods that are not out yet."""
    return period > (asked.newest or asked.periods[-1]) and not any(figure.value_text for figure in figures)


def _reason(period: str, asked: _Asked, printed: str) -> str:
    return NOT_YET if asked.newest and period > asked.newest else printed


def _gaps(asked: _Asked, period: str, reason: str, address: str) -> list[Figure]:
    unit = asked.unit_printed or asked.series.unit_printed
    return [
        Figure(code, NAMES.get(code, code), period, "", reason, "", unit, address) for code in asked.regions
    ]
