"""The ways regions are put into classes for transition matrices, by the name tables give them."""

from collections.abc import Callable

from numpy import full, hstack, ndarray

from assets.statistics.distribution import (
    MISSING,
    RELATIVE_CUTS,
    classes_by_cuts,
    classes_by_year,
    relative_to_mean,
)
from assets.statistics.runs_of_years import unbroken_runs


def _relative(values: ndarray) -> ndarray:
    return classes_by_cuts(relative_to_mean(values, None), RELATIVE_CUTS)


# name -> number of classes, and how values (n, T) become classes 0, 1, ... (n, T)
CLASS_SCHEMES: dict[str, tuple[int, Callable[[ndarray], ndarray]]] = {
    "relative_to_mean": (len(RELATIVE_CUTS) + 1, _relative),
    "yearly_quartiles": (4, lambda values: classes_by_year(values, 4)),
    "yearly_quintiles": (5, lambda values: classes_by_year(values, 5)),
}


def classes_of_runs(scheme: str, values: ndarray, years: ndarray, breaks: ndarray) -> ndarray:
    """Classes (n, T + gaps) with a column of MISSING between runs, so that no move crosses a gap or break.

    values (n, T); years (T,); breaks (T,) running count. Refused as the scheme itself, such as for ties.
    """
    classes = CLASS_SCHEMES[scheme][1](values)
    between = full((len(values), 1), MISSING)
    parts = [part for run in unbroken_runs(years, breaks) for part in (classes[:, run], between)]
    return hstack(parts)
