"""Running jobs in this process, as the UI would, with a line per asset or series."""

import re
import sqlite3
from collections.abc import Iterable, Sequence

import dagster
import sqlalchemy

from assets.steps import Place, Step
from orchestration.assets_from_steps import asset_key
from orchestration.code_location import build_defs
from orchestration.notification import settle
from orchestration.resources import webhook_address
from orchestration.sensors import asset_of, incidents_of

# What Ctrl-C becomes on its way through Dagster and DuckDB.
INTERRUPTIONS = ("DagsterExecutionInterruptedError", "KeyboardInterrupt", "Query interrupted")
QUIET = {"console": {"config": {"log_level": "CRITICAL"}}}
# Keeping a copy of what is printed takes two processes a run, which answer Ctrl-C with a traceback each.
NO_COPY = {
    "compute_logs": {
        "module": "dagster._core.storage.noop_compute_log_manager",
        "class": "NoOpComputeLogManager",
    }
}


def run_refresh(place: Place, steps: list[Step], stale: list[Step]) -> list[str]:
    """Make the stale steps; returns what failed, one line each, empty when all went well.

    Raises KeyboardInterrupt when somebody stopped the run.
    """
    job = build_defs(place, steps).resolve_job_def("refresh")
    with instance_of(place) as instance:
        result = job.execute_in_process(
            instance=instance,
            asset_selection=[asset_key(step.key) for step in stale],
            raise_on_error=False,
            run_config={"loggers": QUIET},
        )
    return finish_run(place, result)


def instance_of(place: Place) -> dagster.DagsterInstance:
    """The run history in the build folder, the same the UI shows."""
    if not sqlalchemy.event.contains(sqlalchemy.Engine, "connect", _skip_disk_sync):
        sqlalchemy.event.listen(sqlalchemy.Engine, "connect", _skip_disk_sync)
    home = place.build / "dagster"
    home.mkdir(parents=True, exist_ok=True)
    # the one public way to open an instance with another setting; nothing about it is temporary
    return dagster.DagsterInstance.local_temp(str(home), overrides=NO_COPY)


def finish_run(place: Place, result: dagster.ExecuteInProcessResult) -> list[str]:
    """What failed, one entry each; notifies of it and of what recovered. Raises KeyboardInterrupt."""
    failed = [event for event in result.all_events if event.is_step_failure]
    failures = [f"  {asset_of(event)}: {_words_of(event.step_failure_data.error)}" for event in failed]
    if not result.success and not failures:
        # no step failed because none began: the build file could not be had
        failures = list(_run_failures(result.all_events))
    if any(interruption in failure for failure in failures for interruption in INTERRUPTIONS):
        raise KeyboardInterrupt
    made = [asset_of(event) for event in result.all_events if event.is_step_success]
    # who sits before the command line reads the failures there
    settle(place, incidents_of(failed), made, webhook_address(), lambda _line: None)
    return failures


def _run_failures(events: Sequence[dagster.DagsterEvent]) -> Iterable[str]:
    for event in events:
        error = getattr(event.event_specific_data, "error", None) if event.is_failure else None
        if error:
            yield f"  {_words_of(error)}"


def _words_of(error: object) -> str:
    """An error's own sentence, without the path of its class."""
    cause = getattr(error, "cause", None) or error
    message = str(getattr(cause, "message", "failed"))
    words = re.sub(r"^[\w.]+(Error|Failed|Exception): ", "", message.strip())
    return words.replace("\n", "\n    ")


def _skip_disk_sync(connection: sqlite3.Connection, _record: object) -> None:
    """The run history needs no disk sync for each of its events; it took a quarter of a run's overhead."""
    connection.execute("pragma synchronous = off")
