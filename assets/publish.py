"""Publication: the private build becomes the file everybody reads, in one rename.

Readers never open the build file. The published file is written beside its place under another name,
opened once to see that it is whole, and renamed over the old one; a reader that has the old file open
keeps it until it closes.
"""

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from assets.frozen import freeze, refuse_other_bytes
from assets.steps import Outcome, Place, Step, digest_files, fingerprints, release_id

# DuckDB 2.0's own storage cannot be opened by 1.4 and 1.5 clients; this version can, by all of them.
STORAGE_VERSION = "v1.4.0"
# Tables of work in progress, large and of no use to readers.
NOT_PUBLISHED = {"core/member_values", "core/member_moments", "core/group_sums", "core/viewed_ratios"}

# What a reader would have seen on a day: from core.as_of('2019-08-31').
AS_OF = """
    create macro release.core.as_of(day) as table
    select * from core.observations
    where published_on <= cast(day as date)
    qualify row_number() over (
        partition by indicator_id, region_id, period order by vintage_rank desc
    ) = 1
"""
CATALOG = ("tables", "columns", "checks", "release")


class PublishError(Exception):
    """The new release could not be put in place; the one published before stays."""


def publish_step(place: Place, steps: Sequence[Step]) -> Step:
    """The last step: catalog, published file, charts, report and exports in place, charts frozen.

    `steps` are all others in building order. The run raises PublishError when one of them is stale or the
    written file is not whole, and FrozenFileError when the same release was frozen with other files.
    """
    prints = fingerprints(list(steps))
    release = release_id(prints)
    tables = [step for step in steps if _is_table(step)]

    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        _refuse_stale(connection, prints)
        _write_catalog(connection, tables, release)
        new_file = _unfinished_release(place)
        remove_unfinished_release(place)
        try:
            _copy_database(connection, new_file, tables)
            rows = _inspect(new_file, tables, release)
            refuse_other_bytes(place, steps, release)
            for folder in sorted(place.staged.iterdir()) if place.staged.is_dir() else ():
                if folder.name == "report":
                    # written as a whole; a page of what is no more must not stay
                    shutil.rmtree(place.build / folder.name, ignore_errors=True)
                _move_files(folder, place.build / folder.name)
            frozen = freeze(place, steps, release)
            # last, so that a release whose files could not be placed is not the published one
            new_file.replace(place.published_file)
        finally:
            remove_unfinished_release(place)
        megabytes = round(place.published_file.stat().st_size / 1e6, 1)
        facts = {"release": release, "tables": len(tables), "megabytes": megabytes, "frozen": frozen}
        return Outcome(rows=rows, facts=facts)

    return Step(
        key="release/qipan",
        description="The published warehouse file, replaced as a whole, with charts, report and exports.",
        deps=tuple(step.key for step in steps),
        digest=digest_files([Path(__file__), Path(__file__).with_name("frozen.py")]),
        run=run,
        kinds=("duckdb",),
        is_transaction=False,
    )


def remove_unfinished_release(place: Place) -> None:
    """Remove what a publication that did not end has left; only for the holder of the build lock."""
    # its log as well: DuckDB would replay it into the next file of that name
    for path in place.build_file.parent.glob("release*.duckdb*"):
        path.unlink(missing_ok=True)


def _unfinished_release(place: Place) -> Path:
    return place.build_file.with_name("release.duckdb")


def _refuse_stale(connection: duckdb.DuckDBPyConnection, prints: dict[str, str]) -> None:
    """Raise PublishError unless everything was made, passed and is as the files say it should be."""
    made = dict(connection.execute("from build.fingerprints").fetchall())
    stale = [key for key, expected in prints.items() if made.get(key) != expected]
    if stale:
        raise PublishError(
            f"{len(stale)} assets are stale or failed a critical check ({', '.join(stale[:3])} ...);"
            " run the refresh; the warehouse published before is untouched"
        )


def _is_table(step: Step) -> bool:
    return "duckdb" in step.kinds and step.key not in NOT_PUBLISHED


def _write_catalog(connection: duckdb.DuckDBPyConnection, tables: Sequence[Step], release_id: str) -> None:
    """Tables that list the tables and columns of the release, for people who come with SQL only."""
    connection.execute("create schema if not exists catalog")
    connection.execute(
        "create or replace table catalog.tables (room varchar, table_name varchar, description varchar,"
        " grain varchar, method_id varchar, method varchar, row_count bigint)"
    )
    for step in tables:
        count = connection.execute(f"select count(*) from {step.key.replace('/', '.')}").fetchall()[0][0]
        facts = [step.facts.get(name) for name in ("grain", "method_id", "method")]
        connection.execute(
            "insert into catalog.tables values (?, ?, ?, ?, ?, ?, ?)",
            [step.room, step.key.split("/")[1], step.description, *facts, count],
        )
    connection.execute(
        "create or replace table catalog.columns as"
        " select listed.schema_name as room, listed.table_name, listed.column_name, listed.column_index,"
        " listed.data_type, definitions.unit, definitions.description_en, definitions.description_zh"
        " from duckdb_columns() as listed"
        " inner join catalog.tables as tables"
        "   on listed.schema_name = tables.room and listed.table_name = tables.table_name"
        " left join reference.columns as definitions on listed.column_name = definitions.column_name"
        " where listed.database_name = current_database()"
        " order by listed.schema_name, listed.table_name, listed.column_index"
    )
    connection.execute("create or replace table catalog.checks as from build.checks")
    now = datetime.now(UTC).replace(microsecond=0, tzinfo=None)
    connection.execute(
        "create or replace table catalog.release as select ? as release_id, cast(? as timestamp) as built_at",
        [release_id, now.isoformat()],
    )


def _copy_database(connection: duckdb.DuckDBPyConnection, new_file: Path, tables: Sequence[Step]) -> None:
    path = str(new_file).replace("'", "''")
    connection.execute(f"attach '{path}' as release (storage_version '{STORAGE_VERSION}')")
    try:
        names = [step.key for step in tables] + [f"catalog/{name}" for name in CATALOG]
        for room in sorted({name.split("/")[0] for name in names}):
            connection.execute(f"create schema release.{room}")
        for name in names:
            table = name.replace("/", ".")
            connection.execute(f"create table release.{table} as from {table}")
        _copy_comments(connection)
        connection.execute(AS_OF)
    finally:
        connection.execute("detach release")


def _copy_comments(connection: duckdb.DuckDBPyConnection) -> None:
    """`create table as` leaves comments behind; carry them over."""
    here = connection.execute("select current_database()").fetchall()[0][0]
    statements = connection.execute(
        "select 'comment on table release.' || schema_name || '.' || table_name || ' is '"
        " || '''' || replace(comment, '''', '''''') || ''''"
        " from duckdb_tables() where database_name = ? and comment is not null"
        " and (schema_name, table_name) in (select (schema_name, table_name) from duckdb_tables()"
        "   where database_name = 'release')"
        " union all"
        " select 'comment on column release.' || schema_name || '.' || table_name || '.\"'"
        " || column_name || '\" is ''' || replace(comment, '''', '''''') || ''''"
        " from duckdb_columns() where database_name = ? and comment is not null"
        " and (schema_name, table_name) in (select (schema_name, table_name) from duckdb_tables()"
        "   where database_name = 'release')",
        [here, here],
    ).fetchall()
    for (statement,) in statements:
        connection.execute(statement)


def _inspect(new_file: Path, tables: Sequence[Step], release_id: str) -> int:
    """Open the written file as a reader would; raises PublishError unless it is the whole release."""
    with duckdb.connect(str(new_file), read_only=True) as reader:
        found = reader.execute("select release_id from catalog.release").fetchall()
        listed, rows = reader.execute("select count(*), sum(row_count) from catalog.tables").fetchall()[0]
        stored = reader.execute(
            "select sum(estimated_size) from duckdb_tables() where schema_name <> 'catalog'"
        ).fetchall()[0][0]
    if found != [(release_id,)] or listed != len(tables) or stored != rows:
        raise PublishError(
            f"the written file holds {listed} tables and {stored} rows instead of {len(tables)} and {rows};"
            " the warehouse published before is untouched; run the refresh again"
        )
    return int(rows)


def _move_files(source: Path, target: Path) -> None:
    """Move every file below `source` to `target`, each in one rename."""
    for name in sorted(path.relative_to(source) for path in source.rglob("*") if path.is_file()):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).replace(target / name)
    shutil.rmtree(source)
