"""What the keys of a mapping must be to each other and to the reference pack."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from assets.landing.printed import normal_name

ROWS, COLUMNS = "rows", "columns"
# an archived answer of the old NBS site says itself where things stand
EASYQUERY = "easyquery"


class Known(NamedTuple):
    """Ids of the reference pack a mapping may name; `units` are those of series.csv by series."""

    units: Mapping[str, str]
    sources: frozenset[str]
    vintages: frozenset[str]
    bases: frozenset[str]
    regions: frozenset[str]


def id_problems(content: Mapping[str, Any], known: Known) -> Iterator[str]:
    """Ids that no file of the reference pack has, and units that are not those of series.csv."""
    edition, table = (content.get(key) for key in ("edition", "table"))
    named: list[tuple[str, object, frozenset[str], str]] = [
        ("publisher", content.get("publisher"), known.sources, "sources.csv"),
    ]
    if isinstance(edition, dict):
        named.append(("edition.vintage", edition.get("vintage"), known.vintages, "vintages.csv"))
        named.append(("edition.basis", edition.get("basis"), known.bases, "vintages.csv, column basis_id"))
    if isinstance(table, dict) and table.get("regions") not in (ROWS, COLUMNS):
        named.append(("table.regions", table.get("regions"), known.regions, "regions.csv"))
    labels = content.get("labels")
    regions = labels.get("regions") if isinstance(labels, dict) else None
    for label, code in regions.items() if isinstance(regions, dict) else ():
        named.append((f"labels.regions.{label}", code, known.regions, "regions.csv"))
    for key, value, ids, where in named:
        if isinstance(value, str) and value and value not in ids:
            yield f"{key}: found '{value}', which is not in {where}; correct it, or add its line there first"
    series = content.get("series")
    for index, one in enumerate(series if isinstance(series, list) else (), start=1):
        if isinstance(one, dict) and isinstance(one.get("series_id"), str):
            yield from _unit_problems(f"series {index}", one, known)


def _unit_problems(key: str, one: Mapping[str, Any], known: Known) -> Iterator[str]:
    unit = known.units.get(one["series_id"])
    if unit is None:
        yield (
            f"{key}.series_id: found '{one['series_id']}', which series.csv does not have for the collection"
            " inbox; correct it, or add its line with the printed unit and its factor"
        )
    elif isinstance(one.get("unit"), str) and normal_name(one["unit"]) != normal_name(unit):
        yield (
            f"{key}.unit: found '{one['unit']}', series.csv converts {one['series_id']} from '{unit}';"
            " write the unit as printed, and give a series in another unit an id of its own in series.csv"
        )


def combination_problems(content: Mapping[str, Any]) -> Iterator[str]:
    """What each key alone cannot show: one edition, and series that can be told apart."""
    edition = content.get("edition")
    if isinstance(edition, dict) and ("vintage" in edition) == ("published_on" in edition):
        yield "edition: give vintage (an id of vintages.csv) or published_on (a date), one of the two"
    if isinstance(edition, dict) and "published_on" in edition:
        day = edition["published_on"]
        if type(day) is date and day.year < 1949:
            yield f"edition.published_on: found {day}; give the day the table came out"
    series, table = content.get("series"), content.get("table")
    is_told = isinstance(table, dict) and table.get("format") == EASYQUERY
    stands = [table.get(key) for key in ("regions", "years", "series")] if isinstance(table, dict) else [ROWS]
    if not is_told and ROWS not in stands:
        yield "table: nothing stands in rows; say which of regions, years and series does"
    if not isinstance(series, list) or not all(isinstance(one, dict) for one in series):
        return
    in_rows = isinstance(table, dict) and table.get("series") == ROWS
    told: dict[tuple[str, ...], int] = {}
    for index, one in enumerate(series, start=1):
        if is_told and not one.get("item_code"):
            yield f"series {index}.item_code: missing; give the indicator's code in the archived answer"
        if in_rows and not one.get("header"):
            yield f"series {index}.header: missing; give the label of its rows, since series stand in rows"
        mark = tuple(str(one.get(key, "")) for key in ("sheet", "column", "header", "item_code"))
        if mark in told:
            yield (
                f"series {index}: cannot be told from series {told[mark]};"
                " give each its own header, column or sheet"
            )
        told.setdefault(mark, index)
