"""Groups of regions from columns of a file: partitions are text, zones are 0 and 1."""

import re
from dataclasses import dataclass, field

from assets.statistics.csv_lines import Line
from assets.statistics.input_errors import (
    DuplicateRegionYearError,
    InputShapeError,
    UnknownRegionError,
    UnknownWeightError,
    UnstableGroupError,
)

ZONE = {"0", "1"}
LIKE_ZERO_AND_ONE = {"0", "1", "0.0", "1.0", "yes", "no", "true", "false"}
NUMBER = re.compile(r"[-+]?[0-9]*\.?[0-9]+(e[-+]?[0-9]+)?", re.IGNORECASE)
FEW = 4
ONE_OR_ZERO = " a zone has 1 (inside) or 0 (outside) in every line, a partition the name of a group"
HOLDS = " groups must hold in all years: fix the membership, or remove the column if it is no group"


@dataclass(frozen=True)
class Groups:
    """partitions: name -> region -> group; zones: name -> its regions; both in the order of the file."""

    partitions: dict[str, dict[str, str]] = field(default_factory=dict)
    zones: dict[str, set[str]] = field(default_factory=dict)

    def with_those_of(self, other: "Groups", file: str) -> "Groups":
        """Both together. Raises InputShapeError where a name is used in both files."""
        twice = (self.partitions.keys() | self.zones.keys()) & (other.partitions.keys() | other.zones.keys())
        if twice:
            raise InputShapeError(
                f"{file} line 1: found column {min(twice)}, which the panel has too; keep it in one file"
            )
        return Groups(self.partitions | other.partitions, self.zones | other.zones)


def read_groups(lines: list[Line], columns: list[str]) -> Groups:
    """The group of each region by column; a column of 0 and 1 is a zone, any other a partition.

    Raises UnstableGroupError where a region's cell differs between its lines or is blank, and
    DuplicateRegionYearError where a file without years has a region twice.
    """
    if lines and "year" not in lines[0].cells:
        _check_once(lines)
    partitions: dict[str, dict[str, str]] = {}
    zones: dict[str, set[str]] = {}
    for column in columns:
        labels = _labels(lines, column)
        if set(labels.values()) <= {"0", "1"}:
            zones[column] = {region for region, label in labels.items() if label == "1"}
        else:
            _check_partition(lines, column, labels)
            partitions[column] = labels
    return Groups(partitions, zones)


def check_regions(regions: tuple[str, ...], lines: list[Line], panel_name: str) -> None:
    """Raise UnknownRegionError where a file of groups does not name exactly the regions of the panel."""
    known = set(regions)
    for line in lines:
        if line.cells["region"] not in known:
            raise UnknownRegionError(
                f"{line.place}: found region '{line.cells['region']}', which {panel_name} does not have (it"
                f" has {', '.join(regions[:3])}, ...); correct the name or remove the line"
            )
    named = {line.cells["region"] for line in lines}
    absent = [region for region in regions if region not in named]
    if absent:
        more = f" and {len(absent) - 3} more" if len(absent) > 3 else ""
        raise UnknownRegionError(
            f"{lines[0].file} line {lines[-1].number}: found the end without a line for"
            f" {', '.join(absent[:3])}{more} of {panel_name}; add one each, with 0 or a group of its own"
        )


def _check_partition(lines: list[Line], column: str, labels: dict[str, str]) -> None:
    """Raise where the column was meant as a zone or as a weight."""
    found = set(labels.values())
    meant_as_zone = {label for label in found if label.lower() in LIKE_ZERO_AND_ONE}
    if meant_as_zone == found or {"0", "1"} <= found:
        line = next(line for line in lines if line.cells[column] not in ("0", "1"))
        raise UnstableGroupError(f"{line.place}, column {column}: found '{line.cells[column]}';{ONE_OR_ZERO}")
    # more regions than a handful, each with a number of its own: an amount, no group
    if len(found) == len(labels) > FEW and all(NUMBER.fullmatch(label) for label in found):
        raise UnknownWeightError(
            f"{lines[0].place}, column {column}: found '{lines[0].cells[column]}', a number of its own"
            " for each region; name it pop where it is the weight, gdp where y is it per head, or remove it"
        )


def _labels(lines: list[Line], column: str) -> dict[str, str]:
    labels: dict[str, str] = {}
    for line in lines:
        region, label = line.cells["region"], line.cells[column]
        if not label:
            raise UnstableGroupError(
                f"{line.place}, column {column}: found nothing; write the group of {region}: a partition"
                " needs every region, a zone has 1 or 0"
            )
        earlier = labels.setdefault(region, label)
        if earlier != label:
            raise _unstable(lines, line, column, earlier)
    return labels


def _unstable(lines: list[Line], line: Line, column: str, earlier: str) -> Exception:
    """What a cell that differs from that of an earlier year says of the column."""
    region, label = line.cells["region"], line.cells[column]
    beside = {label, earlier} - ZONE
    # more than half of the cells 0 or 1: no column of amounts has them
    is_zone = len(beside) == 1 and 2 * sum(each.cells[column] in ZONE for each in lines) > len(lines)
    if beside and not is_zone and NUMBER.fullmatch(label) and NUMBER.fullmatch(earlier):
        return UnknownWeightError(
            f"{line.place}, column {column}: found {label}, earlier {earlier} for {region}; numbers that"
            " change are no group: name it pop where it is the weight, gdp where y is it per head, or remove"
            " it"
        )
    return UnstableGroupError(
        f"{line.place}, column {column}: found '{label}', earlier '{earlier}' for {region};"
        f"{ONE_OR_ZERO if is_zone else HOLDS}"
    )


def _check_once(lines: list[Line]) -> None:
    seen: dict[str, int] = {}
    for line in lines:
        region = line.cells["region"]
        if region in seen:
            raise DuplicateRegionYearError(
                f"{line.place}: found region {region} a second time, first in line {seen[region]}; keep one"
            )
        seen[region] = line.number
