"""Resources: where the house stands, and the one connection a run has to the build file.

The only module that reads the environment. Order of truth: explicit argument, environment variable,
default beside the code.
"""

import fcntl
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import dagster
import duckdb
from pydantic import PrivateAttr

from assets.steps import BUSY, Place, WarehouseBusyError

ROOT = Path(__file__).resolve().parents[1]


def default_place() -> Place:
    """The place the environment names: QIPAN_PACK and QIPAN_BUILD, else pack cn and warehouse/build."""
    build = os.environ.get("QIPAN_BUILD")
    return Place(
        root=ROOT,
        pack=os.environ.get("QIPAN_PACK", "cn"),
        build=Path(build).resolve() if build else ROOT / "warehouse" / "build",
    )


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
        with locked_build(self.place):
            self._connection = duckdb.connect(str(self.place.build_file))
            try:
                yield self
            finally:
                self._connection.close()
                self._connection = None


@contextmanager
def locked_build(place: Place) -> Generator[None, None, None]:
    """Hold the build lock; raises WarehouseBusyError when another process holds it."""
    place.build_file.parent.mkdir(parents=True, exist_ok=True)
    lock_file = place.build_file.with_suffix(".lock")
    with lock_file.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WarehouseBusyError(BUSY) from None
        yield
