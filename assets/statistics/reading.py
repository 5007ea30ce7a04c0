"""Reads what a person measures: a panel in long or wide form, groups of its regions, and neighbours.

Nothing is filled in or left out on the way: a blank cell is a missing value, an absent line an error.
"""

from pathlib import Path

from numpy import array, full, nan

from assets.statistics.csv_lines import Line, read_lines
from assets.statistics.grouping import Groups, check_regions, read_groups
from assets.statistics.input_errors import (
    DuplicateRegionYearError,
    InputShapeError,
    MissingYearError,
    NegativeValueError,
    NotANumberError,
    UnknownWeightError,
)
from assets.statistics.neighbour_pairs import read_neighbours
from assets.statistics.panel import NO_YEAR, Panel
from assets.statistics.panel_columns import OWN_COLUMNS, YEAR, check_panel_columns


def read_panel(panel_file: Path, groups_file: Path | None, neighbours_file: Path | None) -> Panel:
    """The panel with its groups and neighbours.

    panel_file       long: region, year, y and optionally pop (weight), gdp (total), partitions, 0/1 zones;
                     without year one cross-section; or wide: regions first, then one column per year
    groups_file      region, then partitions (text) and zones (0/1); None where there are none
    neighbours_file  pairs region,neighbor (or a,b), in one direction or both; None where there are none

    Raises a MeasureInputError that names file, line, what was found and the remedy.
    """
    header, lines = read_lines(panel_file, ())
    check_panel_columns(panel_file.name, header)
    if "y" in header:
        panel = _long(header, lines)
        groups = read_groups(lines, [name for name in header if name not in OWN_COLUMNS])
    else:
        panel, groups = _wide(header, lines), Groups()
    if groups_file:
        group_header, group_lines = read_lines(groups_file, ("region",))
        check_regions(panel.regions, group_lines, panel_file.name)
        groups = groups.with_those_of(
            read_groups(group_lines, [name for name in group_header if name != "region"]), groups_file.name
        )
    return Panel(
        panel.regions,
        panel.years,
        panel.values,
        panel.weights,
        {
            name: tuple(labels[region] for region in panel.regions)
            for name, labels in groups.partitions.items()
        },
        {
            name: array([region in members for region in panel.regions])
            for name, members in groups.zones.items()
        },
        read_neighbours(neighbours_file, panel.regions) if neighbours_file else None,
        panel.totals,
    )


def _long(header: tuple[str, ...], lines: list[Line]) -> Panel:
    """One line per region and year, in any order; regions keep the order of the file."""
    seen: dict[tuple[str, int], Line] = {}
    for line in lines:
        region, year = line.cells["region"], _year(line, line.cells["year"]) if "year" in header else NO_YEAR
        if not region:
            raise InputShapeError(f"{line.place}: found no region; write its name or code")
        if (region, year) in seen:
            before = seen[region, year].number
            raise DuplicateRegionYearError(
                f"{line.place}: found {_cell(region, year)} a second time, first in line {before}; keep one"
            )
        seen[region, year] = line
    regions = tuple(dict.fromkeys(region for region, _ in seen))
    years = tuple(sorted({year for _, year in seen}))
    _check_years(seen, regions, years)
    columns = {name: full((len(regions), len(years)), nan) for name in ("y", "pop", "gdp") if name in header}
    rows = {region: row for row, region in enumerate(regions)}
    places = {year: column for column, year in enumerate(years)}
    for (region, year), line in seen.items():
        for name, numbers in columns.items():
            numbers[rows[region], places[year]] = _amount(line, name)
    return Panel(regions, years, columns["y"], columns.get("pop"), {}, {}, None, columns.get("gdp"))


def _check_years(seen: dict[tuple[str, int], Line], regions: tuple[str, ...], years: tuple[int, ...]) -> None:
    absent = [(region, year) for region in regions for year in years if (region, year) not in seen]
    if absent:
        region, year = absent[0]
        line = next(line for (name, _), line in seen.items() if name == region)
        raise MissingYearError(
            f"{line.place}: found {region} without a line for {year}, which other regions have (lines missing"
            f" in the file: {len(absent)}); add them, with y blank where nothing is published"
        )


def _wide(header: tuple[str, ...], lines: list[Line]) -> Panel:
    """One line per region, its name first, then one column per year; no weights."""
    name_column, *names = header
    places = sorted(range(len(names)), key=lambda place: int(names[place]))
    values = full((len(lines), len(names)), nan)
    rows: dict[str, Line] = {}
    for row, line in enumerate(lines):
        region = line.cells[name_column]
        if not region:
            raise InputShapeError(f"{line.place}: found no region; write its name or code")
        if region in rows:
            raise DuplicateRegionYearError(
                f"{line.place}: found region {region} a second time, first in line {rows[region].number};"
                " keep one"
            )
        rows[region] = line
        values[row] = [_amount(line, names[place]) for place in places]
    years = tuple(int(names[place]) for place in places)
    return Panel(tuple(rows), years, values, None, {}, {}, None)


def _amount(line: Line, column: str) -> float:
    """A level, a weight or a total; NaN where a level or total is blank."""
    found = line.number_in(column)
    if column == "pop":
        if (found is None or found <= 0) and line.cells["y"]:
            raise UnknownWeightError(
                f"{line.place}, column pop: found '{line.cells['pop']}' beside a value; give the population,"
                " above 0, or remove the column to measure unweighted"
            )
    elif found is not None and found < 0:
        raise NegativeValueError(
            f"{line.place}, column {column}: found {line.cells[column]} for {' '.join(_names(line))};"
            " levels are 0 or more: correct it, or measure the level it is a change of"
        )
    return nan if found is None else found


def _names(line: Line) -> list[str]:
    """Region and year of a line; in a wide file the region only, which comes first."""
    named = [line.cells[name] for name in ("region", "year") if name in line.cells]
    return named or list(line.cells.values())[:1]


def _year(line: Line, text: str) -> int:
    if not YEAR.fullmatch(text):
        raise NotANumberError(f"{line.place}, column year: found '{text}'; write a year of four digits")
    return int(text)


def _cell(region: str, year: int) -> str:
    return f"region {region}" if year == NO_YEAR else f"region {region}, year {year}"
