"""Overview: the blocs now, verdicts by field, what changed since the last release, and some charts."""

from collections.abc import Iterator, Mapping
from typing import Any

from assets.site.house import House
from assets.site.pages.page import NATION, Page, by_field, main_verdict
from assets.site.rows import Row

PARTITION = "nbs4"
HEADLINE_INDICATORS = ("gdp_per_head", "disposable_income_per_capita_all")
HEADLINE_CHARTS = ("bloc_gdp_per_head", "dispersion_over_time", "convergence_verdicts", "zone_vs_rest")
VERDICTS = ("converging", "diverging", "inconclusive")
# A list longer than this is told as a number and the largest few.
LISTED = 12


def pages(house: House, language: str) -> Iterator[Page]:
    """One page."""
    blocs = [
        row
        for indicator in HEADLINE_INDICATORS
        for row in house.by("profiles", "indicator_id").get(indicator, ())
        if row["partition_id"] == PARTITION
    ]
    changes = house.changes
    judged = _judged(house)
    yield Page(
        "index.html",
        "overview.html.jinja",
        "index",
        "",
        {
            "readings": _release_readings(house, language),
            "blocs": sorted(
                blocs,
                key=lambda row: (
                    HEADLINE_INDICATORS.index(row["indicator_id"]),
                    house.groups[row["group_id"]]["sort_order"],
                ),
            ),
            "fields": [(name, _counted(rows)) for name, rows in by_field(judged)],
            "judged": judged,
            "unweighted_only": _unweighted_only(house, judged),
            "verdict_names": VERDICTS,
            "changes": changes,
            "revised": sorted(
                changes.revised, key=lambda row: (-abs(row["relative_change"] or 0), row.address)
            )[:LISTED],
            "listed": LISTED,
            "pictures": [picture for picture in house.pictures if picture.chart_id in HEADLINE_CHARTS],
        },
    )


def _judged(house: House) -> list[Row]:
    """The verdict for the 31 provinces on every indicator that has one."""
    found = (main_verdict(house, NATION, indicator) for indicator in house.indicators)
    return [row for row in found if row]


def _unweighted_only(house: House, judged: list[Row]) -> list[Row]:
    """Those whose indicator has no test weighted by population, which the sentence on the release counts."""
    weighted = {
        row["indicator_id"]
        for row in house.by("verdicts", "group_id").get(NATION, ())
        if row["weighting"] == "weighted" and row["verdict"]
    }
    return [row for row in judged if row["indicator_id"] not in weighted]


def _counted(rows: list[Row]) -> Mapping[str, Any]:
    """Rows by verdict, everything that could not be tested together."""
    groups: dict[str, list[Row]] = {name: [] for name in (*VERDICTS, "untested")}
    for row in rows:
        groups[row["verdict"] if row["verdict"] in VERDICTS else "untested"].append(row)
    return groups


def _release_readings(house: House, language: str) -> list[Any]:
    """The sentences about the release, whatever it is called."""
    return [
        wording
        for (kind, _), texts in house.readings.items()
        if kind == "release"
        for wording in texts.get(language, [])
    ]
