"""The verdict on convergence between the first and the last year, in figures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from numpy import array, flatnonzero, isfinite, log, ndarray

from assets.statistics.bootstrap_change import change_of_dispersion
from assets.statistics.measured.attempts import Row
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.paired_variance import sign_flip_p
from assets.statistics.panel import Panel
from assets.statistics.refusal import RefusedError
from assets.statistics.verdict import LEAST_REGIONS, Verdict, judge
from assets.statistics.weighting import require_positive

# the test draws a sign for every region two thousand times
MOST_REGIONS_TESTED = 5000
DIRECTIONS = {"converging": -1, "inconclusive": 0, "diverging": 1}
METRICS = ("direction", "p", "log_change", "low", "high", "sigma_start", "sigma_end")
INSTEAD = "the coefficient of variation [cv]"

EXPLAINED: dict[str, Callable[..., object]] = {
    "verdict": judge,
    "verdict.p": sign_flip_p,
    "verdict.log_change": change_of_dispersion,
    "verdict.low": change_of_dispersion,
    "verdict.high": change_of_dispersion,
}


@dataclass(frozen=True)
class Ends:
    """The first and the last year with a value, and the regions that have one in both.

    first, last  columns of the panel
    both         (n,) bool
    """

    first: int
    last: int
    both: ndarray


def ends_of(panel: Panel) -> Ends | None:
    """None where no cell has a value."""
    known = isfinite(panel.values)
    columns = flatnonzero(known.any(axis=0))
    if not len(columns):
        return None
    first, last = int(columns[0]), int(columns[-1])
    return Ends(first, last, known[:, first] & known[:, last])


def shared_weights(panel: Panel, ends: Ends) -> dict[str, ndarray | None]:
    """Weight of the regions of both years by suffix, u or w; one for both years.

    Their mean, so that a change of weights is no change of dispersion.
    """
    weights: dict[str, ndarray | None] = {"u": None}
    if panel.weights is not None:
        weights["w"] = panel.weights[ends.both][:, [ends.first, ends.last]].mean(axis=1)
    return weights


def verdict_of(panel: Panel, ends: Ends, weight: ndarray | None) -> Verdict:
    """The verdict on the levels of both years; refused as `judge`, for zeros, and above 5000 regions.

    Asked twice for the same figures it computes once: the screen and the rows are of one computation.
    """
    start, end = panel.values[ends.both, ends.first], panel.values[ends.both, ends.last]
    require_positive(start, INSTEAD)
    require_positive(end, INSTEAD)
    if len(start) > MOST_REGIONS_TESTED:
        raise RefusedError(f"no verdict for more than {MOST_REGIONS_TESTED} regions; test groups of them")
    years = panel.years[ends.last] - panel.years[ends.first]
    found = _judged(tuple(start), tuple(end), years, None if weight is None else tuple(weight))
    if isinstance(found, str):
        raise RefusedError(found)
    return found


@lru_cache(maxsize=4)
def _judged(
    start: tuple[float, ...], end: tuple[float, ...], years: int, weight: tuple[float, ...] | None
) -> Verdict | str:
    """The verdict, or why there is none: a refusal too is found once."""
    try:
        return judge(log(array(start)), log(array(end)), years, None if weight is None else array(weight))
    except RefusedError as refusal:
        return str(refusal)


def measure(panel: Panel) -> Iterator[Row]:
    """The verdict over all years, unweighted and weighted; nothing for a single year."""
    ends = ends_of(panel)
    if ends is None or ends.first == ends.last:
        return
    key = f"{panel.years[ends.first]}-{panel.years[ends.last]}"
    for suffix, weight in shared_weights(panel, ends).items():
        try:
            figures = _figures(verdict_of(panel, ends, weight))
        except RefusedError as refusal:
            for metric in METRICS:
                yield Refused(f"verdict.{metric}.{suffix}", key, str(refusal))
            continue
        for metric, figure in zip(METRICS, figures, strict=True):
            yield Measured(f"verdict.{metric}.{suffix}", key, figure)


def _figures(found: Verdict) -> tuple[float, ...]:
    """In the order of METRICS."""
    evidence = found.evidence
    if evidence is None:
        raise RefusedError(
            f"{found.word} for a verdict: {found.n} with a value in both years, {LEAST_REGIONS} are needed;"
            " compare the levels"
        )
    change = evidence.change
    direction = float(DIRECTIONS[found.word])
    return direction, evidence.p, change.estimate, change.low, change.high, evidence.start, evidence.end
