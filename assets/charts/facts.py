"""Figures of a frame: single values, counts and computed numbers, each with the rows it comes from."""

from typing import TYPE_CHECKING

from assets.charts.reading import ChartError, cell
from assets.wording.figures import Figure, Quote, row_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

ROW_ID = "row_id"
"""Column in which a frame carries the address of every row."""


def with_row_ids(frame: "pl.DataFrame", mart: str, grain: "Sequence[str]") -> "pl.DataFrame":
    """The frame with every row's address; ChartError when the query leaves out a part of the key."""
    import polars as pl

    missing = [name for name in grain if name not in frame.columns]
    if missing:
        raise ChartError(f"the query from {mart} leaves out {', '.join(missing)} of its key; select them")
    ids = [row_id(mart, grain, row) for row in frame.select(grain).iter_rows(named=True)]
    return frame.with_columns(pl.Series(ROW_ID, ids, dtype=pl.String))


def rows_of(frame: "pl.DataFrame") -> tuple[str, ...]:
    """Addresses of the frame's rows; none for a frame without them."""
    return tuple(frame[ROW_ID]) if ROW_ID in frame.columns else ()


def figure(frame: "pl.DataFrame", value: str, kind: str, digits: int = -1, /, **where: object) -> Figure:
    """The one value of column `value` in the row that `where` names; ChartError when it is not one."""
    found = cell(frame, value, **where)
    return Figure(found, kind, digits, value, rows_of(frame.filter(**where)))


def counted(part: "pl.DataFrame") -> Figure:
    """How many rows the part has."""
    return Figure(len(part), "count", rows=rows_of(part), how="counted")


def computed(value: float, kind: str, part: "pl.DataFrame", column: str, digits: int = -1) -> Figure:
    """A number worked out from `column` of the part's rows."""
    return Figure(value, kind, digits, column, rows_of(part), "computed")


def quoted(row: "pl.DataFrame", column: str) -> Quote:
    """The sentence in `column` of a frame of one row."""
    return Quote(cell(row, column), column, rows_of(row))


def first_year(frame: "pl.DataFrame", column: str = "period") -> Figure:
    """The earliest year of the frame."""
    return _year(frame, column, frame[column].min())


def last_year(frame: "pl.DataFrame", column: str = "period") -> Figure:
    """The latest year of the frame."""
    return _year(frame, column, frame[column].max())


def _year(frame: "pl.DataFrame", column: str, year: object) -> Figure:
    if not isinstance(year, int):
        raise ChartError(f"the frame has {year} as {column}; a year is needed")
    return Figure(year, "year", 0, column, rows_of(frame.filter(**{column: year}))[:1])
