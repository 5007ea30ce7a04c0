"""A small house to try things in: the reference pack whole, of the figures only output and population.

Built once for the whole suite, without charts; whoever wants to change something takes a copy, which
is as fresh as the original because fingerprints know contents and not places.
"""

import atexit
import csv
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from unittest.mock import patch

import dagster
import duckdb

from assets.house import all_steps, make, stale_steps
from assets.steps import Outcome, Place, Step
from orchestration.code_location import build_defs

ROOT = Path(__file__).parents[1]
SERIES = ("gdp_nominal", "population_resident", "census_population", "gdp_index_prev_year_100")
CODE = ("sql", "expectations", "assets", "orchestration")


def small_house(folder: Path) -> Place:
    """The checkout in small at `folder`: code by link, facts and the figures of SERIES by copy."""
    place = Place(root=folder, pack="cn", build=folder / "warehouse" / "build")
    for name in CODE:
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "warehouse" / "reference", folder / "warehouse" / "reference")
    header, *lines = read_lines(ROOT / "warehouse" / "snapshots" / "manifest.csv")
    kept = [line for line in lines if _is_kept(dict(zip(header, line, strict=True)))]
    for line in kept:
        file = place.snapshots / f"{line[0]}.csv"
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / "warehouse" / "snapshots" / f"{line[0]}.csv", file)
    write_lines(place.snapshots / "manifest.csv", [header, *kept])
    return place


def _is_kept(entry: dict[str, str]) -> bool:
    return entry["series_id"] in SERIES or entry["collection"] == "exchange_rates"


@cache
def built_house() -> Place:
    """The small house after its first refresh; look at it, but change only copies of it."""
    folder = Path(mkdtemp(prefix="qipan-house-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    place = small_house(folder)
    result = refresh(place)
    assert result.success, failures(result)
    return place


def copy_of_built_house(folder: Path) -> Place:
    """A copy of the built house, its build included, to be changed."""
    house = built_house()
    shutil.copytree(house.root, folder, symlinks=True, dirs_exist_ok=True)
    return Place(root=folder, pack=house.pack, build=folder / "warehouse" / "build")


def steps_of(place: Place) -> list[Step]:
    """All steps but the charts, which take longer to draw than everything else to compute."""
    with without_charts():
        return all_steps(place)


@contextmanager
def without_charts() -> Iterator[None]:
    """Within this block a house has no charts, whoever asks for its steps."""
    with patch("assets.house.chart_steps", lambda place: []):
        yield


def refresh(place: Place, keys: Iterable[str] | None = None) -> dagster.ExecuteInProcessResult:
    """Run the main job in this process, for all steps or those with `keys`."""
    steps = steps_of(place)
    chosen = [step.key for step in steps] if keys is None else list(keys)
    with dagster.DagsterInstance.ephemeral() as instance:
        return (
            build_defs(place, steps)
            .resolve_job_def("refresh")
            .execute_in_process(
                instance=instance,
                asset_selection=[dagster.AssetKey(key.split("/")) for key in chosen],
                raise_on_error=False,
                run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
            )
        )


def failures(result: dagster.ExecuteInProcessResult) -> dict[str, str]:
    """What failed in a run: class and message of the cause, by asset key."""
    found = {}
    for event in result.all_events:
        if event.is_step_failure:
            error = event.step_failure_data.error
            cause = error.cause or error
            found[event.step_key.replace("__", "/")] = f"{cause.cls_name}: {cause.message.strip()}"
    return found


def make_tables(place: Place, *keys: str) -> tuple[duckdb.DuckDBPyConnection, dict[str, Outcome]]:
    """Make what is stale of some tables and of what they are made from, nothing else.

    Returns the open connection to the build file and what was made.
    """
    steps = steps_of(place)
    needed = set().union(*(upstream(steps, key) for key in keys))
    stale = [step for step in stale_steps(place, steps) if step.key in needed]
    connection = duckdb.connect(str(place.build_file))
    return connection, {step.key: make(connection, step) for step in stale}


def upstream(steps: list[Step], key: str) -> set[str]:
    """The step with `key` and everything it is made from."""
    deps = {step.key: step.deps for step in steps}
    needed: set[str] = set()
    waiting = [key]
    while waiting:
        current = waiting.pop()
        if current not in needed:
            needed.add(current)
            waiting.extend(deps[current])
    return needed


def published(place: Place, query: str) -> list[tuple[Any, ...]]:
    """What a reader of the published file gets."""
    with duckdb.connect(str(place.published_file), read_only=True) as reader:
        return reader.execute(query).fetchall()


def read_lines(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write_lines(path: Path, lines: Iterable[Iterable[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(lines)


def change_line(path: Path, key: str, **cells: str) -> None:
    """Change cells of the one line whose first cell is `key`."""
    header, *lines = read_lines(path)
    (line,) = [line for line in lines if line[0] == key]
    for column, value in cells.items():
        line[header.index(column)] = value
    write_lines(path, [header, *lines])


def add_line(path: Path, **cells: str) -> None:
    """Append one line; columns not named stay empty."""
    header, *lines = read_lines(path)
    assert set(cells) <= set(header), set(cells) - set(header)
    write_lines(path, [header, *lines, [cells.get(column, "") for column in header]])


def change_figure(place: Place, snapshot: str, region: str, period: str, text: str, *, vouch: bool) -> None:
    """Print another figure in a snapshot; with `vouch` the manifest learns of it."""
    path = place.snapshots / f"{snapshot}.csv"
    change_line(path, region, **{period: text})
    if vouch:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        change_line(place.snapshots / "manifest.csv", snapshot, sha256=digest)


def tree_state(folder: Path) -> dict[str, str]:
    """Digest of every file below a folder, the build left out."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "build" not in path.relative_to(folder).parts
    }


def environment(place: Place) -> dict[str, str]:
    """Environment of a process that works on this place's build."""
    return os.environ | {"QIPAN_BUILD": str(place.build), "QIPAN_PACK": place.pack, "PYTHONPATH": str(ROOT)}
