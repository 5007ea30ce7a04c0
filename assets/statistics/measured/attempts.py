"""From a panel to rows: one cross-section at a time, a refusal becomes a row with its reason."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from numpy import array, isfinite, ndarray

from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.panel import NO_YEAR, Panel
from assets.statistics.refusal import RefusedError
from assets.statistics.weighting import Grouping

Row = Measured | Refused


@dataclass(frozen=True)
class CrossSection:
    """The regions that have a value in one year, unweighted (suffix u) or weighted (suffix w).

    value, weight   (m,) of the m regions observed; weight None when unweighted
    observed        (n,) bool, which regions of the panel they are
    """

    year: int
    suffix: str
    value: ndarray
    weight: ndarray | None
    observed: ndarray

    def groups(self, panel: Panel, partition: str) -> Grouping:
        """The groups of the observed regions in a partition of the panel."""
        return panel.groupings[partition].among(self.observed)

    def labels(self, panel: Panel, partition: str) -> ndarray:
        """Group of each observed region in a partition of the panel, (m,) text."""
        return array(panel.partitions[partition])[self.observed]


def cross_sections(panel: Panel) -> Iterator[CrossSection]:
    """Every year unweighted and, where the panel has weights, weighted; regions without a value left out."""
    for column, year in enumerate(panel.years):
        observed = isfinite(panel.values[:, column])
        value = panel.values[observed, column]
        yield CrossSection(year, "u", value, None, observed)
        if panel.weights is not None:
            yield CrossSection(year, "w", value, panel.weights[observed, column], observed)


def windows(panel: Panel) -> Iterator[tuple[int, int, str]]:
    """Columns of every start and end year, with the key `start-end`; the start moves slowest."""
    for start, end in combinations(range(len(panel.years)), 2):
        yield start, end, f"{panel.years[start]}-{panel.years[end]}"


def require_equal_steps(years: tuple[int, ...]) -> None:
    """Raise RefusedError where moves from a year to the next would be of different lengths."""
    steps = sorted({later - earlier for earlier, later in pairwise(years)})
    if len(steps) > 1:
        raise RefusedError(
            f"years are {steps} apart, and a move over one of them is not a move over another; choose equally"
            " spaced years"
        )


def key_of(*parts: int | str) -> str:
    """Parts joined by |; the year of a file without years is left out."""
    return "|".join(str(part) for part in parts if part != NO_YEAR)


def group_parts(panel: Panel, partition: str) -> tuple[str, ...]:
    """What stands before a pair of groups in a key: the partition, where its labels are not its own."""
    own = set(panel.partitions[partition])
    others = {label for name, labels in panel.partitions.items() if name != partition for label in labels}
    return (partition,) if own & others else ()


def attempt(metric: str, key: str, compute: Callable[..., float], *arguments: object) -> Row:
    """The number `compute` gives under its name, or the reason why there is none."""
    try:
        return Measured(metric, key, float(compute(*arguments)))
    except RefusedError as refusal:
        return Refused(metric, key, str(refusal))


def attempt_parts(
    parts: dict[str, str], key: str, compute: Callable[..., object], *arguments: object
) -> Iterator[Row]:
    """Several numbers of one result: metric -> attribute; all refused for the same reason where it is."""
    try:
        found = compute(*arguments)
    except RefusedError as refusal:
        for metric in parts:
            yield Refused(metric, key, str(refusal))
        return
    for metric, attribute in parts.items():
        yield attempt(metric, key, getattr, found, attribute)
