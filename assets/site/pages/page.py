"""What a page is before it is written: its place below a language, its template and what fills it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from assets.site.house import House
from assets.site.rows import Row

# The group that stands for the nation.
NATION = "national31"
# The order in which fields are shown everywhere.
FIELDS = (
    "economy", "income", "industry", "innovation", "fiscal", "population", "public_services",
    "infrastructure", "openness", "ecology",
)  # fmt: skip


@dataclass(frozen=True)
class Page:
    """One page: `section` is the entry of the navigation it belongs to, `title` its name."""

    path: str
    template: str
    section: str
    title: str
    context: Mapping[str, Any] = field(default_factory=dict)


def by_field(rows: list[Row]) -> list[tuple[str, list[Row]]]:
    """Rows in sections by field, in the order of FIELDS; what can be compared with the nation comes first."""

    def place(row: Row) -> tuple[int, str, bool, str]:
        is_alone = row.columns.get("ratio_to_nation", 1) is None
        return field_place(row["field"]), row["field"], is_alone, row["indicator_id"]

    ordered = sorted(rows, key=place)
    return [(name, list(listed)) for name, listed in groupby(ordered, key=lambda row: row["field"])]


def field_place(name: str) -> int:
    """Where a field stands in the order."""
    return FIELDS.index(name) if name in FIELDS else len(FIELDS)


def main_verdict(house: House, group: str, indicator: str) -> Row | None:
    """The verdict a table shows for a group and indicator: unweighted where both were judged."""
    listed = [
        row for row in house.by("verdicts", "indicator_id").get(indicator, ()) if row["group_id"] == group
    ]
    return min(listed, key=lambda row: row["weighting"] != "unweighted", default=None)
