"""Catching up with the best and changes of rank."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from numpy import array, isfinite

from assets.statistics.measured.attempts import Row, attempt, attempt_parts, cross_sections, key_of, windows
from assets.statistics.measured.rows import Measured
from assets.statistics.panel import Panel
from assets.statistics.ranks import (
    delta,
    gamma_binary,
    gamma_multi,
    kendall_w,
    mobility,
    rank_theta,
)

MOBILITY = {
    "rank.kendall_tau": "kendall_tau",
    "rank.spearman": "spearman",
    "rank.mean_change": "mean_rank_change",
}
CONCORDANCE = {"kendall.W": "w", "kendall.chi2": "chi_squared", "kendall.p": "p"}

EXPLAINED: dict[str, Callable[..., object]] = {
    "delta": delta,
    "gamma.binary": gamma_binary,
    "gamma.multi": gamma_multi,
    "kendall": kendall_w,
    "rank": mobility,
    "rank.theta": rank_theta,
}


def measure(panel: Panel) -> Iterator[Row]:
    """Delta of every year, rank measures of every span, theta of every step of years and partition."""
    for section in cross_sections(panel):
        if section.suffix == "u":
            key, value = key_of(section.year), section.value
            yield from attempt_parts({"delta": "total", "delta.mean": "mean"}, key, delta, value)
            yield from attempt_parts({"delta.lowbest": "total"}, key, delta, value, True)
    for start, end, key in windows(panel):
        yield from _ends(panel, start, end, key)
        yield from _through(panel, start, end, key)
    for partition, labels in panel.partitions.items():
        for column, (earlier, later) in enumerate(pairwise(panel.years)):
            both = isfinite(panel.values[:, column : column + 2]).all(axis=1)
            first, last = panel.values[both, column], panel.values[both, column + 1]
            groups = array(labels)[both]
            key = key_of(partition, f"{earlier}-{later}")
            yield attempt("rank.theta", key, rank_theta, first, last, groups)


def _ends(panel: Panel, start: int, end: int, key: str) -> Iterator[Row]:
    """Measures of the two end years, over the regions that have both."""
    both = isfinite(panel.values[:, [start, end]]).all(axis=1)
    first, last = panel.values[both, start], panel.values[both, end]
    yield attempt("gamma.binary", key, gamma_binary, first, last)
    yield from attempt_parts(MOBILITY, key, mobility, first, last)


def _through(panel: Panel, start: int, end: int, key: str) -> Iterator[Row]:
    """Measures of all years between, over the regions that have every one."""
    values = panel.values[:, start : end + 1]
    complete = values[isfinite(values).all(axis=1)]
    yield Measured("kendall.n", key, len(complete))
    yield attempt("gamma.multi", key, gamma_multi, complete)
    yield from attempt_parts(CONCORDANCE, key, kendall_w, complete)
