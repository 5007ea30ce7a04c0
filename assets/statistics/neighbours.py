"""Who neighbours whom, from rows of `core.contiguity` to the matrix spatial measures take."""

from collections.abc import Iterable
from typing import Any

from numpy import array, ndarray

CONTIGUITY = "select region_id, neighbour_region_id from core.contiguity"


def neighbour_matrix(pairs: Iterable[tuple[Any, ...]], regions: tuple[str, ...]) -> ndarray:
    """(n, n) bool, True where the pair is listed; pairs stand in both directions."""
    known = set(pairs)
    return array([[(one, other) in known for other in regions] for one in regions])
