"""Groups of regions from columns of a file: partitions are text, zones are 0 and 1."""

from dataclasses import dataclass, field

from assets.statistics.csv_lines import (
    DuplicateRegionYearError,
    InputShapeError,
    Line,
    UnstableGroupError,
)


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
            partitions[column] = labels
    return Groups(partitions, zones)


def _labels(lines: list[Line], column: str) -> dict[str, str]:
    labels: dict[str, str] = {}
    for line in lines:
        region, label = line.cells["region"], line.cells[column]
        if not label:
            raise UnstableGroupError(
                f"{line.place}, column {column}: found nothing; write the group of {region}: a partition"
                " needs every region, a zone has 1 or 0"
            )
        if labels.setdefault(region, label) != label:
            raise UnstableGroupError(
                f"{line.place}, column {column}: found '{label}', earlier '{labels[region]}' for {region};"
                " groups must hold in all years: fix the membership, or remove the column if it is no group"
            )
    return labels


def _check_once(lines: list[Line]) -> None:
    seen: dict[str, int] = {}
    for line in lines:
        region = line.cells["region"]
        if region in seen:
            raise DuplicateRegionYearError(
                f"{line.place}: found region {region} a second time, first in line {seen[region]}; keep one"
            )
        seen[region] = line.number
