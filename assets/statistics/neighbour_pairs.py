"""Reads who neighbours whom from a file of pairs."""

from pathlib import Path

from numpy import ndarray, zeros

from assets.statistics.csv_lines import read_lines
from assets.statistics.input_errors import InputShapeError, UnknownRegionError

COLUMNS = (("region", "neighbor"), ("region", "neighbour"), ("a", "b"))


def read_neighbours(path: Path, regions: tuple[str, ...]) -> ndarray:
    """(n, n) bool, symmetric, from pairs in one direction or both. Raises a MeasureInputError."""
    header, lines = read_lines(path, ())
    names = next((pair for pair in COLUMNS if set(pair) <= set(header)), None)
    if names is None:
        raise InputShapeError(
            f"{path.name} line 1: found {','.join(header)[:80]}; name the two columns region,neighbor"
        )
    unread = [name for name in header if name not in names]
    if unread:
        raise InputShapeError(
            f"{path.name} line 1: column {unread[0]} is not read; two regions are neighbours or not, and no"
            " pair weighs more than another: remove it"
        )
    rows = {region: row for row, region in enumerate(regions)}
    result = zeros((len(rows), len(rows)), dtype=bool)
    for line in lines:
        one, other = (line.cells[name] for name in names)
        for region in (one, other):
            if region not in rows:
                raise UnknownRegionError(
                    f"{line.place}: found region '{region}', which the panel does not have (it has"
                    f" {', '.join(regions[:3])}, ...); correct its name or remove the line"
                )
        if one == other:
            raise InputShapeError(f"{line.place}: found {one} as its own neighbour; remove the line")
        result[rows[one], rows[other]] = result[rows[other], rows[one]] = True
    return result
