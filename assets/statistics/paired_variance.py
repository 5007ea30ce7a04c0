"""Whether the dispersion of the same regions changed between two years, calibrated for what provinces are.

The Pitman-Morgan correlation is exact for independent regions with normal logs and equal weights; none of
the three holds for provinces. Its p value is taken from sign flips instead. One-sided false alarms, 2.5 %
wanted, by orchestration/trials/convergence.py: Student's t up to 7 % with heavy tails and 9 % weighted,
Carree-Klomp T3 up to 17 %, sign flips 3 % at most. Tried once while this was chosen, outside that trial:
ranks (Spearman), up to 4 % and for equal weights only; errors HC2 7 %, HC3 4 %; flips without centring
again, 4 %.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from numpy import abs as size_of
from numpy import array, ascontiguousarray, concatenate, lexsort, maximum, ndarray, ones, sqrt, stack, unique
from numpy.random import default_rng

from assets.statistics.refusal import RefusedError
from assets.statistics.weighting import population_shares

FLIPS = 1_999
# up to here all flips are made, 2^11 of them, and p is exact
MOST_ENUMERATED = 12
# five clusters have 16 flips: no p below .05
LEAST_CLUSTERS = 6
# shares of a sum that rounding alone can move
ROUNDING = 1e-12


@dataclass(frozen=True)
class Pair:
    """Two years of the same regions, (n,) each, in an order of their own."""

    start: ndarray  # deviations of logs from their mean
    end: ndarray
    share: ndarray  # adding to 1
    order: ndarray  # position of each region in what was given


def paired(start: ndarray, end: ndarray, weight: ndarray | None) -> Pair:
    """Deviations of both years from their means, with the shares.

    start, end  (n,) logs of the same regions; weight (n,), the same in both years, None for unweighted

    Sorted by the sum of both deviations, then by the size of their difference, so that random draws give
    the same answer whatever the order of the regions, the unit, and the year that comes first. Refused as
    population_shares, for unequal lengths, and where all regions are equal in a year.
    """
    share = population_shares(start, weight)
    population_shares(end, weight)
    if len(start) != len(end):
        raise RefusedError(f"{len(start)} regions in the first year, {len(end)} in the last; keep the same")
    if any(year.max() - year.min() <= ROUNDING * size_of(year).max() for year in (start, end)):
        raise RefusedError("all regions are equal in one of the years: there is no dispersion to compare")
    first, last = start - (share * start).sum(), end - (share * end).sum()
    # rounded, as a change of unit moves the last digits of deviations and would exchange ties
    order = lexsort((share, size_of(first - last).round(9), (first + last).round(9)))
    return Pair(first[order], last[order], share[order], order)


def pitman_morgan_correlation(start: ndarray, end: ndarray, share: ndarray) -> ndarray:
    """Weighted correlation of sums with differences, (...); above 0 where dispersion fell.

    start, end  (..., n) logs, share (n,) adding to 1. r = cov(x_0 + x_T, x_0 - x_T) over both deviations:
    Pitman 1939 and Morgan 1939, Biometrika 31, with weighted moments.
    """
    total, difference = _sums_and_differences(start, end, share)
    return (share * total * difference).sum(axis=-1) / sqrt(
        (share * total**2).sum(axis=-1) * (share * difference**2).sum(axis=-1)
    )


def sign_flip_p(
    start: ndarray,
    end: ndarray,
    share: ndarray,
    seed: int,
    clusters: ndarray | None = None,
    flips: int = FLIPS,
) -> ndarray:
    """Two-sided p of equal dispersion, (...): the share of sign flips with as large a correlation.

    start, end  (..., n) logs; share (n,) adding to 1, the same in both years
    seed        of the flips where n > 12, as many as `flips`; below, all are made
    clusters    (n,) labels; regions of one cluster are flipped together, which allows for correlation
                inside clusters at a price in power; refused below 6 clusters

    To exchange a region's two years turns the sign of its difference and leaves its sum; without a change
    of dispersion both are as likely, whatever the tails or the weight (a randomisation test, Fisher 1935;
    as a wild bootstrap under the null, Wu 1986). Differences are centred again after each flip.
    Five regions have 16 flips and p of at least .0625: no verdict can come of them.
    """
    total, difference = _sums_and_differences(start, end, share)
    if clusters is None:
        signs = _flips(total.shape[-1], seed, flips)
    else:
        signs = _cluster_flips(clusters, seed, flips)
    # one product, so that the signs are read once
    products, mean = stack([share * total * difference, share * difference]) @ signs
    covariance = size_of(products)
    spread = (share * difference**2).sum(axis=-1)[..., None]
    flipped = covariance / sqrt(maximum(spread - mean**2, ROUNDING * spread))
    # the first flip leaves all as it is
    return (flipped >= flipped[..., :1] * (1 - 1e-9)).mean(axis=-1)


def _sums_and_differences(start: ndarray, end: ndarray, share: ndarray) -> tuple[ndarray, ndarray]:
    first = start - (share * start).sum(axis=-1, keepdims=True)
    last = end - (share * end).sum(axis=-1, keepdims=True)
    return first + last, first - last


# a hundred thousand draws of 31 regions are 25 MB
@lru_cache(maxsize=16)
def _flips(n: int, seed: int, number: int) -> ndarray:
    """Signs (n, flips), the first all +1; half of all suffices as the test is two-sided."""
    if n <= MOST_ENUMERATED:
        every = array([(1.0, *signs) for signs in product((1.0, -1.0), repeat=n - 1)])
    else:
        every = concatenate([ones((1, n)), default_rng(seed).choice([-1.0, 1.0], size=(number, n))])
    # flips along the rows: products with long rows are several times as fast
    return ascontiguousarray(every.T)


def _cluster_flips(clusters: ndarray, seed: int, number: int) -> ndarray:
    names, codes = unique(clusters, return_inverse=True)
    if len(names) < LEAST_CLUSTERS:
        raise RefusedError(f"{len(names)} clusters cannot reach p < .05; {LEAST_CLUSTERS} are needed")
    return _flips(len(names), seed, number)[codes]
