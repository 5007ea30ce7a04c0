"""What a panel says first: dispersion with its verdict, groups, beta and space, in a few lines."""

from math import expm1

from numpy import array, flatnonzero, isfinite, ix_, log, ndarray, ptp

from assets.statistics.beta import convergence
from assets.statistics.decomposition import entropy_decomposition
from assets.statistics.dispersion import coefficient_of_variation, standard_deviation_of_logs
from assets.statistics.measured.verdict import INSTEAD, Ends, ends_of, shared_weights, verdict_of
from assets.statistics.measuring_words import about, counted, rounded
from assets.statistics.panel import NO_YEAR, Panel
from assets.statistics.refusal import RefusedError
from assets.statistics.spatial import moran, require_neighbours
from assets.statistics.verdict import Verdict
from assets.statistics.weighting import require_positive

WEIGHTINGS = {"u": "unweighted", "w": "weighted"}
# e^30 is ten million million: no figure of a region
LARGEST_LOG = 30.0
LIKE_LOGS = (
    "caution: no value is above 30; where they are logs already, what follows is of logs of logs: give the"
    " levels, and read only [clubs] and [logt] of this run"
)


def headline(panel: Panel) -> list[str]:
    """Lines for the screen: sigma and verdict, Theil by partition, beta as description, Moran's I."""
    lines, ends = [about(panel)], ends_of(panel)
    if ends is None:
        return [*lines, "no value at all: every cell is blank"]
    first, last = ends.first, ends.last
    if (panel.values[isfinite(panel.values)] <= LARGEST_LOG).all():
        lines.append(LIKE_LOGS)
    lines += _dispersion(panel, ends)
    for partition, labels in panel.partitions.items():
        lines.append(f"Theil T by {partition}: {_between(panel, array(labels), [first, last])}")
    if last > first:
        lines.append(f"beta, {panel.years[first]} to {panel.years[last]}: {_beta(panel, first, last)}")
    if panel.neighbours is not None:
        lines.append(f"Moran's I: {_moran(panel, [first, last])}")
    return lines


def _dispersion(panel: Panel, ends: Ends) -> list[str]:
    lines = []
    for suffix, weight in shared_weights(panel, ends).items():
        name = WEIGHTINGS[suffix]
        try:
            lines.append(f"sigma {name}: {_sigma(panel, ends, weight)}")
        except RefusedError as refusal:
            lines.append(f"sigma {name}: none, {refusal}")
    complete = int(ends.both.sum())
    if 0 < complete < len(panel.regions) and ends.last > ends.first:
        lines.append(f"  (of the {counted(complete, 'region')} with a value in both years)")
    return lines


def _sigma(panel: Panel, ends: Ends, weight: ndarray | None) -> str:
    start, end = panel.values[ends.both, ends.first], panel.values[ends.both, ends.last]
    require_positive(start, INSTEAD)
    require_positive(end, INSTEAD)
    if ends.first == ends.last:
        variation = coefficient_of_variation(start, weight)
        return (
            f"{standard_deviation_of_logs(start, weight):.3f} (standard deviation of logs),"
            f" coefficient of variation {variation:.3f}"
        )
    levels = (
        f"{standard_deviation_of_logs(start, weight):.3f} in {panel.years[ends.first]},"
        f" {standard_deviation_of_logs(end, weight):.3f} in {panel.years[ends.last]}"
    )
    regions = [panel.regions[place] for place in flatnonzero(ends.both)]
    try:
        return f"{levels}: {_verdict(verdict_of(panel, ends, weight), regions)}"
    except RefusedError as refusal:
        return f"{levels}; no verdict: {refusal}"


def _verdict(verdict: Verdict, regions: list[str]) -> str:
    evidence = verdict.evidence
    if evidence is None:
        return f"{verdict.word} for a verdict"
    change, most = evidence.change, evidence.most_influential
    hangs = "" if most is None else f"; hangs most on {regions[most]}"
    return (
        f"{verdict.word} ({_p(evidence.p)}; change {_percent(change.estimate)},"
        f" 95 % interval {_percent(change.low)} to {_percent(change.high)}{hangs})"
    )


def _p(p: float) -> str:
    return f"p {p:.4f}" if p >= 0.0001 else "p below 0.0001"


def _percent(log_change: float) -> str:
    return f"{rounded(100 * expm1(log_change), 1, '+')} %"


def _between(panel: Panel, labels: ndarray, columns: list[int]) -> str:
    parts = []
    for column in dict.fromkeys(columns):
        known = isfinite(panel.values[:, column])
        value = panel.values[known, column]
        weight = None if panel.weights is None else panel.weights[known, column]
        try:
            found = entropy_decomposition(value, weight, labels[known], 1)
        except RefusedError as refusal:
            parts.append(f"none{_in(panel, column)} ({refusal})")
            continue
        whole = found.between + found.within
        if ptp(value) == 0 or whole <= 0:
            parts.append(f"0{_in(panel, column)}, all regions are equal")
            continue
        share = rounded(100 * found.between / whole, 1)
        parts.append(f"{rounded(whole, 4)}{_in(panel, column)}, {share} % of it between the groups")
    return "; ".join(parts) + (" (weighted)" if panel.weights is not None else " (unweighted)")


def _in(panel: Panel, column: int) -> str:
    return "" if panel.years[column] == NO_YEAR else f" in {panel.years[column]}"


def _beta(panel: Panel, first: int, last: int) -> str:
    both = isfinite(panel.values[:, [first, last]]).all(axis=1)
    years = panel.years[last] - panel.years[first]
    try:
        found = convergence(panel.values[both, first], panel.values[both, last], years)
    except RefusedError as refusal:
        return f"none, {refusal}"
    faster = "faster" if found.beta < 0 else "slower"
    points = abs(100 * found.beta * log(2))
    return (
        f"{rounded(found.beta, 4)}; half as high a start went with growth {rounded(points, 2)} points a year"
        f" {faster}"
        " (description, no verdict)"
    )


def _moran(panel: Panel, columns: list[int]) -> str:
    from scipy.special import ndtr

    parts = []
    for column in dict.fromkeys(columns):
        known = isfinite(panel.values[:, column])
        assert panel.neighbours is not None
        near = panel.neighbours[ix_(known, known)]
        try:
            require_neighbours(near, [panel.regions[place] for place in flatnonzero(known)])
            found = moran(panel.values[known, column], near)
        except RefusedError as refusal:
            parts.append(f"none{_in(panel, column)} ({refusal})")
            continue
        p = 2 * float(ndtr(-abs(found.z_random)))
        parts.append(f"{rounded(found.index, 3)}{_in(panel, column)} ({_p(p)})")
    return ", ".join(parts)
