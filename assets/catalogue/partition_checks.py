"""A partition covers its universe exactly: each region in one of its groups, in every year.

Years are judged at 31 December, on the regions that exist then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assets.catalogue.membership_checks import ALWAYS, Span, by_id, membership_span, span
from assets.catalogue.pack import Pack, Problem, Row, quoted


@dataclass(frozen=True)
class _Stay:
    """One membership in one group: its line in the file and the time it counts."""

    line: int
    group_id: str
    span: Span


@dataclass(frozen=True)
class _Partition:
    partition_id: str
    group_ids: tuple[str, ...]
    # The times during which all groups of the partition are valid, one span per group.
    limits: tuple[Span, ...]

    def holds(self, when: date) -> bool:
        return all(_within(limit, when) for limit in self.limits)


def partition_problems(pack: Pack) -> Iterator[Problem]:
    """In every year a partition is in force each unit is in exactly one of its groups."""
    regions, groups = by_id(pack, "regions", "region_id"), by_id(pack, "groups", "group_id")
    stays = _stays(pack, groups, regions)
    for line, row in pack.tables["partitions"].numbered():
        parts = tuple(
            group_id
            for group_id, group in groups.items()
            if row["partition_id"] and group["partition_id"] == row["partition_id"]
        )
        universe = row["universe_group_id"]
        if len(parts) < 2:
            found = f"{quoted(row['partition_id'])}, named by {len(parts)} of the groups"
            remedy = "name it as partition_id of two or more lines of groups.csv"
            yield pack.tables["partitions"].problem(line, "partition_id", found, remedy)
        elif universe in groups:
            limits = tuple(_validity(groups[group_id]) for group_id in (*parts, universe))
            partition = _Partition(row["partition_id"], parts, limits)
            yield from _outsiders(pack, partition, universe, stays)
            for region_id in stays[universe]:
                life = span(regions[region_id], "valid_from", "valid_to")
                yield from _region_problems(pack, partition, universe, region_id, life, stays)


def partial_members(pack: Pack) -> Iterator[Problem]:
    """Parts of a partition add up to the whole, so their members are whole regions."""
    table, groups = pack.tables["membership"], by_id(pack, "groups", "group_id")
    for line, row in table.numbered():
        partition = groups.get(row["group_id"], {}).get("partition_id")
        if partition and row["coverage_kind"] == "partial":
            found = f"'partial' in {row['group_id']} of the partition {partition}"
            remedy = "use full, or take the group out of the partition"
            yield table.problem(line, "coverage_kind", found, remedy)


# group -> region -> its memberships there
_Stays = dict[str, dict[str, list[_Stay]]]


def _stays(pack: Pack, groups: dict[str, Row], regions: dict[str, Row]) -> _Stays:
    stays: _Stays = {group_id: {} for group_id in groups}
    for line, row in pack.tables["membership"].numbered():
        group_id, region_id = row["group_id"], row["region_id"]
        if group_id in groups and region_id in regions and row["coverage_kind"] != "policy_only":
            stay = _Stay(line, group_id, membership_span(row, groups[group_id]))
            stays[group_id].setdefault(region_id, []).append(stay)
    return stays


def _validity(group: Row) -> Span:
    if group["membership_rule"] == "retrospective":
        return ALWAYS
    return span(group, "effective_from", "effective_to")


def _within(period: Span, when: date) -> bool:
    return period[0] <= when < period[1]


def _outsiders(pack: Pack, partition: _Partition, universe: str, stays: _Stays) -> Iterator[Problem]:
    for group_id in partition.group_ids:
        for region_id, found_stays in stays[group_id].items():
            if region_id not in stays[universe]:
                found = f"{quoted(region_id)} in {group_id} of the partition {partition.partition_id}"
                remedy = f"add it to the universe {universe}, or remove it"
                yield pack.tables["membership"].problem(found_stays[0].line, "region_id", found, remedy)


def _region_problems(
    pack: Pack, partition: _Partition, universe: str, region_id: str, life: Span, stays: _Stays
) -> Iterator[Problem]:
    """Report each run of years in which the region is in no group or in several."""
    inside = stays[universe][region_id]
    held = [stay for group_id in partition.group_ids for stay in stays[group_id].get(region_id, ())]
    spans = [life, *partition.limits, *(stay.span for stay in (*inside, *held))]
    faults: list[tuple[int, tuple[_Stay, ...] | None]] = []
    for year in _years_of_change(spans):
        when = date(year, 12, 31)
        counted = (
            partition.holds(when) and _within(life, when) and any(_within(stay.span, when) for stay in inside)
        )
        holders = tuple(stay for stay in held if _within(stay.span, when))
        is_fault = counted and len({stay.group_id for stay in holders}) != 1
        fault = holders if is_fault else None
        if not faults or faults[-1][1] != fault:
            faults.append((year, fault))
    ends = [year for year, _ in faults[1:]] + [date.max.year]
    for (year, fault), end in zip(faults, ends, strict=True):
        if fault is not None:
            yield _region_problem(pack, partition, region_id, fault, inside[0], (year, end))


def _years_of_change(spans: list[Span]) -> list[int]:
    """Nothing differs between one of these years and the next, so only they are looked at."""
    years = {day.year for period in spans for day in period if day not in ALWAYS}
    return sorted({date.min.year, *years})


def _region_problem(
    pack: Pack,
    partition: _Partition,
    region_id: str,
    holders: tuple[_Stay, ...],
    inside: _Stay,
    years: tuple[int, int],
) -> Problem:
    names = list(dict.fromkeys(stay.group_id for stay in holders))
    where = f"in {' and '.join(names)}" if names else "in no group"
    found = f"{quoted(region_id)} {where} of the partition {partition.partition_id} {_in(*years)}"
    line = max(stay.line for stay in holders) if holders else inside.line
    among = ", ".join(partition.group_ids)
    remedy = "keep it in one of them" if names else f"add it to one of {among}"
    return pack.tables["membership"].problem(line, "region_id", found, remedy)


def _in(start: int, end: int) -> str:
    """Put a run of years into words; `end` is the first year after it."""
    if start == date.min.year:
        return "in all years" if end == date.max.year else f"up to {end - 1}"
    if end == date.max.year:
        return f"from {start} on"
    return f"in {start}" if end - start == 1 else f"from {start} to {end - 1}"
