"""What is asked of publishers must be answerable: series that are known, regions to ask for, real days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assets.catalogue.pack import Pack, Problem, quoted


def live_series(pack: Pack) -> Iterator[Problem]:
    """A live series has its unit and indicator in series.csv, under its own collection."""
    table = pack.tables["live_series"]
    known = {(row["collection"], row["series_id"]) for row in pack.tables["series"].rows}
    for line, row in table.numbered():
        if (row["collection"], row["series_id"]) not in known:
            found = quoted(f"{row['collection']}, {row['series_id']}")
            yield table.problem(line, "series_id", found, "add a line for the two to series.csv")
        if row["last_year"] and row["first_year"] and int(row["last_year"]) < int(row["first_year"]):
            yield table.problem(line, "last_year", quoted(row["last_year"]), "end after first_year")


def live_collections(pack: Pack) -> Iterator[Problem]:
    """A collection that is asked for names its regions; only files bring their own."""
    table = pack.tables["live_collections"]
    for line, row in table.numbered():
        if row["period_kind"] != "file" and not row["region_ids"]:
            yield table.problem(line, "region_ids", "an empty cell", "name regions or a group of them")


def release_days(pack: Pack) -> Iterator[Problem]:
    """Windows open and close on days every year has; quarters are 1 to 4."""
    table = pack.tables["release_calendar"]
    for line, row in table.numbered():
        for column in ("opens", "closes"):
            if not _is_a_day(row[column]):
                yield table.problem(line, column, quoted(row[column]), "use a day every year has")
        if row["quarter"] not in ("", "1", "2", "3", "4"):
            yield table.problem(line, "quarter", quoted(row["quarter"]), "use 1, 2, 3, 4 or leave it empty")


def _is_a_day(cell: str) -> bool:
    month, _, day = cell.partition("-")
    try:
        # a year without 29 February
        date(2027, int(month), int(day))
    except ValueError:
        return False
    return True
