"""Columns of 0 and 1 are zones, others partitions; both hold in all years."""

import pytest

from assets.statistics.csv_lines import Line
from assets.statistics.grouping import Groups, read_groups
from assets.statistics.input_errors import (
    DuplicateRegionYearError,
    InputShapeError,
    UnknownWeightError,
    UnstableGroupError,
)


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


@pytest.mark.parametrize(
    "cells", [("1", "0", "2"), ("yes", "no", "no"), ("1.0", "0.0", "0.0"), ("TRUE", "FALSE", "TRUE")]
)
def test_a_zone_with_other_cells_is_refused(cells):
    given = lines(*({"region": region, "z": cell} for region, cell in zip("ABC", cells, strict=True)))
    wrong = next(place for place, cell in enumerate(cells, start=2) if cell not in ("0", "1"))
    with pytest.raises(UnstableGroupError) as caught:
        read_groups(given, ["z"])
    assert str(caught.value) == (
        f"groups.csv line {wrong}, column z: found '{cells[wrong - 2]}'; a zone has 1 (inside) or 0 (outside)"
        " in every line, a partition the name of a group"
    )


def test_an_amount_is_no_group():
    apart = lines(*({"region": region, "people": f"{place}.5"} for place, region in enumerate("ABCDE")))
    with pytest.raises(
        UnknownWeightError, match=r"line 2, column people: found '0\.5', a number of its own for"
    ):
        read_groups(apart, ["people"])
    moving = lines(
        {"region": "A", "year": "2000", "people": "5"}, {"region": "A", "year": "2001", "people": "6.5"}
    )
    with pytest.raises(
        UnknownWeightError, match=r"line 3, column people: found 6\.5, earlier 5 for A; numbers"
    ):
        read_groups(moving, ["people"])


def test_numbers_can_name_groups():
    given = lines(*({"region": region, "zone": code} for region, code in zip("ABCDE", "11223", strict=True)))
    assert read_groups(given, ["zone"]).partitions["zone"]["E"] == "3"


def test_a_zone_that_moves_or_mistypes_is_no_weight():
    def column(*cells):
        return lines(
            *(
                {"region": "AB"[place // 3], "year": str(2000 + place % 3), "z": cell}
                for place, cell in enumerate(cells)
            )
        )

    with pytest.raises(
        UnstableGroupError, match=r"line 4, column z: found '2', earlier '1' for A; a zone has"
    ):
        read_groups(column("1", "1", "2", "0", "0", "0"), ["z"])
    with pytest.raises(
        UnstableGroupError, match="found '0', earlier '1' for A; groups must hold in all years"
    ):
        read_groups(column("1", "0", "1", "0", "0", "0"), ["z"])
    # amounts that happen to open with a 1
    with pytest.raises(UnknownWeightError, match=r"found 1\.2, earlier 1 for A; numbers that change"):
        read_groups(column("1", "1.2", "1.3", "2", "2.1", "2.2"), ["z"])
