"""Every fault of the replay server against one series that was landed before: error, requests, what stayed.

    qipan bench faults

The series is asked for again while the fault is on, as a scheduled run would. What must hold: the error is
the one the fault names, the answer held before is the one still read, the published file is untouched.
"""

import hashlib
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assets.landing.collecting import Plan, collect
from assets.landing.planning import plan_collection
from assets.landing.reading import read_series
from assets.landing.settings import TransportSettings
from assets.landing.store import LandingStore
from assets.landing.transport import PoliteClient
from assets.sources.nbs_data import HOSTS
from assets.steps import Place
from orchestration.replay.command import replaying
from orchestration.replay.faults import FAULTS, Fault
from orchestration.replay.server import ReplayServer

KEY = ("nbs_province_year", "gdp_nominal")
# Short times, or faults of silence would take minutes each; the attempts are the real ones.
QUICK: dict[str, Any] = {
    "connect_timeout": 1.0,
    "read_timeout": 0.5,
    "total_timeout": 2.0,
    "backoff": 0.01,
    "longest_wait": 0.1,
}


@dataclass(frozen=True)
class FaultOutcome:
    """What one fault did: the error met (empty for none), requests made, figures read before and after."""

    fault: Fault
    error_name: str
    requests: int
    held_before: str
    held_after: str
    is_published_untouched: bool

    @property
    def is_right(self) -> bool:
        """Whether the error is the one named and nothing held or published was lost."""
        kept = self.held_before == self.held_after or not self.error_name
        return self.error_name == self.fault.error and kept and self.is_published_untouched

    def line(self) -> str:
        """The outcome as one line of the table."""
        kept = "kept" if self.held_before == self.held_after else "revised"
        verdict = "" if self.is_right else f"   WRONG: {self.fault.error or 'no error'} was expected"
        error = self.error_name or "(no error)"
        return f"{self.fault.name:<22} {error:<26} {self.requests:>3} requests  figures {kept}{verdict}"


def run_faults(place: Place, report: Callable[[str], None] = print) -> list[FaultOutcome]:
    """Try every fault; a line each."""
    outcomes = []
    for outcome in _try_all(place):
        report(outcome.line())
        outcomes.append(outcome)
    wrong = sum(not outcome.is_right for outcome in outcomes)
    report(f"{len(outcomes)} faults, {wrong} not as they should be")
    return outcomes


def _try_all(place: Place) -> Iterator[FaultOutcome]:
    plan = plan_collection(place, KEY[0], again=True)
    plan = replace(plan, lines={KEY: plan.lines[KEY]}, pause=lambda seconds: None)
    with replaying(place, 0) as server:
        settings = TransportSettings(allowed_hosts=HOSTS, contact="", seconds_between=0, replay=server.url)
        settings = replace(settings, **QUICK)
        for fault in FAULTS.values():
            with tempfile.TemporaryDirectory() as folder:
                yield _try(place, plan, fault, server, settings, LandingStore(Path(folder)))
            server.clear()


def _try(
    place: Place,
    plan: Plan,
    fault: Fault,
    server: ReplayServer,
    settings: TransportSettings,
    store: LandingStore,
) -> FaultOutcome:
    _land(_fresh(plan), settings, store)
    before, published = _held(plan, store), _digest(place.published_file)
    asked = len(server.requests)
    server.switch(fault.name)
    error_name = _land(_fresh(plan), settings, store)
    return FaultOutcome(
        fault,
        error_name,
        len(server.requests) - asked,
        before,
        _held(plan, store),
        _digest(place.published_file) == published,
    )


def _fresh(plan: Plan) -> Plan:
    """The plan with facts of its own: reading adds to the figures held."""
    held = {indicator: dict(cells) for indicator, cells in plan.facts.held.items()}
    return replace(plan, facts=replace(plan.facts, held=defaultdict(dict, held)))


def _land(plan: Plan, settings: TransportSettings, store: LandingStore) -> str:
    with closing(PoliteClient(settings)) as client:
        (outcome,) = collect(plan, client, store)
    return outcome.error_name


def _held(plan: Plan, store: LandingStore) -> str:
    """Digest of the figures a build would take now: the newest of each cell."""
    newest: dict[tuple[str, str], float] = {}
    for read in read_series(store, KEY, _fresh(plan).facts):
        for figure in read.figures:
            if figure.value_text:
                newest[figure.region_code, figure.period_text] = float(figure.value_text)
    return hashlib.sha256(repr(sorted(newest.items())).encode()).hexdigest()


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
