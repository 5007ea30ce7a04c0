"""The mapping: what a sidecar or a saved mapping says about a table, checked as a whole.

title, publisher, url, licence_note      whose table it is
[edition]  vintage, or published_on; basis
[table]    where regions, years and series stand; everything else is found or optional
[labels.regions], [labels.years]         printed labels that need a word of explanation
[[series]] series_id, unit, unit_cell; header, column or sheet where there are several
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assets.landing.file_errors import MappingError
from assets.landing.printed import normal_name
from assets.sources.inbox.keys import SERIES_KEYS, TABLE_KEYS, TOP_KEYS, key_problems
from assets.sources.inbox.regions import plain_label
from assets.sources.inbox.rules import COLUMNS, Known, combination_problems, id_problems


@dataclass(frozen=True)
class PrintedSeries:
    """One series of a table: its id, its unit as printed, and how to tell its columns or rows."""

    series_id: str
    unit: str
    unit_cell: str = ""
    header: str = ""
    column: str = ""
    sheet: str = ""
    item_code: str = ""


@dataclass(frozen=True)
class Layout:
    """Where things stand. `regions` and `years` are rows, columns, or the one region or year of the table."""

    regions: str = ""
    years: str = ""
    series: str = COLUMNS
    format: str = ""
    encoding: str = ""
    delimiter: str = "comma"
    sheet: str = ""
    range: str = ""
    header_row: str = ""
    region_column: str = ""
    year_column: str = ""
    series_column: str = ""
    region_levels: tuple[str, ...] = ("province",)
    hidden: str = ""
    percent_cells: str = ""
    ignore_rows: tuple[str, ...] = ()
    ignore_columns: tuple[str, ...] = ()
    region_count: str = ""


@dataclass(frozen=True)
class TableMapping:
    """A whole mapping. The labels are normalised names with what they stand for."""

    facts: dict[str, str]
    layout: Layout
    series: tuple[PrintedSeries, ...]
    region_labels: dict[str, str]
    year_labels: dict[str, str]

    @property
    def ignored_rows(self) -> frozenset[str]:
        """Labels of rows to leave out, normalised."""
        return frozenset(plain_label(label) for label in self.layout.ignore_rows)

    def context(self) -> tuple[tuple[str, str], ...]:
        """Text to keep with the bytes, so that reading them later needs no sidecar."""
        reading = {
            "table": {key: value for key, value in vars(self.layout).items() if value},
            "labels": {"regions": self.region_labels, "years": self.year_labels},
            "series": [{key: value for key, value in vars(one).items() if value} for one in self.series],
        }
        return (*self.facts.items(), ("mapping", json.dumps(reading, ensure_ascii=False, sort_keys=True)))


def check_mapping(content: Mapping[str, Any], file: str, known: Known) -> TableMapping:
    """A mapping from the content of its file. Raises MappingError with every problem, named by key."""
    problems = [*key_problems(content), *id_problems(content, known), *combination_problems(content)]
    if problems:
        count = len(problems)
        head = f"{file}: {count} problem{'' if count == 1 else 's'}"
        raise MappingError("\n".join([head, *sorted(problems)]))
    edition = content["edition"]
    facts = {key: str(content.get(key, "")) for key in TOP_KEYS}
    facts |= {
        "vintage_id": edition.get("vintage", ""),
        "published_on": edition["published_on"].isoformat() if "published_on" in edition else "",
        "basis_id": edition.get("basis", ""),
    }
    return _build(content, facts)


def kept_mapping(context: Mapping[str, str]) -> TableMapping:
    """The mapping that was kept with an answer; it was checked when the answer was landed."""
    facts = {key: value for key, value in context.items() if key != "mapping"}
    try:
        return _build(json.loads(context["mapping"]), facts)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise MappingError(
            f"{context.get('file_name', 'a landed file')}: the mapping kept with it cannot be read"
            f" ({type(error).__name__}: {error}); put the file into the inbox again"
        ) from None


def _build(content: Mapping[str, Any], facts: dict[str, str]) -> TableMapping:
    table = {key: _frozen(value) for key, value in content["table"].items() if key in TABLE_KEYS}
    labels = content.get("labels", {})
    return TableMapping(
        facts=facts,
        layout=Layout(**table),
        series=tuple(
            PrintedSeries(**{key: str(value) for key, value in one.items() if key in SERIES_KEYS})
            for one in content["series"]
        ),
        region_labels={plain_label(label): code for label, code in labels.get("regions", {}).items()},
        year_labels={normal_name(label): year for label, year in labels.get("years", {}).items()},
    )


def _frozen(value: object) -> Any:
    return tuple(value) if isinstance(value, list) else str(value)
