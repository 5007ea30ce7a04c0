"""Columns of 0 and 1 are zones, others partitions; both hold in all years."""

import pytest

from assets.statistics.csv_lines import DuplicateRegionYearError, InputShapeError, Line, UnstableGroupError
from assets.statistics.grouping import Groups, read_groups


def lines(*rows):
    return [Line("groups.csv", number, row) for number, row in enumerate(rows, start=2)]


def test_zones_and_partitions_are_told_apart():
    found = read_groups(
        lines({"region": "A", "bloc": "2", "belt": "1"}, {"region": "B", "bloc": "1", "belt": "0"}),
        ["bloc", "belt"],
    )
    assert found == Groups({"bloc": {"A": "2", "B": "1"}}, {"belt": {"A"}})


def test_a_group_that_changes_or_lacks_is_refused():
    moved = lines({"region": "A", "year": "2000", "bloc": "E"}, {"region": "A", "year": "2001", "bloc": "W"})
    with pytest.raises(UnstableGroupError, match="line 3, column bloc: found 'W', earlier 'E' for A"):
        read_groups(moved, ["bloc"])
    with pytest.raises(UnstableGroupError, match="line 2, column bloc: found nothing; write the group of A"):
        read_groups(lines({"region": "A", "bloc": ""}), ["bloc"])


def test_a_region_twice_in_a_file_without_years_is_refused():
    with pytest.raises(
        DuplicateRegionYearError, match="line 3: found region A a second time, first in line 2"
    ):
        read_groups(lines({"region": "A", "z": "1"}, {"region": "A", "z": "1"}), ["z"])


def test_a_group_named_in_both_files_is_refused():
    one = Groups({"bloc": {"A": "E"}})
    with pytest.raises(
        InputShapeError, match=r"zones\.csv line 1: found column bloc, which the panel has too"
    ):
        one.with_those_of(Groups(zones={"bloc": {"A"}}), "zones.csv")
