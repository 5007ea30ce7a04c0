"""Running the main job in this process, as the UI would, with a line per asset."""

import re
import sqlite3

import dagster
import sqlalchemy

from assets.steps import Place, Step
from orchestration.code_location import build_defs

# What Ctrl-C becomes on its way through Dagster and DuckDB.
INTERRUPTIONS = ("DagsterExecutionInterruptedError", "Query interrupted")


def run_refresh(place: Place, steps: list[Step], stale: list[Step]) -> list[str]:
    """Make the stale steps; returns what failed, one line each, empty when all went well.

    Raises KeyboardInterrupt when somebody stopped the run.
    """
    job = build_defs(place, steps).resolve_job_def("refresh")
    sqlalchemy.event.listen(sqlalchemy.Engine, "connect", _skip_disk_sync)
    with dagster.DagsterInstance.get() as instance:
        result = job.execute_in_process(
            instance=instance,
            asset_selection=[dagster.AssetKey(step.key.split("/")) for step in stale],
            raise_on_error=False,
            run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
        )
    failures = []
    for event in result.all_events:
        if event.is_step_failure:
            error = event.step_failure_data.error
            cause = (error.cause or error) if error else None
            key = str(event.step_key).replace("__", "/")
            failures.append(f"  {key}: {_in_words(cause.message) if cause else 'failed'}")
    if not result.success and not failures:
        # no step failed because none began: the build file could not be had
        for event in result.all_events:
            error = getattr(event.event_specific_data, "error", None) if event.is_failure else None
            if error:
                failures.append(f"  {_in_words((error.cause or error).message)}")
    if any(interruption in failure for failure in failures for interruption in INTERRUPTIONS):
        raise KeyboardInterrupt
    return failures


def _in_words(message: str) -> str:
    """An error's own sentence, without the path of its class."""
    return re.sub(r"^[\w.]+(Error|Failed|Exception): ", "", message.strip())


def _skip_disk_sync(connection: sqlite3.Connection, _record: object) -> None:
    """The run history needs no disk sync for each of its events; it took a quarter of a run's overhead."""
    connection.execute("pragma synchronous = off")
