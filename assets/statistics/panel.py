"""The shape every measure of a panel starts from."""

from dataclasses import dataclass
from functools import cached_property

from numpy import array, ndarray

from assets.statistics.weighting import Grouping, grouping

# There was no year 0: it stands for the one period of a file without a year column.
NO_YEAR = 0


@dataclass(frozen=True)
class Panel:
    """A panel of one indicator: n regions by T years, NaN where a value is missing.

    values          (n, T) float64
    weights         (n, T) population, any unit; None where none is given
    partitions      partition name -> group label of each region (n)
    zones           zone name -> bool (n,); zones may overlap and need not cover
    neighbours      (n, n) bool, symmetric with a False diagonal; None where not given
    totals          (n, T) what `values` is per head of, such as GDP; None where not given
    """

    regions: tuple[str, ...]
    years: tuple[int, ...]  # ascending
    values: ndarray
    weights: ndarray | None
    partitions: dict[str, tuple[str, ...]]
    zones: dict[str, ndarray]
    neighbours: ndarray | None
    totals: ndarray | None = None

    @cached_property
    def groupings(self) -> dict[str, Grouping]:
        """The partitions by name, found once for all years."""
        return {name: grouping(array(labels)) for name, labels in self.partitions.items()}
