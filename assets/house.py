"""All steps of the house in building order, what is stale among them, and the making of one."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path

import duckdb

from assets.disk import disk_in_words
from assets.draw import chart_steps
from assets.export import export_step
from assets.ingest import ingest_steps
from assets.publish import publish_step
from assets.reference import read_definitions, reference_steps
from assets.report import report_step
from assets.steps import (
    BUSY,
    CheckResult,
    Outcome,
    Place,
    Step,
    WarehouseBusyError,
    fingerprint,
    fingerprints,
)
from assets.transform import transform_steps

# A run that is stopped waits for what it began: a few seconds' work.
MOST_AHEAD = 4


class CheckFailed(Exception):
    """A critical check failed; the message names the thing, the checks and what they saw."""


def all_steps(place: Place) -> list[Step]:
    """Every step, each after what it reads."""
    definitions = read_definitions(place.reference)
    tables = [
        *reference_steps(place, definitions),
        *ingest_steps(place, definitions),
        *transform_steps(place, definitions),
    ]
    marts = [step for step in tables if step.room == "marts"]
    charts = chart_steps(place)
    made = [*tables, *charts, export_step(place, marts, definitions)]
    steps = [*made, report_step(place, made)]
    return [*steps, publish_step(place, steps)]


def stale_steps(place: Place, steps: list[Step]) -> list[Step]:
    """Steps whose digest or inputs changed since they were last made.

    A build that stopped half-way goes on where it stopped; a release whose file was taken away is made
    again from the start.
    """
    recorded = _recorded(place.build_file)
    if steps[-1].key in recorded and not place.published_file.is_file():
        recorded = {}
    current = fingerprints(steps)
    return [step for step in steps if recorded.get(step.key) != current[step.key]]


def make(connection: duckdb.DuckDBPyConnection, step: Step) -> Outcome:
    """Run one step and remember its fingerprint and its checks, in one transaction where it can be.

    The fingerprint is that of the inputs as they lie in the build file, which need not be those a
    refresh would have made: a table made alone from old inputs stays stale. A step with a failed
    critical check, or made from one, keeps no fingerprint, so the next refresh makes it again.
    Raises what the step raises, and DiskError when the disk refuses.
    """
    with disk_in_words():
        _prepare(connection)
        connection.execute("delete from build.fingerprints where asset_key = ?", [step.key])
        if not step.is_transaction:
            outcome = step.run(connection)
            _record(connection, step, outcome)
            return outcome
        connection.execute("begin")
        try:
            outcome = step.run(connection)
            _record(connection, step, outcome)
            connection.execute("commit")
        except Exception:
            # a disk that refused has ended the transaction by itself; its error is the one to tell
            with suppress(duckdb.Error):
                connection.execute("rollback")
            raise
        return outcome


def begin_ahead(
    connection: duckdb.DuckDBPyConnection, steps: Iterable[Step], current: Mapping[str, str]
) -> None:
    """Begin the first few of `steps`, those that are stale and whose inputs are not.

    `current` are the fingerprints of all steps as they stand. What goes wrong here is told by the step
    in its own turn.
    """
    _prepare(connection)
    recorded = dict(connection.execute("from build.fingerprints").fetchall())
    due = (
        step
        for step in steps
        if step.begin
        and recorded.get(step.key) != current[step.key]
        and all(recorded.get(dep) == current[dep] for dep in step.deps)
    )
    for step in islice(due, MOST_AHEAD):
        assert step.begin is not None
        # its files change from here on: a run that stops before its turn must make it again
        connection.execute("delete from build.fingerprints where asset_key = ?", [step.key])
        with suppress(Exception):
            step.begin(connection)


def failed_critically(outcome: Outcome) -> list[CheckResult]:
    """The critical checks that failed."""
    return [check for check in outcome.checks if check.is_critical and not check.passed]


def _prepare(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("create schema if not exists build")
    connection.execute(
        "create table if not exists build.fingerprints (asset_key varchar primary key, digest varchar)"
    )
    connection.execute(
        "create table if not exists build.checks (asset_key varchar, check_name varchar,"
        " is_passed boolean, is_critical boolean, reason varchar, observed varchar)"
    )


def _record(connection: duckdb.DuckDBPyConnection, step: Step, outcome: Outcome) -> None:
    connection.execute("delete from build.checks where asset_key = ?", [step.key])
    for check in outcome.checks:
        observed = json.dumps(check.observed, ensure_ascii=False, default=str)
        connection.execute(
            "insert into build.checks values (?, ?, ?, ?, ?, ?)",
            [step.key, check.name, check.passed, check.is_critical, check.reason, observed],
        )
    inputs = dict(connection.execute("from build.fingerprints").fetchall())
    if not failed_critically(outcome) and inputs.keys() >= set(step.deps):
        print_of_step = fingerprint(step, inputs)
        connection.execute("insert into build.fingerprints values (?, ?)", [step.key, print_of_step])


def _recorded(build_file: Path) -> dict[str, str]:
    """Fingerprints of the last build; none when there is no usable build file."""
    with disk_in_words():
        if not build_file.is_file():
            return {}
    try:
        with duckdb.connect(str(build_file), read_only=True) as connection:
            # asked first: a missing table would be looked for among Python's names
            if not connection.execute(
                "select 1 from duckdb_tables() where schema_name = 'build' and table_name = 'fingerprints'"
            ).fetchall():
                return {}
            return dict(connection.execute("from build.fingerprints").fetchall())
    except duckdb.Error as error:
        if is_locked(error):
            raise WarehouseBusyError(BUSY) from None
        # DuckDB has several classes for a file it cannot read; whoever opens it to write sets it aside
        return {}


def is_locked(error: duckdb.Error) -> bool:
    """Whether DuckDB could not open a file because another process has it open."""
    return "Could not set lock" in str(error)
