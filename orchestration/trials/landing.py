"""How fast answers are landed and read: 100 series of 31 provinces and 30 years, from loopback, no pauses.

    qipan bench landing

The asking process is one of its own, so that its peak memory is not the replay server's. Beside it, in
the same run, what a user would do instead: fetch the same answers with requests alone and keep nothing.
"""

import multiprocessing
import resource
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from assets.landing.collecting import collect
from assets.landing.exchange import Years
from assets.landing.planning import plan_collection
from assets.landing.settings import TransportSettings
from assets.landing.store import LandingStore
from assets.landing.transport import PoliteClient
from assets.sources.nbs_data import HOSTS
from assets.steps import Place
from orchestration.replay.command import replaying
from orchestration.replay.wire import Request

COLLECTION, NUMBER, YEARS = "nbs_province_year", 100, Years(1995, 2024)


@dataclass(frozen=True)
class Landing:
    """What one landing took: seconds, outcomes, cells printed or blank, bytes on disk, peak megabytes."""

    seconds: float
    outcomes: dict[str, int]
    cells: int
    answer_bytes: int
    megabytes: float


def run_landing(place: Place) -> str:
    """Land, in a process of its own, and fetch the same answers plainly; the figures as lines."""
    with replaying(place, 0) as server:
        context = multiprocessing.get_context("spawn")
        with context.Pool(1) as pool:
            landing = pool.apply(_land, (place, server.url))
        figures = [request for request in server.requests if request.path.endswith("/stream/esData")]
        with context.Pool(1) as pool:
            plain = pool.apply(_fetch, (server.url, figures))
    rows = landing.outcomes.get("landed", 0)
    return "\n".join(
        [
            f"{rows} series landed, read and judged in {landing.seconds:.1f} s:"
            f" {rows / landing.seconds:.0f} series"
            f" and {landing.cells / landing.seconds:,.0f} cells a second",
            f"  outcomes     {landing.outcomes}",
            f"  answers      {landing.answer_bytes / 1e6:.1f} MB",
            f"  peak memory  {landing.megabytes:.0f} MB",
            f"  plain fetch  {plain:.1f} s for the same {len(figures)} answers, nothing kept or checked"
            f" (ours takes {landing.seconds / plain:.1f} times as long)",
        ]
    )


def _land(place: Place, url: str) -> Landing:
    plan = plan_collection(place, COLLECTION, YEARS)
    plan = replace(plan, lines=dict(list(plan.lines.items())[:NUMBER]))
    settings = TransportSettings(allowed_hosts=HOSTS, contact="", seconds_between=0, replay=url)
    with tempfile.TemporaryDirectory() as folder:
        store = LandingStore(Path(folder))
        started = time.perf_counter()
        outcomes = Counter(outcome.outcome for outcome in collect(plan, PoliteClient(settings), store))
        seconds = time.perf_counter() - started
        landed = [answer for key in plan.lines for answer in store.answers(*key)]
        size = sum(answer.record["bytes"] for answer in landed)
    cells = outcomes["landed"] * 31 * (YEARS.last - YEARS.first + 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    return Landing(seconds, dict(outcomes), cells, size, peak)


def _fetch(url: str, asked: list[Request]) -> float:
    import requests

    with requests.Session() as session:
        started = time.perf_counter()
        for request in asked:
            session.post(f"{url}/{request.host}{request.path}", data=request.body).json()
        return time.perf_counter() - started
