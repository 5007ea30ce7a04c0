"""Indicators: a list by field, and a page each with definition, newest tables, coverage and revisions."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from assets.site.environment import in_language
from assets.site.house import Entity, House
from assets.site.pages.page import NATION, Page, field_place, main_verdict
from assets.site.rows import Row

REVISIONS_SHOWN = 10


def pages(house: House, language: str) -> Iterator[Page]:
    """The list, then one page an indicator."""
    named = in_language(language)
    verdicts = {indicator: main_verdict(house, NATION, indicator) for indicator in house.indicators}
    context = {"fields": _by_field(house), "verdicts": verdicts}
    yield Page("indicators.html", "indicators.html.jinja", "indicators", "", context)
    for indicator_id, indicator in house.indicators.items():
        yield Page(
            f"indicator/{indicator_id}.html",
            "indicator.html.jinja",
            "indicators",
            named(indicator, "indicator_name"),
            _context(house, indicator_id, indicator, language),
        )


def _context(house: House, indicator_id: str, indicator: Entity, language: str) -> dict[str, Any]:
    coverage = house.by("coverage", "indicator_id").get(indicator_id, [])
    groups, provinces = _in_order(house, indicator_id), _provinces(house, indicator_id)
    return {
        "indicator": indicator,
        "inputs": [
            house.indicators[indicator[column]]
            for column in ("numerator_indicator_id", "denominator_indicator_id")
            if indicator[column]
        ],
        "readings": house.sentences("indicator", indicator_id, language),
        "groups": groups,
        "newest_group": house.newest_years.get(indicator_id),
        "provinces": provinces,
        "newest_province": max((row["period"] for row, _ in provinces), default=None),
        "coverage": coverage,
        "verdicts": house.by("verdicts", "indicator_id").get(indicator_id, []),
        "revisions": house.by("revisions", "indicator_id").get(indicator_id, [])[:REVISIONS_SHOWN],
        "pictures": house.pictures_with("indicator_id", indicator_id),
    }


def _in_order(house: House, indicator_id: str) -> list[Row]:
    """Newest rows of the groups in the order of the list of groups."""
    rows = house.by("profiles", "indicator_id").get(indicator_id, [])
    return sorted(rows, key=lambda row: (house.groups[row["group_id"]]["sort_order"], row["group_id"]))


def _provinces(house: House, indicator_id: str) -> list[tuple[Row, Row | None]]:
    """Newest rows of the provinces, each with its distance from the nation, highest value first."""
    gaps = {row["region_id"]: row for row in house.by("province_gaps", "indicator_id").get(indicator_id, ())}
    rows = [
        row
        for row in house.by("region_values", "indicator_id").get(indicator_id, ())
        if house.regions[row["region_id"]]["region_level"] == "province"
    ]
    ordered = sorted(rows, key=lambda row: (-row["value"], row["region_id"]))
    return [(row, gaps.get(row["region_id"])) for row in ordered]


def _by_field(house: House) -> list[tuple[str, list[Entity]]]:
    ordered = sorted(
        house.indicators.values(),
        key=lambda indicator: (
            field_place(indicator["field"]),
            indicator["field"],
            indicator["indicator_id"],
        ),
    )
    return [(name, list(listed)) for name, listed in groupby(ordered, key=lambda entry: entry["field"])]
