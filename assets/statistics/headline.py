"""What a panel says first: dispersion with its verdict, groups, beta and space, in a few lines."""

from math import exp

from numpy import array, flatnonzero, isfinite, ix_, log, ndarray

from assets.statistics.beta import convergence
from assets.statistics.decomposition import entropy_decomposition
from assets.statistics.dispersion import coefficient_of_variation, standard_deviation_of_logs
from assets.statistics.panel import NO_YEAR, Panel
from assets.statistics.refusal import RefusedError
from assets.statistics.spatial import moran
from assets.statistics.verdict import Verdict, judge
from assets.statistics.weighting import require_positive

# the test draws a sign for every region two thousand times
MOST_REGIONS_TESTED = 5000
# e^30 is ten million million: no figure of a region
LARGEST_LOG = 30.0
LIKE_LOGS = (
    "caution: no value is above 30; where they are logs already, what follows is of logs of logs: give the"
    " levels, and read only [clubs] and [logt] of this run"
)


def headline(panel: Panel) -> list[str]:
    """Lines for the screen: sigma and verdict, Theil by partition, beta as description, Moran's I."""
    known = isfinite(panel.values)
    columns = flatnonzero(known.any(axis=0))
    lines = [_about(panel)]
    if not len(columns):
        return [*lines, "no value at all: every cell is blank"]
    first, last = int(columns[0]), int(columns[-1])
    if (panel.values[known] <= LARGEST_LOG).all():
        lines.append(LIKE_LOGS)
    lines += _dispersion(panel, first, last, known[:, first] & known[:, last])
    for partition, labels in panel.partitions.items():
        lines.append(f"Theil T by {partition}: {_between(panel, array(labels), [first, last])}")
    if last > first:
        lines.append(f"beta, {panel.years[first]} to {panel.years[last]}: {_beta(panel, first, last)}")
    if panel.neighbours is not None:
        lines.append(f"Moran's I: {_moran(panel, [first, last])}")
    return lines


def _about(panel: Panel) -> str:
    years = f"{panel.years[0]} to {panel.years[-1]} ({len(panel.years)} years)"
    missing = int((~isfinite(panel.values)).sum())
    given = [
        f"{len(panel.regions)} regions",
        "one period" if panel.years[0] == NO_YEAR else years if len(panel.years) > 1 else str(panel.years[0]),
        f"{missing} values missing" if missing else "no value missing",
        "no weights (no column pop)" if panel.weights is None else "weights from pop",
        *(f"partition {name} of {len(set(labels))}" for name, labels in panel.partitions.items()),
        *([f"{len(panel.zones)} zones"] if panel.zones else []),
    ]
    if panel.neighbours is not None:
        given.append(f"{int(panel.neighbours.sum()) // 2} pairs of neighbours")
    return ", ".join(given)


def _dispersion(panel: Panel, first: int, last: int, both: ndarray) -> list[str]:
    weightings: dict[str, ndarray | None] = {"unweighted": None}
    if panel.weights is not None:
        # one weight for both years, so that a change of weights is no change of dispersion
        weightings["weighted"] = panel.weights[both][:, [first, last]].mean(axis=1)
    lines = []
    for name, weight in weightings.items():
        try:
            lines.append(f"sigma {name}: {_sigma(panel, first, last, both, weight)}")
        except RefusedError as refusal:
            lines.append(f"sigma {name}: none, {refusal}")
    if 0 < both.sum() < len(panel.regions) and last > first:
        lines.append(f"  (of the {int(both.sum())} regions with a value in both years)")
    return lines


def _sigma(panel: Panel, first: int, last: int, both: ndarray, weight: ndarray | None) -> str:
    start, end = panel.values[both, first], panel.values[both, last]
    regions = [panel.regions[place] for place in flatnonzero(both)]
    instead = "the coefficient of variation [cv]"
    require_positive(start, instead)
    require_positive(end, instead)
    if first == last:
        variation = coefficient_of_variation(start, weight)
        return (
            f"{standard_deviation_of_logs(start, weight):.3f} (standard deviation of logs),"
            f" coefficient of variation {variation:.3f}"
        )
    levels = (
        f"{standard_deviation_of_logs(start, weight):.3f} in {panel.years[first]},"
        f" {standard_deviation_of_logs(end, weight):.3f} in {panel.years[last]}"
    )
    if len(start) > MOST_REGIONS_TESTED:
        return f"{levels}; no verdict for more than {MOST_REGIONS_TESTED} regions"
    verdict = judge(log(start), log(end), panel.years[last] - panel.years[first], weight)
    return f"{levels}: {_verdict(verdict, regions)}"


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
    return f"{100 * (exp(log_change) - 1):+.1f} %"


def _between(panel: Panel, labels: ndarray, columns: list[int]) -> str:
    parts = []
    for column in dict.fromkeys(columns):
        known = isfinite(panel.values[:, column])
        weight = None if panel.weights is None else panel.weights[known, column]
        try:
            found = entropy_decomposition(panel.values[known, column], weight, labels[known], 1)
            share = found.between / (found.between + found.within)
            parts.append(
                f"{found.between + found.within:.4f}{_in(panel, column)}, {100 * share:.1f} % of it"
                " between the groups"
            )
        except (RefusedError, ZeroDivisionError) as refusal:
            parts.append(f"none{_in(panel, column)} ({refusal})")
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
        f"{found.beta:.4f}; half as high a start went with growth {points:.2f} points a year {faster}"
        " (description, no verdict)"
    )


def _moran(panel: Panel, columns: list[int]) -> str:
    from scipy.special import ndtr

    parts = []
    for column in dict.fromkeys(columns):
        known = isfinite(panel.values[:, column])
        assert panel.neighbours is not None
        try:
            found = moran(panel.values[known, column], panel.neighbours[ix_(known, known)])
        except RefusedError as refusal:
            parts.append(f"none{_in(panel, column)} ({refusal})")
            continue
        p = 2 * float(ndtr(-abs(found.z_random)))
        parts.append(f"{found.index:.3f}{_in(panel, column)} ({_p(p)})")
    return ", ".join(parts)
