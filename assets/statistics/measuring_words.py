"""What stands on the screen of `qipan measure`: counts with their nouns, figures, and what a panel holds."""

from itertools import pairwise
from math import gcd

from numpy import isfinite

from assets.statistics.panel import NO_YEAR, Panel

# below this a figure is 0 for every reader, and its sign is of rounding
NOTHING = 1e-7
# of missing years the first are named
NAMED_YEARS = 3


def counted(number: int, noun: str) -> str:
    """1 region, 2 regions."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def rounded(value: float, places: int, sign: str = "") -> str:
    """The figure with `places` decimals, more where it would be -0.00; a true 0 has no sign.

    sign  "+" to show that of positive figures too
    """
    if abs(value) < NOTHING:
        return f"{0:.{places}f}"
    while not round(value, places):
        places += 1
    return f"{value:{sign}.{places}f}"


def about(panel: Panel) -> str:
    """How many regions, years, missing values, weights, groups and neighbours, on one line."""
    missing = int((~isfinite(panel.values)).sum())
    given = [
        counted(len(panel.regions), "region"),
        _years(panel.years),
        f"{counted(missing, 'value')} missing" if missing else "no value missing",
        "no weights (no column pop)" if panel.weights is None else "weights from pop",
        *(f"partition {name} of {len(set(labels))}" for name, labels in panel.partitions.items()),
        *([counted(len(panel.zones), "zone")] if panel.zones else []),
    ]
    if panel.neighbours is not None:
        given.append(f"{counted(int(panel.neighbours.sum()) // 2, 'pair')} of neighbours")
    return ", ".join(given)


def _years(years: tuple[int, ...]) -> str:
    if years[0] == NO_YEAR:
        return "one period"
    if len(years) == 1:
        return str(years[0])
    step = gcd(*(later - earlier for earlier, later in pairwise(years)))
    absent = [year for year in range(years[0], years[-1], step) if year not in years]
    spacing = _without(absent) if absent else f", {step} apart" if step > 1 and len(years) > 2 else ""
    return f"{years[0]} to {years[-1]} ({counted(len(years), 'year')}{spacing})"


def _without(absent: list[int]) -> str:
    more = f" and {len(absent) - NAMED_YEARS} more" if len(absent) > NAMED_YEARS else ""
    return f", without {', '.join(map(str, absent[:NAMED_YEARS]))}{more}"
