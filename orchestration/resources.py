"""Resources: the settings a run takes from outside, and the one connection it has to the build file.

With `place` the only module that reads the environment. Order of truth: explicit argument, environment
variable, default beside the code.
"""

import fcntl
import os
import shutil
import time
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import dagster
import duckdb
from pydantic import PrivateAttr

from assets.disk import disk_in_words, refusal
from assets.house import is_locked
from assets.landing.settings import TransportSettings, settings_from
from assets.publish import remove_unfinished_release
from assets.steps import BUSY, Place, WarehouseBusyError

# How long somebody who only asks what is stale may keep the build file open.
PATIENCE_SECONDS = 3.0


def transport_settings(hosts: Iterable[str], **changes: Any) -> TransportSettings:
    """How the publishers at `hosts` are asked: from QIPAN_* of the environment, with `changes` on top.

    Raises SettingError.
    """
    return replace(settings_from(os.environ, hosts), **changes)


def webhook_address() -> str | None:
    """Where incidents are posted: QIPAN_WEBHOOK, or nowhere."""
    return os.environ.get("QIPAN_WEBHOOK", "").strip() or None


class Warehouse(dagster.ConfigurableResource):
    """One read-write connection to the private build file for the length of a run.

    In-process execution makes sharing it safe. A second run at the same time is refused with
    WarehouseBusyError, whoever started it.
    """

    root: str
    pack: str
    build: str
    _connection: duckdb.DuckDBPyConnection | None = PrivateAttr(default=None)

    @classmethod
    def at(cls, place: Place) -> "Warehouse":
        """The resource for a place."""
        return cls(root=str(place.root), pack=place.pack, build=str(place.build))

    @property
    def place(self) -> Place:
        """Where the house stands."""
        return Place(root=Path(self.root), pack=self.pack, build=Path(self.build))

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """The run's connection; only there while a run is going on."""
        if self._connection is None:
            raise RuntimeError("the warehouse has no connection outside a run")
        return self._connection

    @contextmanager
    def yield_for_execution(self, context: dagster.InitResourceContext) -> Generator["Warehouse", None, None]:
        """Open the build file for a run and close it afterwards, under a lock."""
        with opened_build(self.place) as self._connection:
            if context.instance:
                _end_killed_runs(context.instance, context.run_id)
            try:
                yield self
            finally:
                self._connection = None


@contextmanager
def opened_build(place: Place) -> Generator[duckdb.DuckDBPyConnection, None, None]:
    """The build file open for writing, under the lock, rid of what a killed run left lying about.

    A build file that cannot be read is set aside and a new one begun: everything in it can be made again.
    Raises WarehouseBusyError when another process is at work, DiskError when the disk refuses.
    """
    with locked_build(place):
        with disk_in_words():
            remove_unfinished_release(place)
            shutil.rmtree(place.build_file.with_name(f"{place.build_file.name}.tmp"), ignore_errors=True)
            connection = _connect(place.build_file)
        try:
            yield connection
        finally:
            connection.close()


@contextmanager
def locked_build(place: Place) -> Generator[None, None, None]:
    """Hold the build lock; raises WarehouseBusyError when another process holds it, or DiskError."""
    with disk_in_words():
        place.build_file.parent.mkdir(parents=True, exist_ok=True)
        lock = place.build_file.with_suffix(".lock").open("a")
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WarehouseBusyError(BUSY) from None
        yield


def _connect(build_file: Path) -> duckdb.DuckDBPyConnection:
    patience = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return duckdb.connect(str(build_file))
        except duckdb.Error as error:
            if refusal(error):
                raise
            if not is_locked(error):
                _set_aside(build_file, error)
            elif time.monotonic() < patience:
                time.sleep(0.1)
            else:
                raise WarehouseBusyError(BUSY) from None


def _set_aside(build_file: Path, error: duckdb.Error) -> None:
    """Move an unreadable build file and its log out of the way; only the last one is kept."""
    aside = build_file.with_stem(f"{build_file.stem}.unreadable")
    for ending in ("", ".wal"):
        found, kept = Path(f"{build_file}{ending}"), Path(f"{aside}{ending}")
        kept.unlink(missing_ok=True)
        if found.exists():
            found.replace(kept)
    print(
        f"  the build file could not be read and is now {aside.name}; a whole refresh fills a new one"
        f" ({str(error).splitlines()[0]})",
        flush=True,
    )


def _end_killed_runs(instance: dagster.DagsterInstance, run_id: str | None) -> None:
    """Report runs as failed that look alive although nobody held the lock; the run queue waits for them."""
    alive = [dagster.DagsterRunStatus.STARTED, dagster.DagsterRunStatus.CANCELING]
    for run in instance.get_runs(dagster.RunsFilter(statuses=alive)):
        if run.run_id != run_id:
            instance.report_run_failed(run, "killed before its end; the next run went on from there")
