"""Distribution dynamics: how regions move between classes from one period to the next."""

from dataclasses import dataclass

import numpy as np
from numpy import ndarray

from assets.statistics.refusal import RefusedError

MISSING = -1
RELATIVE_CUTS = (0.75, 0.9, 1.1, 1.25)  # of the mean, as in Quah's work on regions


@dataclass(frozen=True)
class Transitions:
    """Moves between k classes: counts (k, k) from row to column, probabilities n_ij / n_i (k, k).

    A class from which no move was observed has NaN probabilities: they are unknown, not zero.
    """

    counts: ndarray
    probabilities: ndarray


def relative_to_mean(values: ndarray, weight: ndarray | None) -> ndarray:
    """y over the mean of its period, (n, T) in and out; weight (n, T), None = every region counts once.

    Missing values stay missing and do not enter the mean. Refused: a period whose mean is not positive.
    """
    present = np.isfinite(values)
    shares = present.astype(float) if weight is None else np.where(present, weight, 0.0)
    sums = (np.where(present, values, 0.0) * shares).sum(axis=0)
    if not (sums > 0).all():
        raise RefusedError("the mean of some period is not positive or unknown; leave that period out")
    return values / (sums / shares.sum(axis=0))


def classes_by_cuts(values: ndarray, cuts: tuple[float, ...]) -> ndarray:
    """The class of each value: the number of cut-offs below it, so classes are closed on the right.

    values (n, T) in the unit of `cuts`, which ascend; MISSING (-1) where a value is NaN.
    """
    found = np.searchsorted(np.asarray(cuts), values, side="left")
    return np.where(np.isfinite(values), found, MISSING)


def classes_by_year(values: ndarray, number: int) -> ndarray:
    """Classes 0 .. number-1 by the quantiles of each year, (n, T): mobility of ranks.

    Quantiles interpolate linearly. Refused: ties that leave a class empty, fewer regions than classes.
    """
    columns = [_by_quantiles(column, number) for column in values.T]
    return np.column_stack(columns)


def classes_pooled(values: ndarray, number: int) -> ndarray:
    """Classes 0 .. number-1 by the quantiles of all years together, (n, T).

    Pool relative values (relative_to_mean): pooled levels say that everybody grew.
    """
    return _by_quantiles(values.ravel(), number).reshape(values.shape)


def _by_quantiles(values: ndarray, number: int) -> ndarray:
    present = values[np.isfinite(values)]
    if number < 2 or len(present) < number:
        raise RefusedError(f"{len(present)} values in {number} classes; take 2 classes or more, and fewer")
    cuts = np.quantile(present, np.arange(1, number) / number)
    if (np.diff(cuts) <= 0).any():
        raise RefusedError(f"ties: cut-offs of {number} classes coincide; take fewer, or fixed cut-offs")
    return classes_by_cuts(values, tuple(cuts))


def transitions(classes: ndarray, number: int) -> Transitions:
    """Moves between neighbouring columns of `classes` (n, T), pooled over time (Quah 1993, 1996).

    A region counts where both years are known. The step is that of the columns: of a panel by decade,
    decades. Refused: no move at all.
    """
    moves = _moves(classes, number)
    counts = np.bincount(moves[moves != MISSING], minlength=number**2)
    return from_counts(counts.reshape(number, number))


def region_counts(classes: ndarray, number: int) -> ndarray:
    """The moves of every region by itself, (n, k, k)."""
    moves = _moves(classes, number)
    own = moves + number**2 * np.arange(len(classes))[:, None]
    counts = np.bincount(own[moves != MISSING], minlength=len(classes) * number**2)
    return counts.reshape(len(classes), number, number)


def _moves(classes: ndarray, number: int) -> ndarray:
    """Each move as one number, class before times k plus class after, (n, T-1); MISSING if one is unknown."""
    before, after = classes[:, :-1], classes[:, 1:]
    return np.where((before == MISSING) | (after == MISSING), MISSING, before * number + after)


def from_counts(counts: ndarray) -> Transitions:
    """Maximum-likelihood probabilities n_ij / n_i of counts (k, k)."""
    if not counts.sum():
        raise RefusedError("no region is known in two neighbouring periods; a transition needs both")
    with np.errstate(invalid="ignore"):
        return Transitions(counts, counts / counts.sum(axis=1, keepdims=True))


def bootstrap_interval(
    classes: ndarray, number: int, draws: int, seed: int, level: float = 0.95
) -> tuple[ndarray, ndarray]:
    """Lower and upper bound of each probability, (k, k) each: percentiles of `draws` resamplings.

    Whole regions are drawn with replacement, so that the dependence of a region's own years is kept.
    NaN where a class was left in no drawing.
    """
    counts = region_counts(classes, number)
    regions = len(counts)
    chosen = np.random.default_rng(seed).multinomial(regions, np.full(regions, 1 / regions), size=draws)
    drawn = np.tensordot(chosen, counts, axes=1).astype(float)
    leaving = drawn.sum(axis=2, keepdims=True)
    shares = np.divide(drawn, leaving, out=np.full_like(drawn, np.nan), where=leaving > 0)
    never_left = np.isnan(shares).all(axis=0)
    shares[:, never_left] = 0.0
    tail = (1 - level) / 2
    lower, upper = np.nanquantile(shares, [tail, 1 - tail], axis=0)
    return np.where(never_left, np.nan, lower), np.where(never_left, np.nan, upper)
