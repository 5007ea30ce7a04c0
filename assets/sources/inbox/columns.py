"""Which series of the mapping a column belongs to, by its letters or by the headings above it."""

import re
from typing import NamedTuple

from assets.landing.errors import UnitChangedError
from assets.landing.file_errors import RepeatedColumnError, UnknownColumnError
from assets.landing.printed import normal_name
from assets.sources.grids.grid import column_number, shown
from assets.sources.inbox.mapping import PrintedSeries
from assets.sources.inbox.regions import plain_label
from assets.sources.inbox.table import PrintedTable

BRACKETED = re.compile(r"(.+)\(([^()]+)\)")


class Heading(NamedTuple):
    """Texts above one column from top to bottom, with the row each stands in."""

    column: int
    texts: tuple[tuple[int, str], ...]

    def __str__(self) -> str:
        return " / ".join(text for _, text in self.texts)


def series_of_column(table: PrintedTable, heading: Heading) -> PrintedSeries:
    """The one series of the mapping a column belongs to."""
    if len(table.series) == 1 and not table.series[0].header and not table.series[0].column:
        return table.series[0]
    fits = [one for one in table.series if _fits(table, one, heading)]
    name = table.grid.column_name(heading.column)
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise RepeatedColumnError(
            f"{table.where}, column {name}: its heading {shown(str(heading))} fits"
            f" {', '.join(one.series_id for one in fits)};"
            " give the headers with those above them, as in 'GDP / primary'"
        )
    raise UnknownColumnError(
        f"{table.where}, column {name}: holds figures under the heading {shown(str(heading))}, which no"
        " series of the mapping has; add a [[series]] with this header, or list the column in ignore_columns"
    )


def _fits(table: PrintedTable, one: PrintedSeries, heading: Heading) -> bool:
    """Whether a column is that of a series: by its letters, or by a heading that ends as the header does."""
    if one.column and column_number(one.column) != heading.column:
        return False
    if not one.header:
        return bool(one.column)
    wanted = [part for part in one.header.split(" / ") if part.strip()]
    texts = list(heading.texts)
    for part in reversed(wanted):
        # the last text must be the last part: what stands lower narrows what stands above
        while texts and not _same(table, one, part, texts[-1], heading.column):
            if part is wanted[-1]:
                return False
            texts.pop()
        if not texts:
            return False
        texts.pop()
    return True


def _same(table: PrintedTable, one: PrintedSeries, part: str, printed: tuple[int, str], column: int) -> bool:
    """Equal as names, the unit in brackets aside, which must then be the one of the series."""
    row, text = printed
    wanted, found = plain_label(part), plain_label(text)
    if wanted == found:
        return True
    sides = [BRACKETED.fullmatch(name) for name in (wanted, found)]
    (base, _), (found_base, unit) = [
        (side[1], side[2]) if side else (name, "") for side, name in zip(sides, (wanted, found), strict=True)
    ]
    if base != found_base or not unit:
        return False
    expected = normal_name(one.unit)
    if unit != expected and unit[-1] == expected[-1]:
        raise UnitChangedError(
            f"{table.place(row, column)}: found {shown(text)}, {one.series_id} is in {one.unit};"
            " correct the mapping, and give a series in another unit an id of its own in series.csv"
        )
    return unit == expected
