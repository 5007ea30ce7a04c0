"""Several rows from one computation, or one row that says why there are none."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from numpy import ndarray, ndenumerate

from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.refusal import RefusedError


def attempt_rows(
    metric: str, key: str, compute: Callable[..., Iterable[Measured | Refused]], *arguments: Any
) -> Iterator[Measured | Refused]:
    """The rows of `compute(*arguments)`; a refusal becomes the row of `metric` and `key` with its reason."""
    try:
        yield from compute(*arguments)
    except RefusedError as refusal:
        yield Refused(metric, key, str(refusal))


def cells(metric: str, key: str, values: ndarray) -> Iterator[Measured]:
    """One row per cell of an array of any shape, its position from 0 appended to the key."""
    for position, value in ndenumerate(values):
        yield Measured(metric, "|".join([key, *map(str, position)]), float(value))
