"""Partitions with a region twice, nowhere, outside, or only for some years."""

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from assets.catalogue.pack import Pack, Table
from assets.catalogue.partition_checks import partition_problems
from assets.catalogue.specs import TABLES
from tests.assets.catalogue.test_tiny_pack import Rows, messages, tiny

EAST, WEST_12, WEST_13 = 3, 4, 5  # rows of membership.csv, lines 5 to 7


def dated_halves() -> Rows:
    """Make both halves count by date, valid 1986 to 2000."""
    pack = tiny()
    for group in pack["groups"][1:3]:
        group |= {"membership_rule": "dated", "effective_from": "1986-01-01"}
        group |= {"effective_from_precision": "year", "effective_to": "2001-01-01"}
    for row in pack["membership"][EAST : WEST_13 + 1]:
        row |= {"valid_from": "1986-01-01", "valid_from_precision": "year"}
        row |= {"valid_to": "2001-01-01", "valid_to_precision": "year"}
    return pack


def test_dated_halves_are_valid(tmp_path: Path) -> None:
    assert messages(tmp_path, dated_halves()) == []


def test_region_in_two_groups(tmp_path: Path) -> None:
    pack = tiny()
    pack["membership"].append(pack["membership"][WEST_13] | {"group_id": "east"})
    assert messages(tmp_path, pack) == [
        "membership.csv line 9, region_id: found '13' in east and west of the partition halves "
        "from 1988 on; keep it in one of them"
    ]


def test_region_in_no_group(tmp_path: Path) -> None:
    pack = tiny()
    del pack["membership"][WEST_12]
    assert messages(tmp_path, pack) == [
        "membership.csv line 3, region_id: found '12' in no group of the partition halves "
        "in all years; add it to one of east, west"
    ]


def test_policy_scope_does_not_count(tmp_path: Path) -> None:
    pack = tiny()
    pack["membership"][WEST_12]["coverage_kind"] = "policy_only"
    (found,) = messages(tmp_path, pack)
    assert "found '12' in no group of the partition halves in all years" in found


def test_region_left_out_for_some_years(tmp_path: Path) -> None:
    pack = dated_halves()
    pack["membership"][EAST] |= {"valid_from": "1990-01-01"}
    # Before 1988 region 13 does not exist, so only its years from 1988 could be missed.
    pack["membership"][WEST_13] |= {"valid_from": "1988-12-31", "valid_from_precision": "day"}
    assert messages(tmp_path, pack) == [
        "membership.csv line 2, region_id: found '11' in no group of the partition halves "
        "from 1986 to 1989; add it to one of east, west"
    ]


def test_the_last_day_of_the_year_decides(tmp_path: Path) -> None:
    pack = dated_halves()
    moved = pack["membership"][WEST_12] | {"group_id": "east"}
    # Leaving on 31 December 1994 means: not a member of 1994 any more.
    pack["membership"][WEST_12] |= {"valid_to": "1994-12-31", "valid_to_precision": "day"}
    pack["membership"].append(moved | {"valid_from": "1995-01-01"})
    assert messages(tmp_path, pack) == [
        "membership.csv line 3, region_id: found '12' in no group of the partition halves "
        "in 1994; add it to one of east, west"
    ]


def test_member_outside_the_universe(tmp_path: Path) -> None:
    pack = tiny()
    del pack["membership"][2]
    assert messages(tmp_path, pack) == [
        "membership.csv line 6, region_id: found '13' in west of the partition halves; "
        "add it to the universe all, or remove it"
    ]


def test_partial_member(tmp_path: Path) -> None:
    pack = tiny()
    pack["membership"][EAST]["coverage_kind"] = "partial"
    assert messages(tmp_path, pack) == [
        "membership.csv line 5, coverage_kind: found 'partial' in east of the partition halves; "
        "use full, or take the group out of the partition"
    ]


def test_partition_of_one_group(tmp_path: Path) -> None:
    pack = tiny()
    pack["groups"][1]["partition_id"] = ""
    assert messages(tmp_path, pack) == [
        "partitions.csv line 2, partition_id: found 'halves', named by 1 of the groups; "
        "name it as partition_id of two or more lines of groups.csv"
    ]


def test_overlap_outside_partitions_is_fine(tmp_path: Path) -> None:
    pack = tiny()
    pack["groups"].append(pack["groups"][0] | {"group_id": "river", "kind": "other"})
    pack["membership"] += [pack["membership"][index] | {"group_id": "river"} for index in (EAST, WEST_12)]
    assert messages(tmp_path, pack) == []


DAYS = st.one_of(st.none(), st.dates(date(1985, 1, 1), date(1992, 12, 31)))


@settings(max_examples=60, deadline=None)
@given(
    life=st.tuples(DAYS, DAYS),
    limits=st.tuples(DAYS, DAYS),
    stays=st.lists(st.tuples(st.sampled_from(["east", "west"]), DAYS, DAYS), max_size=4),
)
def test_agrees_with_looking_at_every_year(
    life: tuple[date | None, date | None],
    limits: tuple[date | None, date | None],
    stays: list[tuple[str, date | None, date | None]],
) -> None:
    rows = dated_halves()
    rows["regions"] = [rows["regions"][1] | _cells("valid", life)]
    for group in rows["groups"][1:3]:
        group |= _cells("effective", limits)
    rows["membership"] = [rows["membership"][0]] + [
        rows["membership"][EAST] | {"group_id": group} | _cells("valid", (start, end))
        for group, start, end in stays
    ]
    tables = {
        name: Table(name, TABLES[name].names, tuple(of), tuple(range(2, len(of) + 2)))
        for name, of in rows.items()
    }
    found = [problem.found for problem in partition_problems(Pack(Path(), tables))]
    wrong = [year for year in range(1980, 2000) if _is_wrong(year, life, limits, stays)]
    assert sorted(year for text in found for year in _years(text)) == wrong


def _cells(prefix: str, days: tuple[date | None, date | None]) -> dict[str, str]:
    start, end = (day.isoformat() if day else "" for day in days)
    return {f"{prefix}_from": start, f"{prefix}_to": end}


def _is_wrong(year, life, limits, stays) -> bool:  # type: ignore[no-untyped-def]
    def holds(days) -> bool:  # type: ignore[no-untyped-def]
        last = date(year, 12, 31)
        return (days[0] is None or days[0] <= last) and (days[1] is None or last < days[1])

    holders = {group for group, *days in stays if holds(days)}
    return holds(life) and holds(limits) and len(holders) != 1


def _years(found: str) -> range:
    """Read the years back from the words of a message, within 1980 to 1999."""
    words = found.partition("of the partition halves ")[2].split()
    numbers = [int(word) for word in words if word.isdigit()]
    if words[0] == "from":
        return range(numbers[0], numbers[1] + 1 if words[2] == "to" else 2000)
    if words[0] == "up":
        return range(1980, numbers[0] + 1)
    return range(numbers[0], numbers[0] + 1) if numbers else range(1980, 2000)
