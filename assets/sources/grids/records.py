"""A JSON list of flat records to a grid: member names in the first row, one record a row below."""

from assets.landing.content import list_member
from assets.landing.errors import ShapeError
from assets.sources.grids.grid import BOOLEAN, NUMBER, TEXT, Cell, Grid


def read_records(value: object, file: str) -> Grid:
    """The grid of a list such as [{"region": "北京", "year": 2024, "value": 49843.1}].

    Raises ShapeError for anything but a list of objects with the same plain members.
    """
    records = list_member(value, place=file)
    keys: list[str] = []
    for index, record in enumerate(records):
        if not isinstance(record, dict):
            raise ShapeError(f"{file} [{index}]: found {record!r:.60}; a record {{...}} was expected")
        keys += [key for key in record if key not in keys]
    grid = Grid("", keys=tuple(keys))
    for column, key in enumerate(keys):
        grid.put(0, column, Cell(key, TEXT))
    for row, record in enumerate(records, start=1):
        assert isinstance(record, dict)
        absent = [key for key in keys if key not in record]
        if absent:
            raise ShapeError(
                f"{file} [{row - 1}]: no member '{absent[0]}', which other records have;"
                " write null where nothing is printed, a misspelt name would lose a figure"
            )
        for key, member in record.items():
            grid.put(row, keys.index(key), _cell(member, f"{file} [{row - 1}].{key}"))
    return grid


def _cell(member: object, place: str) -> Cell:
    if member is None or member == "":
        return Cell()
    if isinstance(member, bool):
        return Cell(str(member).lower(), BOOLEAN)
    if isinstance(member, int | float):
        return Cell(repr(member), NUMBER)
    if isinstance(member, str):
        return Cell(member, TEXT)
    raise ShapeError(f"{place}: found {member!r:.60}; a number or text was expected")
