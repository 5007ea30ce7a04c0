"""The keys a mapping may have, and what may stand behind each."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from assets.landing.exchange import PLAIN_ID
from assets.sources.grids.delimited import DELIMITERS, ENCODINGS
from assets.sources.inbox.regions import LEVELS
from assets.sources.inbox.rules import EASYQUERY

FORMATS = ("xlsx", "xls", "csv", "json", "html", EASYQUERY)
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# what a value may be, and how to say so when it is not
Rule = tuple[Callable[[Any], bool], str]


def _text(most: int) -> Rule:
    def fits(value: Any) -> bool:
        return (
            isinstance(value, str) and len(value.strip()) > 0 and len(value) <= most and value.isprintable()
        )

    return fits, f"give one line of text, at most {most} characters"


def _one_of(*words: str) -> Rule:
    return lambda value: value in words, "use one of " + ", ".join(words)


def _like(pattern: str, remedy: str) -> Rule:
    form = re.compile(pattern)
    return lambda value: isinstance(value, str) and form.fullmatch(value) is not None, remedy


def _place(word: str, remedy: str) -> Rule:
    return _like(rf"rows|columns|{word}", f"use rows, columns, or {remedy}")


def _list_of(rule: Rule) -> Rule:
    fits, remedy = rule
    return (
        lambda value: isinstance(value, list) and bool(value) and all(map(fits, value)),
        f"a list: {remedy}",
    )


CELL = _like(r"[A-Z]{1,3}[1-9][0-9]{0,6}", 'give the address of a cell, such as "A2"')
TOP_KEYS: dict[str, Rule] = {
    "title": _text(200),
    "publisher": _like(PLAIN_ID.pattern, "give a source_id of sources.csv"),
    "url": _like(r"https?://[!-~]{1,500}", "give an address that begins with https:// or http://"),
    "licence_note": _text(500),
}
EDITION_KEYS: dict[str, Rule] = {
    "vintage": _like(PLAIN_ID.pattern, "give a vintage_id of vintages.csv"),
    "published_on": (
        lambda value: isinstance(value, date) and not isinstance(value, datetime),
        "give a date without quotes, such as 2025-09-30",
    ),
    "basis": _like(PLAIN_ID.pattern, "give a basis_id of vintages.csv"),
}
TABLE_KEYS: dict[str, Rule] = {
    "regions": _place("[0-9]{6}", 'the code of the one region, such as "440000"'),
    "years": _place(YEAR.pattern, 'the one year, such as "2024"'),
    "series": _one_of("rows", "columns"),
    "format": _one_of(*FORMATS),
    "encoding": _one_of(*ENCODINGS),
    "delimiter": _one_of(*DELIMITERS),
    "sheet": _text(100),
    "range": _like(
        r"[A-Z]{1,3}[1-9][0-9]{0,6}:[A-Z]{1,3}[1-9][0-9]{0,6}", 'give two corners, such as "A4:K36"'
    ),
    "header_row": (
        lambda value: re.fullmatch(r"[1-9][0-9]{0,6}(:[1-9][0-9]{0,6})?", str(value)) is not None,
        'give the number of a row, 4, or of several, "4:5"',
    ),
    "region_column": _text(200),
    "year_column": _text(200),
    "series_column": _text(200),
    "region_levels": _list_of(_one_of(*LEVELS)),
    "region_count": (
        lambda value: re.fullmatch("[1-9][0-9]{0,4}", str(value)) is not None,
        "give the number of regions the table prints, the nation not counted",
    ),
    "hidden": _one_of("read", "skip"),
    "percent_cells": _one_of("as_shown", "as_held"),
    "ignore_rows": _list_of(_text(200)),
    "ignore_columns": _list_of(_text(200)),
}
SERIES_KEYS: dict[str, Rule] = {
    "series_id": _like(PLAIN_ID.pattern, "give a series_id of series.csv"),
    "unit": _text(100),
    "unit_cell": CELL,
    "header": _text(300),
    "column": _like(r"[A-Z]{1,3}", 'give the letters of a column, such as "C"'),
    "sheet": _text(100),
    "item_code": _like(r"[0-9A-Za-z]{1,40}", "give the code of the indicator in the archived answer"),
}
NEEDED = {
    "": ("title", "publisher", "edition", "table", "series"),
    "table": ("regions", "years"),
    "series": ("series_id", "unit"),
}
LABEL_RULES = {
    "regions": _like(r"[0-9]{6}", "give a region_id of regions.csv"),
    "years": _like(YEAR.pattern, 'give a year in quotes, such as "2024"'),
}


def key_problems(content: Mapping[str, Any]) -> Iterator[str]:
    """Problems of every key by itself: unknown, missing, or with a value it cannot have."""
    tables = ("edition", "table", "labels", "series", "files", "mapping")
    top = {key: value for key, value in content.items() if key not in tables}
    yield from _table_problems("", top, TOP_KEYS, others=tables)
    yield from _missing("", content)
    for name, keys in (("edition", EDITION_KEYS), ("table", TABLE_KEYS)):
        if name in content:
            yield from _table_problems(name, content[name], keys)
            yield from _missing(name, content[name])
    series = content.get("series", [])
    if not isinstance(series, list) or ("series" in content and not series):
        yield f"series: found {series!r:.60}; write one [[series]] for each, in double brackets"
        series = []
    for index, one in enumerate(series, start=1):
        yield from _table_problems(f"series {index}", one, SERIES_KEYS)
        yield from _missing("series", one, f"series {index}")
    labels = content.get("labels", {})
    yield from _table_problems("labels", labels, {}, others=tuple(LABEL_RULES))
    for name, rule in LABEL_RULES.items() if isinstance(labels, dict) else ():
        given = labels.get(name, {})
        keys = dict.fromkeys(given, rule) if isinstance(given, dict) else {}
        yield from _table_problems(f"labels.{name}", given, keys)


def _table_problems(
    name: str, table: Any, keys: Mapping[str, Rule], others: tuple[str, ...] = ()
) -> Iterator[str]:
    if not isinstance(table, dict):
        yield f"{name}: found {table!r:.60}; write it as a table, [{name}]"
        return
    before = f"{name}." if name else ""
    for key, value in table.items():
        if key in others:
            continue
        if key not in keys:
            yield f"{before}{key}: no such key; use {', '.join((*keys, *others))}"
        elif not keys[key][0](value):
            yield f"{before}{key}: found {value!r:.60}; {keys[key][1]}"


def _missing(name: str, table: Any, shown: str = "") -> Iterator[str]:
    before = f"{shown or name}." if name else ""
    for key in NEEDED.get(name, ()):
        is_told = name == "table" and isinstance(table, dict) and table.get("format") == EASYQUERY
        if isinstance(table, dict) and key not in table and not is_told:
            yield f"{before}{key}: missing"
