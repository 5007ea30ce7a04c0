"""Does publication survive load: readers during refreshes, two refreshes at once, kills at any moment?

    qipan bench publication

All of it happens on a small copy of the house, in processes of their own.
"""

import os
import random
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from assets.steps import BUSY
from orchestration.place import default_place
from orchestration.trials.house_in_small import small_house_steps
from orchestration.trials.killing_refreshes import kill_refreshes
from orchestration.trials.publication_findings import PublicationTrial
from orchestration.trials.reading_releases import poll
from orchestration.trials.refreshing import PROCESSES, StepsOf, is_dagsters_turn, temporary_folder
from orchestration.trials.two_releases import TwoReleases, whole


def run_publication_trial(
    readers: int,
    refreshes: int,
    kills: int,
    seed: int,
    folder: Path | None = None,
    steps: StepsOf = small_house_steps,
) -> PublicationTrial:
    """Let `readers` processes read during `refreshes`, then kill so many refreshes at random moments.

    Works in `folder`, empty or not there yet, or else in a temporary one. Prints progress, every problem
    and a closing line. Raises TrialError when a refresh fails that nobody disturbed.
    """
    # killed processes leave semaphores to Python's tracker, which removes them and need not tell
    os.environ.setdefault("PYTHONWARNINGS", "ignore::UserWarning:multiprocessing.resource_tracker")
    chance, result = random.Random(seed), PublicationTrial()
    with TemporaryDirectory(prefix="qipan-trial-") as temporary:
        releases = TwoReleases(default_place(), folder or Path(temporary), steps)
        result.megabytes.append(releases.megabytes())
        _read_during(releases, readers, refreshes, chance, result)
        _refresh_twice_at_once(releases, result)
        kill_refreshes(releases, kills, chance, result)
        result.temporary = len(list(temporary_folder(releases.place).iterdir()))
    print(result.summary, flush=True)
    return result


def _read_during(
    releases: TwoReleases, readers: int, refreshes: int, chance: random.Random, result: PublicationTrial
) -> None:
    stop, tallies = PROCESSES.Event(), PROCESSES.Queue()
    processes = [
        PROCESSES.Process(
            target=poll,
            args=(releases.place.published_file, releases.digests, chance.randrange(2**32), stop, tallies),
            daemon=True,
        )
        for _ in range(readers)
    ]
    for process in processes:
        process.start()
    for number in range(refreshes):
        started = time.monotonic()
        whole(releases.begin(through_dagster=is_dagsters_turn(number)))
        _expect_new(releases, "a refresh", result)
        result.refreshes += 1
        print(f"  refresh {number + 1:>3} of {refreshes} {time.monotonic() - started:6.1f} s", flush=True)
    stop.set()
    result.tallies = [tallies.get(timeout=120) for _ in processes]
    for tally in result.tallies:
        for problem in tally.errors + tally.torn + ([] if tally.reads else ["read nothing"]):
            result.report(f"reader: {problem}")


def _refresh_twice_at_once(releases: TwoReleases, result: PublicationTrial) -> None:
    """The second refresh is refused in words and the first does not notice."""
    first = releases.begin()
    with first.held():
        second = releases.again(log="second.log")
        second.ended_within(None)
    if second.succeeded or BUSY not in second.words:
        result.report(f"a second refresh was not refused in words: {second.words}")
    else:
        result.refused += 1
    whole(first)
    _expect_new(releases, "two refreshes at once", result)


def _expect_new(releases: TwoReleases, event: str, result: PublicationTrial) -> None:
    state = releases.published()
    if state != "new":
        result.report(f"after {event} the published release is {state}")
