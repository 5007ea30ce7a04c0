"""Who belongs to a group and when: no empty group, no membership twice, none outside its time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from assets.catalogue.columns import day
from assets.catalogue.pack import Pack, Problem, Row, quoted

# From the first day up to, and not including, the last.
Span = tuple[date, date]
ALWAYS: Span = (date.min, date.max)


def span(row: Row, start: str, end: str) -> Span:
    """Read two cells as a span; an empty one, or one reported as unreadable, is open."""
    return day(row[start]) or date.min, day(row[end]) or date.max


def meet(one: Span, other: Span) -> bool:
    """Whether two half-open spans share a day."""
    return max(one[0], other[0]) < min(one[1], other[1])


def membership_span(row: Row, group: Row) -> Span:
    """Give the time a membership counts: in a retrospective group all years do."""
    if group["membership_rule"] == "retrospective":
        return ALWAYS
    return span(row, "valid_from", "valid_to")


def by_id(pack: Pack, table: str, column: str) -> dict[str, Row]:
    """Rows of a table by their id."""
    return {row[column]: row for row in pack.tables[table].rows}


def groups_without_members(pack: Pack) -> Iterator[Problem]:
    """Some zones are lists of places smaller than any region here; their note has to say so."""
    used = {row["group_id"] for row in pack.tables["membership"].rows}
    for line, row in pack.tables["groups"].numbered():
        if row["group_id"] not in used and not row["note"]:
            found = f"{quoted(row['group_id'])} without a member"
            remedy = "add its members to membership.csv, or say in its note why none are listed"
            yield pack.tables["groups"].problem(line, "group_id", found, remedy)


def membership_dates(pack: Pack) -> Iterator[Problem]:
    """A membership stays within the dates of its group and the life of its region."""
    table = pack.tables["membership"]
    groups, regions = by_id(pack, "groups", "group_id"), by_id(pack, "regions", "region_id")
    for line, row in table.numbered():
        group, region = groups.get(row["group_id"]), regions.get(row["region_id"])
        if group is None or region is None:
            continue
        if group["membership_rule"] == "retrospective":
            if row["valid_to"]:
                found = f"{quoted(row['valid_to'])} in the retrospective group {group['group_id']}"
                remedy = "leave it empty, or make the group dated"
                yield table.problem(line, "valid_to", found, remedy)
            continue
        counts, limits = membership_span(row, group), span(group, "effective_from", "effective_to")
        for side, column, limit, outside in (
            (0, "valid_from", "effective_from", counts[0] < limits[0]),
            (1, "valid_to", "effective_to", counts[1] > limits[1]),
        ):
            if outside:
                found = f"{quoted(row[column])} outside the dates of {group['group_id']}"
                remedy = f"stay within {limit} {limits[side]}, or correct that in groups.csv"
                yield table.problem(line, column, found, remedy)
        if not meet(counts, span(region, "valid_from", "valid_to")):
            found = f"{quoted(row['region_id'])}, which does not exist in those dates"
            yield table.problem(line, "region_id", found, "name the region of that time")


def repeated_memberships(pack: Pack) -> Iterator[Problem]:
    """Two memberships of one region in one group do not overlap in time."""
    table, groups = pack.tables["membership"], by_id(pack, "groups", "group_id")
    held: defaultdict[tuple[str, str], list[tuple[int, Span]]] = defaultdict(list)
    for line, row in table.numbered():
        group = groups.get(row["group_id"])
        if group is None:
            continue
        counts = membership_span(row, group)
        pair = (row["group_id"], row["region_id"])
        for other, taken in held[pair]:
            if meet(counts, taken):
                found = f"{quoted(pair[1])} in {pair[0]} at a time that line {other} covers"
                yield table.problem(line, "valid_from", found, "keep one, or part their dates")
        held[pair].append((line, counts))


def nested_members(pack: Pack) -> Iterator[Problem]:
    """A region and a region above it are not members together: it would count twice."""
    table, groups = pack.tables["membership"], by_id(pack, "groups", "group_id")
    parents = {row["region_id"]: row["parent_region_id"] for row in pack.tables["regions"].rows}
    members: defaultdict[tuple[str, str], list[tuple[int, Span]]] = defaultdict(list)
    rows = [
        (line, row, membership_span(row, groups[row["group_id"]]))
        for line, row in table.numbered()
        if row["group_id"] in groups and row["coverage_kind"] != "policy_only"
    ]
    for line, row, counts in rows:
        members[row["group_id"], row["region_id"]].append((line, counts))
    for line, row, counts in rows:
        for ancestor in _above(row["region_id"], parents):
            for other, taken in members.get((row["group_id"], ancestor), ()):
                if meet(counts, taken):
                    found = f"{quoted(row['region_id'])} beside {ancestor}, which contains it"
                    remedy = f"keep one of lines {other} and {line} in {row['group_id']}"
                    yield table.problem(line, "region_id", found, remedy)


def _above(region: str, parents: dict[str, str]) -> Iterator[str]:
    seen = {region}
    while (region := parents.get(region, "")) and region not in seen:
        seen.add(region)
        yield region
