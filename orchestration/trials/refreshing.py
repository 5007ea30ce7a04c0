"""Refreshes of the small house in processes of their own, which may be killed at any moment."""

import multiprocessing
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import duckdb

from assets.house import failed_critically, make, stale_steps
from assets.steps import Outcome, Place, Step
from orchestration.place import ROOT
from orchestration.resources import opened_build

# Forked from a process that has loaded everything: a kill falls on the work and not on imports.
PROCESSES = multiprocessing.get_context("forkserver")
LOADED = ("great_expectations", "jinja2", "orchestration.run", __name__)
# Names the steps of a place; a function other processes can import.
StepsOf = Callable[[Place], list[Step]]
NOW = "now "
DAGSTER_EVERY = 10


class Refresh:
    """One refresh of a place under way, in a process group of its own; what it prints goes to `log`."""

    def __init__(self, place: Place, steps: StepsOf, log: Path, *, through_dagster: bool) -> None:
        PROCESSES.set_forkserver_preload(list(LOADED))
        self.log = log
        log.write_text("")
        self._process = PROCESSES.Process(target=_refresh, args=(place, steps, log, through_dagster))
        self._process.start()

    def ended_within(self, seconds: float | None) -> bool:
        """Wait at most so long for the end, for ever with None; whether it ended."""
        self._process.join(seconds)
        return self._process.exitcode is not None

    def kill(self) -> bool:
        """Kill all it consists of; False when it had ended before."""
        try:
            self._signal(signal.SIGKILL)
        except ProcessLookupError:
            # ended, or so young that it has no group of its own yet
            self._process.kill()
        self._process.join()
        return self._process.exitcode == -signal.SIGKILL

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it in the middle of a step, locks and all, within this block."""
        while NOW not in self.words and not self.ended_within(0.02):
            pass
        self._signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        # group 0 would be the trial itself
        assert self._process.pid, "a process that was started has a number"
        os.killpg(self._process.pid, number)

    @property
    def succeeded(self) -> bool:
        """Whether it ended well."""
        return self._process.exitcode == 0

    @property
    def words(self) -> str:
        """Everything it printed."""
        return self.log.read_text()

    @property
    def phase(self) -> str:
        """What it was at last: the room of the step it was making, or `start` before the first."""
        announced = [line for line in self.words.split("\n") if line.startswith(NOW)]
        return announced[-1].removeprefix(NOW).split("/")[0] if announced else "start"


def _refresh(place: Place, steps_of: StepsOf, log: Path, through_dagster: bool) -> None:
    """What the command does; without Dagster where its bookkeeping is not asked for."""
    os.setsid()
    with log.open("a") as output:
        os.dup2(output.fileno(), 1)
        os.dup2(output.fileno(), 2)
    # where killed processes leave temporary files, they are counted
    os.environ["TMPDIR"] = str(temporary_folder(place))
    # nobody is to be told of what happens in a trial
    os.environ.pop("QIPAN_WEBHOOK", None)
    code = 0
    try:
        steps = [_announced(step) for step in steps_of(place)]
        stale = stale_steps(place, steps)
        failures = _through_dagster(place, steps, stale) if through_dagster else _directly(place, stale)
        code = int(bool(failures))
        print(*failures, sep="\n", flush=True)
    except Exception as error:
        code = 1
        print(f"{type(error).__name__}: {error}", flush=True)
    os._exit(code)


def _announced(step: Step) -> Step:
    """The step, printing its key when it begins."""

    def run(connection: duckdb.DuckDBPyConnection, begin: Callable[..., Outcome] = step.run) -> Outcome:
        print(f"{NOW}{step.key}", flush=True)
        return begin(connection)

    return replace(step, run=run)


def _through_dagster(place: Place, steps: list[Step], stale: list[Step]) -> list[str]:
    home = place.build / "dagster"
    home.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / "orchestration" / "dagster.yaml", home / "dagster.yaml")
    os.environ["DAGSTER_HOME"] = str(home)
    from orchestration.run import run_refresh

    return run_refresh(place, steps, stale)


def _directly(place: Place, stale: list[Step]) -> list[str]:
    with opened_build(place) as connection:
        for step in stale:
            failed = failed_critically(make(connection, step))
            if failed:
                return [f"{step.key}: {check.name} failed: {check.observed}" for check in failed]
    return []


def temporary_folder(place: Place) -> Path:
    """Where the refreshes of a trial put temporary files."""
    return place.root / "temporary"


def is_dagsters_turn(number: int) -> bool:
    """Every tenth refresh goes through Dagster as the command does; the others save its bookkeeping."""
    return number % DAGSTER_EVERY == DAGSTER_EVERY - 1
