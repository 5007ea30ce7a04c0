"""How sure a change of dispersion is: a studentised bootstrap that draws regions with all their years.

A region is drawn with its whole path, so that the years stay as dependent as they are; no block of years
shorter than the window is needed. The symmetric studentised interval used here covers 93 to 97 % instead
of 95 % with 6 to 31 regions, with heavy tails 91 to 94 %, but 80 % where regions of four blocs move
together (orchestration/trials/convergence.py); plain percentiles covered 88 to 93 % when this was chosen.
"""

from dataclasses import dataclass
from functools import lru_cache

from numpy import abs as size_of
from numpy import (
    arcsinh,
    array,
    column_stack,
    concatenate,
    full,
    isfinite,
    lexsort,
    log,
    ndarray,
    ones,
    partition,
    sinh,
    sqrt,
    where,
    zeros,
)
from numpy.random import default_rng

from assets.statistics.paired_variance import Pair, paired
from assets.statistics.refusal import RefusedError
from assets.statistics.weighting import population_shares

RESAMPLES = 999
CONFIDENCE = 0.95
# variance of a resample, over that of the sample, below which it holds one region, or copies of it, only
DEGENERATE = 1e-9
# Resamples with two regions in them have no error of their own; of four, too many are like that.
LEAST_REGIONS = 5
CELLS = 33_000
"""Numbers of a block of draws, 264 KB, which stay in the processor from one step to the next."""


@dataclass(frozen=True)
class Interval:
    """An estimate with the ends of its interval."""

    estimate: float
    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        """Whether the interval lies on one side of 0."""
        return self.low > 0 or self.high < 0


def change_of_dispersion(
    start: ndarray, end: ndarray, weight: ndarray | None, seed: int, resamples: int = RESAMPLES
) -> Interval:
    """ln(sigma_T / sigma_0) with its 95 % interval; below 0 where dispersion fell, -.1 is about 10 %.

    start, end  (n,) logs of the same regions; weight (n,) the same in both years, None for unweighted

    Regions are drawn with replacement, each with both years and its weight. Pivot
    sinh(d* - d)/se*, symmetric (Hall 1988, Journal of the Royal Statistical Society B 50(1)): for normal
    logs sinh of the deviation is what has Student's t (Morgan 1939). se from the influence of each region,
    p_i (u_iT^2/V_T - u_i0^2/V_0)/2. Refused below 5 regions and where a year has no dispersion.
    """
    return change_of_pair(paired(start, end, weight), seed, resamples)


def change_of_pair(pair: Pair, seed: int, resamples: int = RESAMPLES) -> Interval:
    """The same of regions that are paired already."""
    # ln sigma is half of ln of the variance
    two_years = column_stack([pair.start, pair.end]), array([-0.5, 0.5])
    return _studentised(two_years, pair.share, seed, resamples)


def trend_of_dispersion(logs: ndarray, years: ndarray, weight: ndarray | None, seed: int) -> Interval:
    """Slope of ln sigma_t on t over all years, a rate a year, with its 95 % interval.

    logs  (n, T) of the same regions, complete; years (T,); weight (n,) or None

    A line through every year's dispersion does not hang on the two that open and close the window. Drawn
    and studentised as `change_of_dispersion`, on the slope times the number of years. Refused below 3
    years, and as there.
    """
    share = population_shares(logs[:, 0], weight)
    if len(years) < 3 or logs.shape[1] != len(years):
        raise RefusedError(
            f"{logs.shape[1]} columns for {len(years)} years; a trend needs 3 or more, complete"
        )
    if not isfinite(logs).all():
        raise RefusedError("a value is missing or infinite; leave its region out and say so")
    span = float(years.max() - years.min())
    centred = years - years.mean()
    slope = span * centred / (centred**2).sum() / 2
    deviation = logs - (share[:, None] * logs).sum(axis=0)
    if ((share[:, None] * deviation**2).sum(axis=0) <= 0).any():
        raise RefusedError("all regions are equal in one of the years: there is no dispersion to compare")
    order = lexsort((deviation[:, 0].round(9), deviation.sum(axis=1).round(9)))
    found = _studentised((deviation[order], slope), share[order], seed, RESAMPLES)
    return Interval(found.estimate / span, found.low / span, found.high / span)


# Deviations (n, T) and the coefficient of ln V_t in the statistic, (T,)
Statistic = tuple[ndarray, ndarray]


def _studentised(statistic: Statistic, share: ndarray, seed: int, resamples: int) -> Interval:
    """Estimate sum_t k_t ln V_t and its symmetric interval."""
    if len(share) < LEAST_REGIONS:
        raise RefusedError(f"{len(share)} regions; an interval needs {LEAST_REGIONS} or more")
    estimates, errors, usable = _estimates(statistic, share, _counts(len(share), seed, resamples))
    estimate, error = float(estimates[0]), float(errors[0])
    if not usable[0] or not usable[1:].any():
        raise RefusedError("all regions changed alike: the change of dispersion has no error")
    pivot = (size_of(sinh(estimates - estimate))[usable] / errors[usable])[1:]
    half = float(arcsinh(_quantile(pivot, CONFIDENCE) * error))
    return Interval(estimate, estimate - half, estimate + half)


def _quantile(values: ndarray, level: float) -> float:
    """Quantile between order statistics, the usual one; NumPy's own takes longer to begin than to sort."""
    place = level * (len(values) - 1)
    below = int(place)
    ordered = partition(values, (below, min(below + 1, len(values) - 1)))
    low, high = ordered[below], ordered[min(below + 1, len(values) - 1)]
    return float(low + (high - low) * (place - below))


def _estimates(statistic: Statistic, share: ndarray, counts: ndarray) -> tuple[ndarray, ndarray, ndarray]:
    """`_estimate` block by block."""
    draws = max(1, CELLS // len(share))
    blocks = [counts[:, first : first + draws] for first in range(0, counts.shape[1], draws)]
    found = zip(*(_estimate(statistic, share, block) for block in blocks), strict=True)
    estimate, error, usable = (concatenate(parts) for parts in found)
    return estimate, error, usable


def _estimate(statistic: Statistic, share: ndarray, counts: ndarray) -> tuple[ndarray, ndarray, ndarray]:
    """Estimates, errors and whether usable, (draws,) each, of resamples given by counts (n, draws).

    Draws lie along the rows, so that every step runs over long rows, and in place.
    """
    deviation, coefficient = statistic
    total = share @ counts
    estimate, influence = zeros(counts.shape[1]), zeros(counts.shape)
    usable = full(counts.shape[1], True)
    for values, k in zip(deviation.T, coefficient, strict=True):
        squares = values[:, None] - (share * values) @ counts / total
        squares *= squares
        variance = share @ (counts * squares) / total
        usable &= variance > DEGENERATE * float((share * values**2).sum())
        variance = where(usable, variance, 1.0)
        estimate += k * log(variance)
        # k (squares / variance - 1): coefficients add to 0, so that the ones fall out
        squares *= k / variance
        influence += squares
    influence *= influence
    influence *= counts
    error = sqrt(share**2 @ influence) / total
    return estimate, error, usable & (error > 1e-9)


# a hundred thousand draws of 31 regions are 25 MB
@lru_cache(maxsize=16)
def _counts(n: int, seed: int, resamples: int) -> ndarray:
    """How often each region is drawn, (n, 1 + resamples), the first once each: the sample itself."""
    counts = ones((n, 1 + resamples))
    counts[:, 1:] = default_rng(seed).multinomial(n, full(n, 1 / n), size=resamples).T
    return counts
