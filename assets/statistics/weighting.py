"""Population shares, and the conditions on values that the measures have in common."""

from dataclasses import dataclass

from numpy import add, full, isfinite, ndarray, unique

from assets.statistics.refusal import RefusedError


def population_shares(value: ndarray, weight: ndarray | None, least: int = 2) -> ndarray:
    """Share p_i of each region in the population, (n,), adding to 1; 1/n each where weight is None.

    value   (n,) any unit, complete: the caller leaves out missing regions and says so
    weight  (n,) population in any unit, each above 0
    least   fewer regions than this are refused

    Raises RefusedError for missing values, weights that are missing or not above 0, too few regions.
    """
    if len(value) < least:
        raise RefusedError(f"{len(value)} regions have a value, {least} are needed; choose another year")
    if not isfinite(value).all():
        raise RefusedError("a value is missing or infinite; leave its region out and say so")
    if weight is None:
        return full(len(value), 1 / len(value))
    if len(weight) != len(value):
        raise RefusedError(f"{len(weight)} weights for {len(value)} values; give one for each region")
    if not (isfinite(weight).all() and (weight > 0).all()):
        raise RefusedError("a weight is missing or not above 0; give every population, or use none")
    return weight / weight.sum()


def relative_levels(value: ndarray, share: ndarray) -> ndarray:
    """Values over their weighted mean, y_i/mu, (n,).

    Raises RefusedError for a negative value or a mean of 0: ratio measures have no meaning there.
    """
    if (value < 0).any():
        raise RefusedError("a value is negative, which ratio measures exclude; compare absolute gaps")
    mean = (share * value).sum()
    if mean <= 0:
        raise RefusedError("all values are 0: there is nothing to share out")
    return value / mean


def require_positive(value: ndarray, instead: str) -> None:
    """Raise RefusedError, naming what to use instead, where a value is 0 or below and logs do not exist."""
    if (value <= 0).any():
        raise RefusedError(f"{int((value <= 0).sum())} values are not above 0, no logarithm; use {instead}")


@dataclass(frozen=True)
class Grouping:
    """A partition found once for all years, as finding it takes longer than most measures.

    names  (G,) group names in order
    codes  (n,) int, position of each region's group in `names`
    """

    names: tuple[str, ...]
    codes: ndarray

    def __len__(self) -> int:
        return len(self.codes)

    def among(self, chosen: ndarray) -> "Grouping":
        """The partition of the chosen regions, (n,) bool; a group without any of them is none."""
        if chosen.all():
            return self
        found, codes = unique(self.codes[chosen], return_inverse=True)
        return Grouping(tuple(self.names[code] for code in found), codes)


Labels = ndarray | Grouping
"""One group a region, none empty: (n,) text, or the same found before. Exhaustive and disjoint."""


def grouping(labels: ndarray) -> Grouping:
    """The partition that (n,) text labels make. Raises RefusedError where a region has no group."""
    names, codes = unique(labels, return_inverse=True)
    if "" in names:
        raise RefusedError(
            f"{int((labels == '').sum())} regions belong to no group: not a partition;"
            " give them a group, or compare the zone with the rest"
        )
    return Grouping(tuple(str(name) for name in names), codes)


def group_codes(labels: Labels, n: int) -> tuple[tuple[str, ...], ndarray]:
    """Group names in order and the position of each region's group, (n,) int.

    Raises RefusedError where a region has no group.
    """
    if len(labels) != n:
        raise RefusedError(f"{len(labels)} group labels for {n} regions; give one for each region")
    found = labels if isinstance(labels, Grouping) else grouping(labels)
    return found.names, found.codes


def weighted_median(value: ndarray, share: ndarray) -> tuple[float, float]:
    """Lower and upper median: first values, in order, whose cumulated share reaches and passes one half."""
    order = value.argsort(kind="stable")
    cumulated = add.accumulate(share[order])
    # shares such as 1/n add up to one half only to rounding
    lower, upper = order[cumulated.searchsorted([0.5 - 1e-12, 0.5 + 1e-12])]
    return float(value[lower]), float(value[upper])
