"""What an answer's figures must stand up to: the figures already held, and the range of their indicator.

Thresholds were set on the 265 files of the embedded edition, landed one after the other in the order of
their vintages: all pass. What is refused is an error of the publisher, or news that a person has to
confirm (accepted_answers.csv).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from assets.landing.errors import (
    ImplausibleValueError,
    JumpError,
    LandingError,
    ShrunkAnswerError,
)
from assets.landing.exchange import Cell, Figure, values_of
from assets.landing.misplacing import FEW, earlier, moved_along, swapped, year_before

# No revision in print doubles or halves a figure; an economic census moved a province by 29 % at most.
REVISION_FACTOR = 2.0
# From the newest year held to the next; the largest steps of output and people in print are x 3.1 and
# x 0.45. Older years are not held to it: new definitions moved some series twentyfold.
STEP_FACTOR = 4.0
# When the typical figure moves that much at once, the unit has changed, whatever it is called.
COMMON_FACTOR = 1.9
# A difference below this share of the typical figure is no slip of a digit: small regions are rough.
SLIGHT = 0.02


@dataclass(frozen=True)
class Limits:
    """The plausible range of an indicator in its own unit; None where it has none."""

    smallest: float | None = None
    largest: float | None = None

    @property
    def allows_ratios(self) -> bool:
        """Whether "so many times" means anything: not for figures that may pass through zero."""
        return self.smallest is None or self.smallest >= 0


def judge(
    figures: Sequence[Figure],
    unit_factor: float,
    held: Mapping[Cell, float],
    limits: Limits,
    place: str,
    *,
    printed_before: Iterable[Cell] = (),
    accepted_errors: frozenset[str] = frozenset(),
    nations: frozenset[str] = frozenset(),
) -> None:
    """Raise the first objection to the figures of one answer: a named LandingError.

    `held` are the values so far by region and period, in our unit, whoever printed them;
    `printed_before` the cells of this series that must not vanish. Objections whose names stand in
    `accepted_errors` are passed over: a person looked at this very answer. The plausible range is that of
    a region; `nations` are exempt from it.
    """
    new = values_of(figures, unit_factor)
    objections = [_shrunk(sorted(set(printed_before) - new.keys())), moved_along(new, held)]
    if limits.allows_ratios:
        objections += [
            _common_move(new, held),
            swapped(new, held),
            _revised_too_far(new, held),
            _stepped_too_far(new, held),
        ]
    # last: what is wrong against the figure before says more
    objections.append(_implausible(new, limits, nations))
    for objection in objections:
        if objection and type(objection).__name__ not in accepted_errors:
            raise type(objection)(
                f"{place}: {objection}. Nothing of this answer is used; if it is right, accept it with a line"
                " in accepted_answers.csv"
            )


def _shrunk(gone: Sequence[Cell]) -> LandingError | None:
    if not gone:
        return None
    region, period = gone[0]
    return ShrunkAnswerError(f"{len(gone)} cells printed before are blank or absent, first {region} {period}")


def _common_move(new: Mapping[Cell, float], held: Mapping[Cell, float]) -> LandingError | None:
    """All figures together many times the old ones, in shared cells or against the year before."""
    before = {cell: held.get(cell, year_before(cell, new, held)) for cell in new}
    ratios = [new[cell] / was for cell, was in before.items() if was and new[cell] / was > 0]
    if len(ratios) < FEW:
        return None
    middle = median(ratios)
    if 1 / COMMON_FACTOR < middle < COMMON_FACTOR:
        return None
    return JumpError(
        f"the typical figure is {middle:.4g} times the one held: the unit or the indicator changed"
    )


def _implausible(new: Mapping[Cell, float], limits: Limits, nations: frozenset[str]) -> LandingError | None:
    for (region, period), value in new.items():
        if region in nations:
            continue
        if limits.smallest is not None and value < limits.smallest:
            found = f"below the smallest plausible {limits.smallest:g}"
        elif limits.largest is not None and value > limits.largest:
            found = f"above the largest plausible {limits.largest:g}"
        else:
            continue
        return ImplausibleValueError(f"{region} {period}: {value:g} is {found} (indicators.csv)")
    return None


def _revised_too_far(new: Mapping[Cell, float], held: Mapping[Cell, float]) -> LandingError | None:
    slight = SLIGHT * _typical(new)
    for (region, period), value in new.items():
        was = held.get((region, period), value)
        # what was there does not vanish by revision, however small it was
        is_slight = abs(value - was) <= slight and value != 0
        if not is_slight and _factor(value, was) > REVISION_FACTOR:
            return JumpError(f"{region} {period}: {value:g} where {was:g} was printed before")
    return None


def _stepped_too_far(new: Mapping[Cell, float], held: Mapping[Cell, float]) -> LandingError | None:
    """A year after those held, many times the newest one held."""
    slight = SLIGHT * _typical(new)
    for cell, value in new.items():
        was = held.get((cell[0], earlier(cell[1])))
        if cell in held or was is None or abs(value - was) <= slight:
            continue
        if _factor(value, was) > STEP_FACTOR:
            return JumpError(f"{cell[0]} {cell[1]}: {value:g} after {was:g} the year before")
    return None


def _typical(new: Mapping[Cell, float]) -> float:
    return median(map(abs, new.values())) if new else 0.0


def _factor(value: float, was: float) -> float:
    """How many times one is the other; endless between zero and anything else."""
    if value == was:
        return 1.0
    low, high = sorted((value, was))
    return high / low if low > 0 else math.inf
