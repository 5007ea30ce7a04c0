"""Reading a release as a user does, again and again, and telling whether it was one release as a whole."""

import multiprocessing
import os
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Protocol

import duckdb

# At most so long between two looks, in seconds; within it a release may take the other's place.
PAUSE = 1.0


class TornReleaseError(Exception):
    """What was read is not one whole release."""


@dataclass
class Tally:
    """What one reader saw: reads by release, how often it saw the release change, and what went wrong."""

    reads: Counter[str] = field(default_factory=Counter)
    changes: int = 0
    torn: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class Sink(Protocol):
    """Where a reader puts its tally: a queue between processes."""

    def put(self, tally: Tally) -> None:
        """Take one tally."""


def read_release(file: Path) -> tuple[str, str]:
    """Open the published file; returns the release's id and a digest of its marts.

    Raises TornReleaseError when it is not whole: a table without the rows the catalog lists for it, or a
    failed critical check.
    """
    with duckdb.connect(str(file), read_only=True, config={"threads": 1}) as reader:
        return _read(reader)


def poll(file: Path, digests: dict[str, str], seed: int, stop: Event, sink: Sink) -> None:
    """Read `file` until told to stop, twice per opening, and compare with the releases known to exist."""
    os.nice(5)
    trial = multiprocessing.parent_process()
    chance = random.Random(seed)
    tally = Tally()
    last = None
    while not stop.is_set() and (trial is None or trial.is_alive()):
        try:
            with duckdb.connect(str(file), read_only=True, config={"threads": 1}) as reader:
                release = _read(reader)
                time.sleep(chance.uniform(0, PAUSE))
                if _read(reader) != release:
                    raise TornReleaseError(f"release {release[0]} changed under an open connection")
            if digests.get(release[0]) != release[1]:
                raise TornReleaseError(f"release {release[0]} with figures of another")
            tally.reads[release[0]] += 2
            tally.changes += last is not None and last != release[0]
            last = release[0]
        except TornReleaseError as error:
            tally.torn.append(str(error))
        except Exception as error:
            tally.errors.append(f"{type(error).__name__}: {error}")
        time.sleep(chance.uniform(0, PAUSE))
    sink.put(tally)


def _read(reader: duckdb.DuckDBPyConnection) -> tuple[str, str]:
    ((release_id,),) = reader.execute("select release_id from catalog.release").fetchall()
    listed = reader.execute("select room || '.' || table_name, row_count from catalog.tables").fetchall()
    counts = " union all ".join(f"select '{name}', count(*) from {name}" for name, _ in listed)
    found = reader.execute(counts).fetchall()
    if sorted(found) != sorted(listed):
        raise TornReleaseError(f"release {release_id}: {set(found) ^ set(listed)}")
    ((failed,),) = reader.execute(
        "select count(*) from catalog.checks where is_critical and not is_passed"
    ).fetchall()
    if failed:
        raise TornReleaseError(f"release {release_id}: {failed} critical checks failed")
    return release_id, _digest(reader)


def _digest(reader: duckdb.DuckDBPyConnection) -> str:
    """Sum of the hashes of each mart's rows, whatever their order."""
    # sums of doubles by several threads differ in the last digits from build to build
    marts = reader.execute(
        "select schema_name || '.' || table_name, string_agg(case when data_type = 'DOUBLE'"
        " then 'round(' || column_name || ', 6)' else column_name end, ', ' order by column_index)"
        " from duckdb_columns() where schema_name = 'marts' group by all order by all"
    ).fetchall()
    sums = " union all ".join(f"select sum(hash({columns})::hugeint) from {name}" for name, columns in marts)
    return " ".join(str(total) for (total,) in reader.execute(sums).fetchall())
