"""Reading of inputs that are no panel: prices, pairs, indicators, masses, distances, smoothed logs.

Every fault raises a MeasureInputError with file, line, what was found and the remedy.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy import ndarray

from assets.statistics.csv_lines import Line, read_lines
from assets.statistics.input_errors import InputShapeError, NotANumberError, UnknownRegionError


@dataclass(frozen=True)
class Prices:
    """Chain price indices (T, n, g), previous period = 1 or 100, and m pairs of region numbers (m, 2)."""

    periods: tuple[str, ...]
    regions: tuple[str, ...]
    goods: tuple[str, ...]
    indices: ndarray
    pairs: ndarray


@dataclass(frozen=True)
class Indicators:
    """A table (n, k) of indicators by unit."""

    units: tuple[str, ...]
    names: tuple[str, ...]
    values: ndarray


@dataclass(frozen=True)
class Masses:
    """GDP and population of regions, (n,) each, units as in the file."""

    regions: tuple[str, ...]
    gdp: ndarray
    population: ndarray


@dataclass(frozen=True)
class SmoothedLogs:
    """Natural logs (n, T) of a panel somebody has smoothed."""

    regions: tuple[str, ...]
    years: tuple[int, ...]
    values: ndarray


def read_prices(indices: Path, pairs: Path) -> Prices:
    """Columns t, region, good, index; and a, b: the pairs of regions compared."""
    cells = _cells(indices, ("t", "region", "good"), "index")
    periods, regions, goods = (tuple(dict.fromkeys(name[place] for name in cells)) for place in range(3))
    table = _table(indices, cells, periods, regions, goods)
    numbers = [
        [_number_of(line, end, regions) for end in ("a", "b")] for line in read_lines(pairs, ("a", "b"))[1]
    ]
    return Prices(periods, regions, goods, table, np.array(numbers))


def read_indicators(path: Path) -> Indicators:
    """Column unit and one column per indicator, in any order."""
    header, lines = read_lines(path, ("unit",))
    names = tuple(name for name in header if name != "unit")
    return Indicators(
        _names(lines, "unit"), names, np.array([[_known(line, name) for name in names] for line in lines])
    )


def read_masses(path: Path) -> Masses:
    """Columns region, gdp, pop."""
    _, lines = read_lines(path, ("region", "gdp", "pop"))
    gdp, population = (np.array([_known(line, name) for line in lines]) for name in ("gdp", "pop"))
    return Masses(_names(lines, "region"), gdp, population)


def read_distances(path: Path, regions: tuple[str, ...]) -> ndarray:
    """Columns a, b, km, both directions given; (n, n) in the order of `regions`, 0 on the diagonal."""
    cells = _cells(path, ("a", "b"), "km")
    for region in regions:
        cells.setdefault((region, region), 0.0)
    return _table(path, cells, regions, regions)


def read_smoothed_logs(path: Path) -> SmoothedLogs:
    """Regions in the first column, one column per year."""
    (first, *years), lines = read_lines(path, ())
    for year in years:
        if not year.isdecimal():
            raise InputShapeError(f"{path.name} line 1: found column '{year}'; name years after the regions")
    values = np.array([[_known(line, year) for year in years] for line in lines])
    return SmoothedLogs(_names(lines, first), tuple(int(year) for year in years), values)


def _known(line: Line, column: str) -> float:
    number = line.number_in(column)
    if number is None:
        raise NotANumberError(
            f"{line.place}, column {column}: found nothing; a number is needed in every cell"
        )
    return number


def _names(lines: list[Line], column: str) -> tuple[str, ...]:
    seen: set[str] = set()
    for line in lines:
        name = line.cells[column]
        if not name or name in seen:
            found = f"'{name}' a second time" if name else "no name"
            raise InputShapeError(
                f"{line.place}, column {column}: found {found}; one line each, with its name"
            )
        seen.add(name)
    return tuple(line.cells[column] for line in lines)


def _number_of(line: Line, column: str, regions: tuple[str, ...]) -> int:
    name = line.cells[column]
    if name not in regions:
        raise UnknownRegionError(
            f"{line.place}, column {column}: found '{name}'; name a region of the prices"
        )
    return regions.index(name)


def _cells(path: Path, keys: tuple[str, ...], value: str) -> dict[tuple[str, ...], float]:
    cells: dict[tuple[str, ...], float] = {}
    for line in read_lines(path, (*keys, value))[1]:
        name = tuple(line.cells[key] for key in keys)
        if name in cells:
            raise InputShapeError(f"{line.place}: found {', '.join(name)} a second time; keep one")
        cells[name] = _known(line, value)
    return cells


def _table(path: Path, cells: dict[tuple[str, ...], float], *axes: tuple[str, ...]) -> ndarray:
    table = np.full([len(axis) for axis in axes], np.nan)
    for position in np.ndindex(table.shape):
        name = tuple(axis[place] for axis, place in zip(axes, position, strict=True))
        if name not in cells:
            raise InputShapeError(
                f"{path.name}: found no line for {', '.join(name)}; add it, or drop what lacks it"
            )
        table[position] = cells[name]
    return table
