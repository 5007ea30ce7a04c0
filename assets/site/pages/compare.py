"""Compare: any two groups on any indicator; without a script, the blocs side by side."""

from collections.abc import Iterator
from itertools import groupby

from assets.site.house import House
from assets.site.pages.page import Page, field_place

# What stands there before anybody has chosen, and for readers without scripts.
FIRST, SECOND, INDICATOR = "bloc_east", "bloc_west", "gdp_per_head"
PARTITION = "nbs4"


def pages(house: House, language: str) -> Iterator[Page]:
    """One page."""
    held = {row["indicator_id"] for row in house.rows["profiles"]}
    indicators = sorted(
        (entry for entry in house.indicators.values() if entry["indicator_id"] in held),
        key=lambda entry: (field_place(entry["field"]), entry["field"], entry["indicator_id"]),
    )
    compared = {line["group_id"] for line in house.lists["compared_groups"]}
    blocs = [group for group in house.groups.values() if group["partition_id"] == PARTITION]
    rows = {(row["group_id"], row["indicator_id"]): row for row in house.rows["profiles"]}
    shared = [
        (entry, [rows[group["group_id"], entry["indicator_id"]] for group in blocs])
        for entry in indicators
        if all(
            (group["group_id"], entry["indicator_id"]) in rows
            and rows[group["group_id"], entry["indicator_id"]]["ratio_to_nation"] is not None
            for group in blocs
        )
    ]
    yield Page(
        "compare.html",
        "compare.html.jinja",
        "compare",
        "",
        {
            "groups": [group for group in house.groups.values() if group["group_id"] in compared],
            "fields": [
                (name, list(listed)) for name, listed in groupby(indicators, key=lambda entry: entry["field"])
            ],
            "blocs": blocs,
            "shared": shared if blocs else [],
            "chosen": (FIRST, SECOND, INDICATOR),
        },
    )
