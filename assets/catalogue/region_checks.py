"""Regions hang below one another without loops, and dates that belong together are in order."""

from __future__ import annotations

from collections.abc import Iterator

from assets.catalogue.columns import day
from assets.catalogue.pack import Pack, Problem, quoted
from assets.catalogue.region_specs import PARENT_LEVELS

_PERIODS = (
    ("regions", "valid_from", "valid_to"),
    ("groups", "effective_from", "effective_to"),
    ("membership", "valid_from", "valid_to"),
)


def dates_in_order(pack: Pack) -> Iterator[Problem]:
    """The end of a period is the first day after it, so it is later than the start."""
    for name, start, end in _PERIODS:
        table = pack.tables[name]
        for line, row in table.numbered():
            first, last = day(row[start]), day(row[end])
            if first and last and first >= last:
                found = f"{quoted(row[end])}, not after {start} {quoted(row[start])}"
                yield table.problem(line, end, found, "write the first day it no longer holds")


def parent_levels(pack: Pack) -> Iterator[Problem]:
    """A parent stands one level up; only the top of a pack has none."""
    table = pack.tables["regions"]
    levels = {row["region_id"]: row["level"] for row in table.rows}
    for line, row in table.numbered():
        parent, above = row["parent_region_id"], PARENT_LEVELS.get(row["level"])
        if above is None or (parent and levels.get(parent) not in PARENT_LEVELS):
            continue
        if not parent and any(level in levels.values() for level in above):
            remedy = f"name the {' or '.join(above)} the {row['level']} lies in"
            yield table.problem(line, "parent_region_id", "an empty cell", remedy)
        elif parent and levels[parent] not in above:
            found = f"{quoted(parent)}, a {levels[parent]}, above a {row['level']}"
            remedy = f"name a {' or '.join(above)}" if above else "leave it empty"
            yield table.problem(line, "parent_region_id", found, remedy)


def parent_loops(pack: Pack) -> Iterator[Problem]:
    """No region is, by its parents, its own ancestor."""
    table = pack.tables["regions"]
    parents = {row["region_id"]: row["parent_region_id"] for row in table.rows}
    for line, row in table.numbered():
        chain = [row["region_id"]]
        # A loop that does not come back to this row is reported at the rows it runs through.
        while (parent := parents.get(chain[-1], "")) and parent not in chain:
            chain.append(parent)
        if parent == row["region_id"]:
            found = f"the loop {' > '.join([*chain, parent])}"
            yield table.problem(line, "parent_region_id", found, "name the region it lies in")
