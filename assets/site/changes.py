"""What changed since the release published before: verdicts, official figures, revised figures.

The release before is the published file as it stands while the new one is being made. Comparing needs
only keys and verdicts; what a revision changed stands in marts.revisions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from assets.site.rows import Row
from assets.steps import Place
from assets.wording.figures import row_id

# Marts whose rows carry a verdict, and the columns read besides the key.
JUDGED = {"marts/claims": "verdict", "marts/convergence_verdicts": "verdict"}
REVISIONS = "marts/revisions"
Verdicts = dict[str, str | None]


@dataclass(frozen=True)
class Flip:
    """A row whose verdict differs from the release before; `before` is None for one that is new."""

    row: Row
    before: str | None


@dataclass(frozen=True)
class Changes:
    """Differences to the release before; `previous` is its id, empty when there was none."""

    previous: str = ""
    claims: tuple[Flip, ...] = ()
    verdicts: tuple[Flip, ...] = ()
    revised: tuple[Row, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing a reader sees has changed."""
        return not (self.claims or self.verdicts or self.revised)


def changes_since(
    connection: duckdb.DuckDBPyConnection, place: Place, grains: Mapping[str, Sequence[str]]
) -> Changes:
    """Compares the build with the published file; the first release has nothing to compare with."""
    if not place.published_file.is_file():
        return Changes()
    with duckdb.connect(str(place.published_file), read_only=True) as published:
        held = {
            f"{schema}/{table}"
            for schema, table in published.execute(
                "select schema_name, table_name from duckdb_tables()"
            ).fetchall()
        }
        if not {*JUDGED, REVISIONS, "catalog/release"} <= held:
            return Changes()
        ((previous,),) = published.execute("select release_id from catalog.release").fetchall()
        before = {table: _verdicts(published, table, grains[table]) for table in JUDGED}
        revised_before = _keys(published, REVISIONS, grains[REVISIONS])
    flips = {
        table: tuple(
            Flip(row, before[table].get(row.address))
            for row in _rows(connection, table, grains[table])
            if before[table].get(row.address) != row["verdict"]
        )
        for table in JUDGED
    }
    revised = tuple(
        row
        for row in _rows(connection, REVISIONS, grains[REVISIONS])
        if row.address not in revised_before and row["change"]
    )
    return Changes(previous, flips["marts/claims"], flips["marts/convergence_verdicts"], revised)


def _verdicts(connection: duckdb.DuckDBPyConnection, table: str, grain: Sequence[str]) -> Verdicts:
    return {row.address: row["verdict"] for row in _rows(connection, table, grain)}


def _keys(connection: duckdb.DuckDBPyConnection, table: str, grain: Sequence[str]) -> set[str]:
    return {row.address for row in _rows(connection, table, grain)}


def _rows(connection: duckdb.DuckDBPyConnection, table: str, grain: Sequence[str]) -> list[Row]:
    cursor = connection.execute(f"select * from {table.replace('/', '.')} order by {', '.join(grain)}")
    columns = [column[0] for column in cursor.description or ()]
    records: list[dict[str, Any]] = [dict(zip(columns, line, strict=True)) for line in cursor.fetchall()]
    return [Row(row_id(table, grain, record), record) for record in records]
