"""What a matrix of moves says: mobility, the long run, times."""

from collections.abc import Callable, Iterator
from typing import Any

from numpy import atleast_1d, isfinite, ndarray

from assets.python_models import Inputs
from assets.statistics.class_schemes import CLASS_SCHEMES, classes_of_runs
from assets.statistics.distribution import transitions
from assets.statistics.group_panels import NATIONAL_PANEL_VALUES, group_panels
from assets.statistics.mobility import (
    ergodic_distribution,
    half_life,
    mobility,
    sojourn_time,
)
from assets.statistics.refusal import RefusedError

DESCRIPTION = (
    "Mobility of the units of the nation between classes, with the long-run shares and the times the"
    " moves imply; measures of the whole matrix stand at class 0. One row per view, indicator, group,"
    " class scheme, measure, class."
)
GRAIN = ("view_id", "indicator_id", "group_id", "class_scheme", "measure_id", "from_class")
DEPS = ("core/panel_values", "core/groups")
METHOD = (
    "from the probabilities of metrics/mobility_matrix: Shorrocks (k - trace) / (k - 1) and 1 - |det|"
    " (Shorrocks 1978), 1 - |second eigenvalue| (Sommers and Conlisk 1979), Bartholomew 1973 with equal"
    " starts, Prais 1 - p_ii (1955); sojourn 1 / (1 - p_ii) years; long-run shares pi = pi P, refused with"
    " several closed sets of classes; half-life -ln 2 / ln |second eigenvalue| years; with quantiles of"
    " each year the long-run shares are even by construction"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "class_scheme",
    "measure_id",
    "from_class",
    "value",
    "n_moves",
    "null_reason",
)
MEASURES: dict[str, Callable[[ndarray], ndarray | float]] = {
    "shorrocks": lambda matrix: mobility(matrix).shorrocks,
    "determinant": lambda matrix: mobility(matrix).determinant,
    "second_eigenvalue": lambda matrix: mobility(matrix).second_eigenvalue,
    "bartholomew": lambda matrix: mobility(matrix).bartholomew,
    "prais": lambda matrix: mobility(matrix).prais,
    "sojourn_years": sojourn_time,
    "ergodic_share": ergodic_distribution,
    "half_life_years": half_life,
}


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """Every measure of every matrix, or the reason why there is none."""
    for panel in group_panels(inputs.rows(NATIONAL_PANEL_VALUES)):
        for scheme, (number, _) in CLASS_SCHEMES.items():
            key = (*panel.key, scheme)
            try:
                classes = classes_of_runs(scheme, panel.values, panel.years, panel.breaks)
                found = transitions(classes, number)
            except RefusedError as refusal:
                yield (*key, "shorrocks", 0, None, 0, f"refused: {refusal}")
                continue
            for measure, compute in MEASURES.items():
                yield from _measured((*key, measure), compute, found.probabilities, int(found.counts.sum()))


def _measured(
    key: tuple[str, ...], compute: Callable[[ndarray], ndarray | float], matrix: ndarray, moves: int
) -> Iterator[tuple[Any, ...]]:
    try:
        found = compute(matrix)
    except RefusedError as refusal:
        yield (*key, 0, None, moves, f"refused: {refusal}")
        return
    first = 0 if isinstance(found, float) else 1
    for place, value in enumerate(atleast_1d(found).tolist(), start=first):
        # a class nobody leaves keeps its members for ever
        reason = None if isfinite(value) else "absorbing_class"
        yield (*key, place, None if reason else value, moves, reason)
