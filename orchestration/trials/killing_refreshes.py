"""Refreshes killed at random moments: what is published then, what is left, and whether the next succeeds."""

import random
import statistics
import time
from pathlib import Path

from orchestration.trials.publication_findings import PublicationTrial
from orchestration.trials.refreshing import Refresh, is_dagsters_turn
from orchestration.trials.two_releases import TwoReleases, whole

# A refresh is taken to last as long as the last so many did in the middle; the machine may be busy.
RECENT = 9
# DuckDB files keep room for a second copy of what changed, but not more with every kill.
MOST_GROWTH = 3
STAGED = "private/staged/"


def kill_refreshes(
    releases: TwoReleases, kills: int, chance: random.Random, result: PublicationTrial
) -> None:
    """Kills spread evenly over the length of a refresh, in random order; after each a refresh to the end."""
    lengths: dict[bool, list[float]] = {False: [], True: []}
    shares = [(number + chance.random()) / kills for number in range(kills)]
    chance.shuffle(shares)
    for number, share in enumerate(shares):
        through_dagster = is_dagsters_turn(number)
        recent = lengths[through_dagster]
        if not recent:
            started = time.monotonic()
            whole(releases.begin(through_dagster=through_dagster))
            recent.append(time.monotonic() - started)
        length = statistics.median(recent[-RECENT:])
        refresh = releases.begin(through_dagster=through_dagster)
        while refresh.ended_within(share * length) or not refresh.kill():
            # faster than thought
            whole(refresh)
            share = chance.random()
            refresh = releases.begin(through_dagster=through_dagster)
        phase = _look_at_what_is_left(releases, refresh, result)
        started = time.monotonic()
        _refresh_after_kill(releases, phase, through_dagster, result)
        recent.append(share * length + time.monotonic() - started)
        print(f"  kill {number + 1:>3} of {kills} after {share * length:5.1f} s in {phase}", flush=True)


def _look_at_what_is_left(releases: TwoReleases, refresh: Refresh, result: PublicationTrial) -> str:
    """Count phase, published release and files left behind by a killed refresh; returns the phase."""
    phase, state = refresh.phase, releases.published()
    left = {name for name in releases.files_now() - releases.files if name.startswith("private/")}
    if phase == "release":
        phase = f"release, {_publishing(left, state)}"
    if state not in ("old", "new"):
        result.report(f"after a kill in {phase} the published release is {state}")
        state = "broken"
    result.kills[phase] += 1
    result.found[state] += 1
    result.leftovers.update(Path(name).name for name in left if not name.startswith(STAGED))
    return phase


def _publishing(left: set[str], state: str) -> str:
    """How far a killed publication had come, told by the files it left."""
    if state == "new":
        return "renamed"
    if "private/release.duckdb" not in left:
        return "begun"
    return "copying" if any(name.startswith(STAGED) for name in left) else "moved"


def _refresh_after_kill(
    releases: TwoReleases, phase: str, through_dagster: bool, result: PublicationTrial
) -> None:
    refresh = releases.again(through_dagster=through_dagster)
    refresh.ended_within(None)
    if not refresh.succeeded:
        result.report(f"the refresh after a kill in {phase} failed: {refresh.words}")
        return
    state = releases.published()
    if state != "new":
        result.report(f"after the refresh after a kill in {phase} the published release is {state}")
    result.recovered += state == "new"
    if releases.files_now() != releases.files:
        result.report(f"after a kill in {phase} stayed: {sorted(releases.files_now() ^ releases.files)[:5]}")
    result.megabytes.append(releases.megabytes())
    if result.megabytes[-1] > MOST_GROWTH * result.megabytes[0]:
        result.report(
            f"the build folder grew from {result.megabytes[0]:.0f} to {result.megabytes[-1]:.0f} MB"
        )
