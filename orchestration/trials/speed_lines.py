"""Lines of the table of speed: a measure, its alternative, both times, and what is promised of them."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any

import numpy as np

from orchestration.trials.speed_panel import SIZES, SpeedPanel, speed_panel

ROUNDS = 5
# a slow alternative is not run again and again
SECONDS_ENOUGH = 10.0


@dataclass(frozen=True)
class Comparison:
    """A measure of ours and what an analyst would take instead.

    ours, theirs  from a panel to the numbers compared; None where a floor gives no such number
    package       what has to be installed for the alternative
    target        the least ratio of its time to ours
    target_sizes  numbers of regions for which it is promised
    most_regions  above, the alternative takes minutes or all of the memory
    """

    measure: str
    alternative: str
    ours: Callable[[SpeedPanel], Any]
    theirs: Callable[[SpeedPanel], Any]
    package: str = "numpy"
    target: float | None = None
    target_sizes: tuple[int, ...] = SIZES
    most_regions: int = 100_000


@dataclass(frozen=True)
class Line:
    """One line of the table; times in milliseconds, None where there is nothing to say."""

    regions: int
    measure: str
    ours: float | None
    alternative: str
    theirs: float | None = None
    difference: float | None = None
    target: float | None = None
    remark: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times as long the alternative takes."""
        return self.theirs / self.ours if self.ours and self.theirs else None

    @property
    def is_met(self) -> bool | None:
        """Whether the target holds; None without one, or without an alternative to measure."""
        return None if self.target is None or self.ratio is None else self.ratio >= self.target

    def __str__(self) -> str:
        last = {True: "yes", False: "NO", None: self.remark}[self.is_met]
        return (
            f"{self.regions:>8} {self.measure:<40} {_cell(self.ours, '.1f'):>10}"
            f" {self.alternative:<44} {_cell(self.theirs, '.1f'):>10} {_cell(self.ratio, '.2f'):>8}"
            f" {_cell(self.difference, '.0e'):>8} {_cell(self.target, '.2f'):>8} {last}".rstrip()
        )


def compare(comparison: Comparison, panel: SpeedPanel) -> Line:
    """One comparison on one panel, or why it was not made."""
    told = (panel.regions, comparison.measure, None, comparison.alternative)
    if find_spec(comparison.package) is None:
        return Line(*told, remark="not installed")
    if panel.regions > comparison.most_regions:
        return Line(*told, remark="not measured: minutes at this size")
    # importing is no part of these times; starting from nothing is measured in speed_start
    comparison.ours(_smallest()), comparison.theirs(_smallest())
    ours, mine, theirs, other = timed_in_turn(
        lambda: comparison.ours(panel), lambda: comparison.theirs(panel)
    )
    return Line(
        panel.regions,
        comparison.measure,
        ours,
        comparison.alternative,
        theirs,
        difference(mine, other),
        comparison.target if panel.regions in comparison.target_sizes else None,
    )


@cache
def _smallest() -> SpeedPanel:
    return speed_panel(min(SIZES))


def difference(ours: Any, theirs: Any) -> float | None:
    """The largest difference of two answers of one shape; None where the alternative gives none."""
    if theirs is None:
        return None
    mine, other = np.asarray(ours, dtype=float), np.asarray(theirs, dtype=float)
    if mine.shape != other.shape:
        raise ValueError(
            f"answers of shapes {mine.shape} and {other.shape} cannot be compared; compare the same"
        )
    return float(np.nanmax(np.abs(mine - other)))


def timed_in_turn(ours: Callable[[], Any], theirs: Callable[[], Any]) -> tuple[float, Any, float, Any]:
    """Best time (ms) and last answer of both, taken in turn so that a busy machine hits both alike."""
    best, answers, spent = [float("inf")] * 2, [None] * 2, 0.0
    for _ in range(ROUNDS):
        for place, work in enumerate((ours, theirs)):
            started = time.perf_counter()
            answers[place] = work()
            seconds = time.perf_counter() - started
            best[place] = min(best[place], seconds)
            spent += seconds
        if spent > SECONDS_ENOUGH:
            break
    return best[0] * 1000, answers[0], best[1] * 1000, answers[1]


def _cell(number: float | None, form: str) -> str:
    return "-" if number is None else format(number, form)
