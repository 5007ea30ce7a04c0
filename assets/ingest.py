"""Room `ingest`: what publishers printed or answered, as text, with the address of each cell."""

from collections.abc import Callable
from pathlib import Path

import duckdb

from assets.landing.landed_tables import (
    ANSWER_COLUMNS,
    LANDED_FIGURE_COLUMNS,
    LANDED_SERIES_COLUMNS,
    LandedRows,
    landed_rows,
    landing_digest,
)
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
ANSWERS = (
    "Every answer landed from a publisher or the inbox: question, bytes, whether it is used, and the named"
    " error where not. One row per answer."
)
LANDED_SERIES = "Series an accepted answer holds: indicator, unit, currency. One row per answer, series."
LANDED_FIGURES = (
    "Every printed cell of the accepted answers, as text, gaps with their reason."
    " One row per answer, series, region, period."
)
# Table, its description, columns and grain, and where its rows are among those landed.
LANDED: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("answers", ANSWERS, ANSWER_COLUMNS, ("answer_id",)),
    ("series", LANDED_SERIES, LANDED_SERIES_COLUMNS, ("answer_id", "series_id")),
    (
        "figures",
        LANDED_FIGURES,
        LANDED_FIGURE_COLUMNS,
        ("answer_id", "series_id", "region_code", "period_text"),
    ),
)
FACTS_READ = (
    "accepted_answers",
    "indicators",
    "live_collections",
    "live_series",
    "membership",
    "regions",
    "series",
    "units",
    "vintages",
)
TABLE_NAMES = {"answers": "answers", "series": "landed_series", "figures": "landed_figures"}


def ingest_steps(place: Place, definitions: dict[str, ColumnDefinition]) -> list[Step]:
    """Steps of the embedded edition (its manifest, then its figures) and of what was landed since."""
    return [*_embedded_steps(place, definitions), *_landed_steps(place, definitions)]


def _landed_steps(place: Place, definitions: dict[str, ColumnDefinition]) -> list[Step]:
    """Steps that read the landing folder again; without anything landed their tables are empty."""
    root = Path(__file__).parent
    code = [
        Path(__file__),
        *sorted((root / "landing").glob("*.py")),
        *sorted((root / "sources").rglob("*.py")),
    ]
    digest = digest_files(code, landing_digest(place.landing))
    # answers are read with these facts, and judged by the figures held
    facts = [name for name in FACTS_READ if (place.reference / f"{name}.csv").is_file()]
    deps = ("ingest/embedded_edition", *(f"reference/{name}" for name in facts))

    def read() -> LandedRows:
        files = [*(place.reference / f"{name}.csv" for name in facts), place.snapshots / "manifest.csv"]
        return landed_rows(place.landing, place.reference, place.snapshots, digest_files(files, digest))

    return [_landed_step(definitions, deps, digest, read, *table) for table in LANDED]


def _landed_step(
    definitions: dict[str, ColumnDefinition],
    deps: tuple[str, ...],
    digest: str,
    read: Callable[[], LandedRows],
    part: str,
    description: str,
    columns: tuple[str, ...],
    grain: tuple[str, ...],
) -> Step:
    key = f"ingest/{TABLE_NAMES[part]}"

    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        rows = getattr(read(), part)
        create_from_rows(connection, key, columns, rows, definitions)
        return _finish(connection, key, description, grain, definitions, may_be_empty=True)

    return Step(
        key=key,
        description=description,
        deps=deps,
        digest=digest,
        run=run,
        kinds=("python", "duckdb"),
        checks=(STRUCTURE,),
        facts={"grain": ", ".join(grain)},
    )


def _embedded_steps(place: Place, definitions: dict[str, ColumnDefinition]) -> list[Step]:

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
    *,
    may_be_empty: bool = False,
) -> Outcome:
    comment(connection, key, description, definitions)
    structure = check_structure(connection, key, grain, definitions, may_be_empty=may_be_empty)
    return Outcome(row_count(connection, key), {}, (structure,))
