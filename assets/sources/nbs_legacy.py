"""Archived answers of the old NBS data site (easyquery.htm, closed in April 2026): a parser, nothing to ask.

They are printed figures of their day and can be landed and compared. The traps of that site: a gap is
printed as the number 0 with `hasdata` false; a region it does not have is silently left out; an
unknown indicator is a list that holds null.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from assets.landing.content import list_member, member, read_json, text_member
from assets.landing.errors import (
    EmptyAnswerError,
    MissingRegionError,
    PrintedNumberError,
    RepeatedRegionError,
    ShapeError,
    StrayPeriodError,
    StrayRegionError,
    UnknownIndicatorError,
    UnsuccessfulAnswerError,
)
from assets.landing.exchange import Figure
from assets.landing.printed import read_number

NATION = "100000"
FOUND, NOTHING_FOUND = 200, 501
PERIOD = re.compile(r"(?P<year>(19|20)\d\d)((?P<month>0[1-9]|1[0-2])|(?P<quarter>[A-D]))?")


class Item(NamedTuple):
    """An indicator of an answer: its code, its names and its unit."""

    code: str
    name: str
    unit: str


class LegacyFigure(NamedTuple):
    """A figure and the code of its indicator."""

    item_code: str
    figure: Figure


def items(body: bytes, place: str) -> list[Item]:
    """Indicators of an answer; raises UnknownIndicatorError where the site knew none."""
    return list(_items(_returned(body, place), place).values())


def read(body: bytes, place: str, *, is_national: bool = False) -> list[LegacyFigure]:
    """Every cell of a QueryData answer: periods as 2024, 2024Q3 or 2024-11, regions in our ids.

    `is_national` says that figures without a region are those of the nation; otherwise they raise
    MissingRegionError. Also raises EmptyAnswerError, UnsuccessfulAnswerError, UnknownIndicatorError,
    RepeatedRegionError, StrayRegionError, StrayPeriodError, PrintedNumberError, ShapeError.
    """
    returned = _returned(body, place)
    known = _items(returned, place)
    regions = {code: text_member(node, "name", place=place) for code, node in _nodes(returned, "reg", place)}
    if is_national:
        regions.setdefault(NATION, "全国")
    cells = list_member(returned, "datanodes", place=place)
    if not cells:
        raise EmptyAnswerError(f"{place}: no cell in datanodes; the archived question found nothing")
    found: dict[tuple[str, str, str], LegacyFigure] = {}
    for number, cell in enumerate(cells):
        address = f"returndata.datanodes[{number}]"
        item, figure = _figure(cell, known, regions, place, address)
        key = (item, figure.region_code, figure.period_text)
        if key in found:
            raise RepeatedRegionError(
                f"{place} {address}: {' '.join(key)} a second time; which of the two counts?"
            )
        found[key] = LegacyFigure(item, figure)
    return list(found.values())


def _figure(
    cell: object, known: dict[str, Item], regions: dict[str, str], place: str, address: str
) -> LegacyFigure:
    here = f"{place} {address}"
    where = _dimensions(cell, here)
    item = known.get(where.get("zb", ""))
    if item is None:
        raise UnknownIndicatorError(f"{here}: indicator {where.get('zb')!s:.40} is not described in wdnodes")
    code = where.get("reg", NATION)
    if "reg" not in where and NATION not in regions:
        raise MissingRegionError(
            f"{here}: no region, so a figure of the nation; that database has no regions and left the"
            " region asked for out. Say that the file is national, or drop it"
        )
    if code not in regions:
        raise StrayRegionError(f"{here}: region {code:.20} is not described in wdnodes")
    text, reason, mark = _number(cell, here)
    period = _period(where.get("sj", ""), here)
    printed = f"{address}.data.strdata"
    return LegacyFigure(
        item.code, Figure(code, regions[code], period, text, reason, mark, item.unit, printed)
    )


def _returned(body: bytes, place: str) -> object:
    answer = read_json(body, place)
    code, returned = (
        member(answer, "returncode", place=place),
        member(answer, "returndata", place=place),
    )
    if code == NOTHING_FOUND:
        raise EmptyAnswerError(f"{place}: returncode 501, '{returned!s:.60}'")
    if code != FOUND:
        raise UnsuccessfulAnswerError(f"{place}: returncode {code!r:.20}, '{returned!s:.60}'")
    return returned


def _nodes(returned: object, dimension: str, place: str) -> list[tuple[str, object]]:
    """Codes and descriptions of one dimension; null where the site did not know the code."""
    found = []
    for axis in list_member(returned, "wdnodes", place=place):
        if text_member(axis, "wdcode", place=place) == dimension:
            for node in list_member(axis, "nodes", place=place):
                found.append(("", None) if node is None else (text_member(node, "code", place=place), node))
    return found


def _items(returned: object, place: str) -> dict[str, Item]:
    nodes = _nodes(returned, "zb", place)
    if not nodes or any(node is None for _, node in nodes):
        raise UnknownIndicatorError(
            f"{place}: wdnodes describe no indicator (null); the code asked for was not known to the site"
        )
    named = [
        Item(code, text_member(node, "cname", place=place), text_member(node, "unit", place=place).strip())
        for code, node in nodes
    ]
    return {item.code: item for item in named}


def _dimensions(cell: object, place: str) -> dict[str, str]:
    """Indicator, region and period of a cell by `wds`; its `code` must say the same."""
    pairs = [
        (text_member(axis, "wdcode", place=place), text_member(axis, "valuecode", place=place))
        for axis in list_member(cell, "wds", place=place)
    ]
    code = text_member(cell, "code", place=place)
    said = "_".join(f"{name}.{value}" for name, value in pairs)
    if code != said or len(dict(pairs)) != len(pairs):
        raise ShapeError(f"{place}: code says '{code:.60}', wds say '{said:.60}'; the file is damaged")
    return dict(pairs)


def _period(code: str, place: str) -> str:
    found = PERIOD.fullmatch(code)
    if not found:
        raise StrayPeriodError(
            f"{place}: period '{code:.20}'; 2024, 2024C (third quarter) or 202411 were used"
        )
    if found["quarter"]:
        return f"{found['year']}Q{'ABCD'.index(found['quarter']) + 1}"
    return f"{found['year']}-{found['month']}" if found["month"] else found["year"]


def _number(cell: object, place: str) -> tuple[str, str, str]:
    """Number text, reason it is missing, mark; the text counts, the number beside it must agree."""
    has_data = member(cell, "data", "hasdata", place=place)
    printed = text_member(cell, "data", "strdata", place=place)
    number = read_number(member(cell, "data", "data", place=place), f"{place}.data.data")[0]
    if not isinstance(has_data, bool):
        raise ShapeError(f"{place}.data.hasdata: found {has_data!r:.20}; true or false was expected")
    text, reason, mark = read_number(printed, f"{place}.data.strdata")
    if not has_data:
        if text:
            raise PrintedNumberError(
                f"{place}: hasdata is false beside '{printed:.40}'; is it a figure or not?"
            )
        return "", "hasdata_false", ""
    if not text or not number or abs(Decimal(text) - Decimal(number)) > _last_digit(text):
        raise PrintedNumberError(
            f"{place}: printed '{printed:.40}' beside the number {number:.40}; which holds?"
        )
    return text, reason, mark


def _last_digit(text: str) -> Decimal:
    exponent = Decimal(text).as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
