"""Figures that stand at another region, or at another year, than their own."""

import math
from collections.abc import Mapping
from itertools import combinations

from assets.landing.errors import LandingError, SwappedPeriodsError, SwappedRegionsError
from assets.landing.exchange import Cell

# Two regions that exchange values: each close to the other's earlier value and far from its own. Real
# neighbours in size cross within a year, so a year without a figure held needs the larger distance.
CLOSE, FAR, FAR_IN_NEW_YEAR = math.log(1.12), math.log(1.35), math.log(2.5)


# Fewer cells than that show no common movement.
FEW = 5


def moved_along(new: Mapping[Cell, float], held: Mapping[Cell, float]) -> LandingError | None:
    """The same figures at other regions of their period, or at the neighbouring year of their region."""
    changed = [cell for cell in new if cell in held and not _is_same(new[cell], held[cell])]
    for period in sorted({period for _, period in changed}):
        cells = [cell for cell in changed if cell[1] == period]
        figures, before = sorted(new[cell] for cell in cells), sorted(held[cell] for cell in cells)
        if len(cells) > 1 and all(map(_is_same, figures, before)):
            return SwappedRegionsError(
                f"{period}: the figures of {len(cells)} regions stand at other regions"
            )
    shifted = [
        cell
        for cell in changed
        if any(_is_same(new[cell], held.get((cell[0], year), math.nan)) for year in _neighbours(cell[1]))
    ]
    if len(shifted) >= FEW and 2 * len(shifted) > len(changed):
        return SwappedPeriodsError(
            f"{len(shifted)} of {len(changed)} changed figures are those of the next year"
        )
    return None


def swapped(new: Mapping[Cell, float], held: Mapping[Cell, float]) -> LandingError | None:
    """Two regions of one period that fit each other's history and not their own."""
    periods = sorted({period for _, period in new})
    for period in periods:
        moved = []
        for (region, found_period), value in new.items():
            cell = (region, period)
            was = held.get(cell, year_before(cell, new, held)) if found_period == period else None
            if was and value > 0 and was > 0 and abs(math.log(value / was)) > 1e-4:
                moved.append((region, value, was, cell in held))
        for (one, value_1, was_1, held_1), (two, value_2, was_2, held_2) in combinations(moved, 2):
            if held_1 and held_2 and value_1 == was_2 and value_2 == was_1:
                return SwappedRegionsError(f"{period}: {one} and {two} carry each other's earlier values")
            apart = min(abs(math.log(value_1 / was_1)), abs(math.log(value_2 / was_2)))
            crossed = max(abs(math.log(value_1 / was_2)), abs(math.log(value_2 / was_1)))
            if apart > (FAR if held_1 and held_2 else FAR_IN_NEW_YEAR) and crossed < CLOSE:
                return SwappedRegionsError(
                    f"{period}: {one} ({was_1:g} -> {value_1:g}) and {two} ({was_2:g} -> {value_2:g})"
                    " fit each other's history, not their own"
                )
    return None


def year_before(cell: Cell, new: Mapping[Cell, float], held: Mapping[Cell, float]) -> float | None:
    """The figure of the same region a year earlier, in the answer or held."""
    before = (cell[0], earlier(cell[1]))
    return new.get(before, held.get(before))


def earlier(period: str) -> str:
    """The same part of the year before: 2024 -> 2023, 2024Q3 -> 2023Q3; a day has none."""
    year, rest = period[:4], period[4:]
    return f"{int(year) - 1}{rest}" if not rest.startswith("-") else ""


def _neighbours(period: str) -> tuple[str, ...]:
    """The same part of the year before and after; none of a day."""
    if "-" in period:
        return ()
    return tuple(f"{int(period[:4]) + step}{period[4:]}" for step in (-1, 1))


def _is_same(value: float, other: float) -> bool:
    return math.isclose(value, other, rel_tol=1e-9)
