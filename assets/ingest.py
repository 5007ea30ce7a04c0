"""Room `ingest`: what publishers printed, as text, with the address of each cell."""

from pathlib import Path

import duckdb

from assets.sources.embedded_edition import FIGURE_COLUMNS, read_figures, read_manifest
from assets.steps import Outcome, Place, Step, digest_files
from assets.tables import (
    STRUCTURE,
    ColumnDefinition,
    check_structure,
    comment,
    create_from_rows,
    row_count,
)

FIGURES = (
    "Every printed figure of the embedded edition, as text, with the address of its cell."
    " One row per snapshot, region, period."
)
SNAPSHOTS = (
    "Files of the embedded edition: publisher, table, vintage, unit as printed, licence, sha256."
    " One row per file."
)


def ingest_steps(place: Place, definitions: dict[str, ColumnDefinition]) -> list[Step]:
    """Steps that land the embedded edition: its manifest, then its figures."""

    def run_snapshots(connection: duckdb.DuckDBPyConnection) -> Outcome:
        header, lines = read_manifest(place.snapshots)
        create_from_rows(connection, "ingest/snapshots", header, lines, definitions)
        return _finish(connection, "ingest/snapshots", SNAPSHOTS, ("snapshot_id",), definitions)

    def run_figures(connection: duckdb.DuckDBPyConnection) -> Outcome:
        rows = list(read_figures(place.snapshots))
        key = "ingest/embedded_edition"
        create_from_rows(connection, key, FIGURE_COLUMNS, rows, definitions)
        return _finish(connection, key, FIGURES, ("snapshot_id", "region_code", "period_text"), definitions)

    files = sorted(place.snapshots.rglob("*.csv"))
    code = [Path(__file__), Path(__file__).parent / "sources" / "embedded_edition.py"]
    names = [str(path.relative_to(place.snapshots)) for path in files]
    return [
        Step(
            key="ingest/snapshots",
            description=SNAPSHOTS,
            deps=(),
            digest=digest_files([place.snapshots / "manifest.csv", *code]),
            run=run_snapshots,
            kinds=("csv", "duckdb"),
            checks=(STRUCTURE,),
            facts={"grain": "snapshot_id"},
        ),
        Step(
            key="ingest/embedded_edition",
            description=FIGURES,
            deps=("ingest/snapshots",),
            digest=digest_files([*files, *code], *names),
            run=run_figures,
            kinds=("csv", "duckdb"),
            checks=(STRUCTURE,),
            facts={"grain": "snapshot_id, region_code, period_text"},
        ),
    ]


def _finish(
    connection: duckdb.DuckDBPyConnection,
    key: str,
    description: str,
    grain: tuple[str, ...],
    definitions: dict[str, ColumnDefinition],
) -> Outcome:
    comment(connection, key, description, definitions)
    structure = check_structure(connection, key, grain, definitions)
    return Outcome(row_count(connection, key), {}, (structure,))
