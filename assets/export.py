"""Marts as Parquet and CSV, with a data package descriptor, for people who leave with the data.

Parquet files hold a mart as it is. CSV files hold its ids and numbers; the names that repeat on every
row (of groups, indicators, regions, views) are in CSV files of their own, joined by id, which keeps a
file a third of the size.
"""

import gzip
import json
import shutil
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb

from assets.steps import Outcome, Place, Step, digest_files
from assets.tables import ColumnDefinition, columns_of, row_count

FRICTIONLESS_TYPES = {
    "VARCHAR": "string",
    "DOUBLE": "number",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "datetime",
}
# Tables of names, by the column that identifies a row.
NAMES = {
    "group_id": "core/groups",
    "indicator_id": "core/indicators",
    "region_id": "core/regions",
    "view_id": "core/views",
}
LABEL_ENDINGS = ("_zh_hans", "_zh_hant", "_en")
LICENCE_NOTE = (
    "Published figures are facts of the publishers named in ingest.snapshots; cite them. "
    "The arrangement, the derived figures and the code are Apache-2.0."
)


def export_step(place: Place, marts: list[Step], definitions: dict[str, ColumnDefinition]) -> Step:
    """One step that writes every mart to `exports/` as Parquet and gzipped CSV, with datapackage.json."""

    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        folder = place.staged / "exports"
        folder.mkdir(parents=True, exist_ok=True)
        resources = [_write_names(connection, key, folder, definitions) for key in NAMES.values()]
        with ThreadPoolExecutor() as pool:
            compressing: list[Future[None]] = []
            for mart in marts:
                resources += _write_mart(connection, mart, folder, definitions, pool, compressing)
            for done in compressing:
                done.result()
        package = {
            "profile": "tabular-data-package",
            "name": f"qipan-{place.pack}",
            "title": "Qipan: gaps between blocs and strategy zones",
            "licenses": [{"name": "Apache-2.0", "title": LICENCE_NOTE}],
            "resources": resources,
        }
        text = json.dumps(package, ensure_ascii=False, indent=1)
        (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8")
        size = sum(path.stat().st_size for path in folder.iterdir())
        return Outcome(facts={"files": len(resources) + 1, "megabytes": round(size / 1e6, 1)})

    return Step(
        key="exports/marts",
        description="Every mart as Parquet and CSV with a data package descriptor.",
        deps=(*(mart.key for mart in marts), *NAMES.values()),
        digest=digest_files([Path(__file__)]),
        run=run,
        kinds=("parquet", "csv"),
    )


def label_columns(columns: list[str]) -> set[str]:
    """Columns that hold one name in three languages: those present with all three endings."""
    stems = {name.removesuffix("_zh_hans") for name in columns if name.endswith("_zh_hans")}
    whole = {stem for stem in stems if all(f"{stem}{ending}" in columns for ending in LABEL_ENDINGS)}
    return {f"{stem}{ending}" for stem in whole for ending in LABEL_ENDINGS}


def _write_names(
    connection: duckdb.DuckDBPyConnection,
    key: str,
    folder: Path,
    definitions: dict[str, ColumnDefinition],
) -> dict[str, Any]:
    columns = columns_of(connection, key)
    path = folder / f"{key.split('/')[1]}.csv"
    connection.execute(f"copy {key.replace('/', '.')} to {_literal(path)} (format csv, header)")
    identifier = next(column for column, table in NAMES.items() if table == key)
    return {
        "name": path.stem,
        "path": path.name,
        "format": "csv",
        "encoding": "utf-8",
        "rows": row_count(connection, key),
        "schema": {"fields": _fields(columns, definitions), "primaryKey": [identifier]},
    }


def _write_mart(
    connection: duckdb.DuckDBPyConnection,
    mart: Step,
    folder: Path,
    definitions: dict[str, ColumnDefinition],
    pool: ThreadPoolExecutor,
    compressing: list[Future[None]],
) -> list[dict[str, Any]]:
    name = mart.key.split("/")[1]
    table = mart.key.replace("/", ".")
    columns = columns_of(connection, mart.key)
    labels = label_columns([column for column, _ in columns])
    kept = [(column, kind) for column, kind in columns if column not in labels]
    grain = str(mart.facts["grain"]).split(", ")
    parquet, csv = folder / f"{name}.parquet", folder / f"{name}.csv.gz"
    connection.execute(f"copy {table} to {_literal(parquet)} (format parquet, compression zstd)")
    selected = ", ".join(f'"{column}"' for column, _ in kept)
    plain = csv.with_suffix("")
    # ids in quotes on every row: a reader that guesses must see quotes before the first comma in a text
    ids = ", ".join(f'"{column}"' for column, kind in kept if kind == "VARCHAR" and column in grain)
    options = f"format csv, header, force_quote ({ids})"
    connection.execute(f"copy (select {selected} from {table}) to {_literal(plain)} ({options})")
    compressing.append(pool.submit(_compress, plain, csv))
    common = {"description": mart.description, "rows": row_count(connection, mart.key)}
    keys = [
        {"fields": column, "reference": {"resource": NAMES[column].split("/")[1], "fields": column}}
        for column, _ in kept
        if column in NAMES and _all_named(connection, table, column)
    ]
    return [
        common
        | {"name": f"{name}-parquet", "path": parquet.name, "format": "parquet"}
        | {"schema": {"fields": _fields(columns, definitions), "primaryKey": grain}},
        common
        | {"name": name, "path": csv.name, "format": "csv", "compression": "gz", "encoding": "utf-8"}
        | {"schema": {"fields": _fields(kept, definitions), "primaryKey": grain, "foreignKeys": keys}},
    ]


def _compress(plain: Path, target: Path) -> None:
    """Gzip at the fastest level and without a time stamp, so that equal content gives equal bytes."""
    with plain.open("rb") as source, gzip.GzipFile(target, "wb", compresslevel=1, mtime=0) as sink:
        shutil.copyfileobj(source, sink, length=1 << 20)
    plain.unlink()


def _all_named(connection: duckdb.DuckDBPyConnection, table: str, column: str) -> bool:
    """Whether every id has a name; inequality_accounting has rows for `all`, which is no group."""
    names = NAMES[column].replace("/", ".")
    return not connection.execute(f"from {table} anti join {names} using ({column}) limit 1").fetchall()


def _fields(columns: list[tuple[str, str]], definitions: dict[str, ColumnDefinition]) -> list[dict[str, str]]:
    return [
        {
            "name": column,
            "type": FRICTIONLESS_TYPES[kind],
            "description": definitions[column].description_en,
            "unit": definitions[column].unit,
        }
        for column, kind in columns
    ]


def _literal(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
