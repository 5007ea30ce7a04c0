"""The one sentence on convergence: converging, diverging, inconclusive, too few units, or not testable.

A verdict rests on dispersion, never on beta: regions that start lower grow faster by chance alone, and a
beta regression calls nearly every panel of constant dispersion convergent (Galton's fallacy: Friedman
1992, Quah 1993).
"""

from dataclasses import dataclass
from typing import Literal

from numpy import arange, argsort, empty_like, eye, log, maximum, minimum, ndarray, sqrt

from assets.statistics.bootstrap_change import RESAMPLES, Interval, change_of_pair
from assets.statistics.leave_one_out import MOST_REGIONS, LeaveOneOut
from assets.statistics.paired_variance import FLIPS, Pair, paired, pitman_morgan_correlation, sign_flip_p
from assets.statistics.refusal import RefusedError
from assets.statistics.weighting import population_shares

Word = Literal["converging", "diverging", "inconclusive", "too few units", "not testable (break)"]
TEST = "Pitman-Morgan, sign flips"
LEVEL = 0.05
# four regions have 8 flips; levels and pairwise gaps say all there is
LEAST_REGIONS = 5
SEED = 1939
# share of both variances below which what is left beside the line is rounding
LINEAR = 1e-12
# Where the word hangs on the draws there are more of them: draws, and how near to the limit is too near, p
# to LEVEL or an end of the interval to 0 in half widths; about four of the draws' own errors.
FLIPS_TRIED = ((FLIPS, 0.02), (19_999, 0.006), (99_999, 0.0))
RESAMPLES_TRIED = ((RESAMPLES, 0.15), (9_999, 0.05), (99_999, 0.0))
# more draws than the first cost too much memory above this
MOST_SETTLED = 100


@dataclass(frozen=True)
class Evidence:
    """What a verdict rests on. Statistics are above 0 where dispersion fell, changes below."""

    statistic: float  # t of the Pitman-Morgan correlation
    p: float  # two-sided, by sign flips
    p_clustered: float | None  # flips of whole clusters; None where none are given
    change: Interval  # ln(sigma_T / sigma_0), 95 %
    start: float  # sigma_0, standard deviation of logs, by n or by weights
    end: float  # sigma_T, with the same weights
    influence: LeaveOneOut | None  # range of the change; None above 500 regions
    most_influential: int | None  # position of the region whose absence moves the change most
    beta: float  # slope of growth on the start a year; description only


@dataclass(frozen=True)
class Verdict:
    """A word, the number of regions it is about, and the evidence where there was a test."""

    word: Word
    n: int
    evidence: Evidence | None


def judge(
    start: ndarray,
    end: ndarray,
    years: int,
    weight: ndarray | None = None,
    *,
    has_break: bool = False,
    clusters: ndarray | None = None,
    seed: int = SEED,
    most_settled: int = MOST_SETTLED,
) -> Verdict:
    """Whether regions drew closer between two years, on the dispersion of their logs.

    start, end  (n,) natural logs of the same regions `years` apart, complete
    weight      (n,) population, one figure for both years (such as their mean) so that a change of weights
                is no change of dispersion; None for unweighted
    has_break   a change of method in the window, or values on mixed bases: not testable
    clusters    (n,) labels of regions that move together, 6 or more clusters: p_clustered then says whether
                the verdict survives
    most_settled  regions up to which more draws settle a word near its limits; 0 for never

    "converging" and "diverging" need p < .05 by sign flips and a bootstrap interval of the change on one
    side of 0; anything else is "inconclusive", which is not "no change". Below 5 regions "too few units".
    False "converging" with constant dispersion: up to 3 % for independent regions, weighted or not, heavy
    tails or not; 9 % where regions of four blocs move together, 1 % then by `clusters` of six regions.
    Refused for missing values, unequal lengths, no dispersion in a year, and one year linear in the other.
    """
    if len(start) < LEAST_REGIONS:
        return Verdict("too few units", len(start), None)
    if has_break:
        return Verdict("not testable (break)", len(start), None)
    if years <= 0:
        raise RefusedError(f"{years} years between start and end; the end must be later")
    evidence = _evidence(start, end, years, weight, clusters, seed, most_settled)
    return Verdict(word_of(evidence.p, evidence.change), len(start), evidence)


def _evidence(
    start: ndarray,
    end: ndarray,
    years: int,
    weight: ndarray | None,
    clusters: ndarray | None,
    seed: int,
    most: int,
) -> Evidence:
    pair = paired(start, end, weight)
    first, last, share = pair.start, pair.end, pair.share
    before, after, joint = (share * first**2).sum(), (share * last**2).sum(), (share * first * last).sum()
    if before * after - joint**2 <= LINEAR * before * after:
        raise RefusedError("one year is a straight line in the other: the change has no error; report sigma")
    change, p = _settled_change(pair, seed, most), _settled_p(pair, seed, most)
    influence, place = _influence(start, end, weight, change.estimate)
    return Evidence(
        statistic=_statistic(pair),
        p=p,
        p_clustered=None
        if clusters is None
        else float(sign_flip_p(first, last, share, seed, clusters[pair.order])),
        change=change,
        start=float(sqrt(before)),
        end=float(sqrt(after)),
        influence=influence,
        most_influential=place,
        beta=float((joint / before - 1) / years),
    )


def _settled_p(pair: Pair, seed: int, most: int) -> float:
    """p by sign flips, by more of them where it is near the level."""
    for flips, near in FLIPS_TRIED:
        p = float(sign_flip_p(pair.start, pair.end, pair.share, seed, flips=flips))
        if abs(p - LEVEL) > near or len(pair.share) > most:
            break
    return p


def _settled_change(pair: Pair, seed: int, most: int) -> Interval:
    """The change with its interval, from more draws where an end is near 0."""
    for resamples, near in RESAMPLES_TRIED:
        change = change_of_pair(pair, seed, resamples)
        half = (change.high - change.low) / 2
        if abs(abs(change.estimate) - half) > near * half or len(pair.share) > most:
            break
    return change


def word_of(p: float, change: Interval) -> Word:
    """The word of a test and an interval, which must agree."""
    if p >= LEVEL or not change.excludes_zero:
        return "inconclusive"
    return "converging" if change.estimate < 0 else "diverging"


def holm(p: ndarray) -> ndarray:
    """p values adjusted for as many tests, (m,): Holm 1979, Scandinavian Journal of Statistics 6(2).

    With many groups some verdicts are false by chance, one in twenty tests of each without a change. The
    adjusted p below .05 are those of which all are right 95 times of 100, whatever their dependence.
    """
    order = argsort(p, kind="stable")
    adjusted = maximum.accumulate(p[order] * arange(len(p), 0, -1))
    result = empty_like(adjusted)
    result[order] = minimum(adjusted, 1.0)
    return result


def _statistic(pair: Pair) -> float:
    """t with n-2 degrees of freedom of the Pitman-Morgan correlation; unweighted the usual one."""
    correlation = float(pitman_morgan_correlation(pair.start, pair.end, pair.share))
    return float(correlation * sqrt((len(pair.share) - 2) / (1 - correlation**2)))


def _influence(
    start: ndarray, end: ndarray, weight: ndarray | None, whole: float
) -> tuple[LeaveOneOut | None, int | None]:
    """Range of the change with each region left out, and the region whose absence moves it most."""
    n = len(start)
    if n > MOST_REGIONS:
        return None, None
    # row i: the shares without region i
    shares = (1 - eye(n)) * population_shares(start, weight)
    shares /= shares.sum(axis=1, keepdims=True)
    changes = (log(_variances(shares, end)) - log(_variances(shares, start))) / 2
    low, high = int(changes.argmin()), int(changes.argmax())
    most = low if whole - changes[low] >= changes[high] - whole else high
    return LeaveOneOut(float(changes[low]), float(changes[high]), low, high), most


def _variances(shares: ndarray, value: ndarray) -> ndarray:
    """Variance under each row of shares (m, n), (m,)."""
    deviation = value - (shares @ value)[:, None]
    variance = (shares * deviation**2).sum(axis=1)
    if (variance <= 0).any():
        raise RefusedError("without one region all others are equal: it alone makes the dispersion")
    return variance
