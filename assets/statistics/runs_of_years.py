"""Runs of consecutive years without a break: what a test of change over time may look at."""

from numpy import diff, flatnonzero, ndarray, split


def unbroken_runs(years: ndarray, breaks: ndarray) -> list[slice]:
    """Positions of each run of consecutive years between which no series breaks, in order.

    years   (T,) ascending
    breaks  (T,) running count of breaks: a run ends where it rises
    """
    ends = flatnonzero((diff(years) != 1) | (diff(breaks) != 0)) + 1
    return [slice(int(run[0]), int(run[-1]) + 1) for run in split(range(len(years)), ends)]


def longest_run(runs: list[slice]) -> slice:
    """The longest run, the latest of equals."""
    return max(runs, key=lambda run: (run.stop - run.start, run.start))
