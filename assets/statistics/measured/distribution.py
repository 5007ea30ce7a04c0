"""Distribution dynamics of a panel: density, moves between classes, the long run."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy import ndarray

from assets.statistics.density import kernel_density
from assets.statistics.distribution import (
    RELATIVE_CUTS,
    bootstrap_interval,
    classes_by_cuts,
    classes_by_year,
    relative_to_mean,
    transitions,
)
from assets.statistics.measured.attempts import CrossSection, cross_sections, key_of, require_equal_steps
from assets.statistics.measured.blocks import attempt_rows, cells
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.mobility import (
    Mobility,
    ergodic_distribution,
    first_passage_time,
    half_life,
    mobility,
    sojourn_time,
)
from assets.statistics.panel import Panel

EXPLAINED: dict[str, Callable[..., object]] = {
    "kde": kernel_density,
    "markov": transitions,
    "markov.p_lower": bootstrap_interval,
    "markov.p_upper": bootstrap_interval,
    "markov.shorrocks": Mobility,
    "markov.det": Mobility,
    "markov.l2": Mobility,
    "markov.bartholomew": Mobility,
    "markov.prais": Mobility,
    "markov.sojourn": sojourn_time,
    "markov.half_life": half_life,
    "markov.ergodic": ergodic_distribution,
    "markov.mfpt": first_passage_time,
}
DENSITY_POINTS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)  # of the mean
NUMBERS_OF_CLASSES = (4, 5)
DRAWS, SEED = 999, 1  # of the interval of 95 % around each probability; the seed is part of the result


def measure(panel: Panel) -> Iterator[Measured | Refused]:
    """Densities by year, unweighted; moves by yearly quartiles and quintiles and by cut-offs of the mean."""
    for section in cross_sections(panel):
        if section.weight is None:
            yield from attempt_rows("kde.relmean.scott", key_of(section.year), _density, section)
    for number in NUMBERS_OF_CLASSES:
        tag = f"yearly_q{number}"
        yield from attempt_rows("markov.count", tag, _moves_by_year, tag, panel, number)
    tag = "relmean_" + "_".join(str(cut) for cut in RELATIVE_CUTS)
    yield from attempt_rows("markov.count", tag, _moves_by_cuts, tag, panel)


def _density(section: CrossSection) -> Iterator[Measured]:
    relative = relative_to_mean(section.value[:, None], None)[:, 0]
    heights = kernel_density(relative, np.array(DENSITY_POINTS), None)
    for point, height in zip(DENSITY_POINTS, heights, strict=True):
        yield Measured("kde.relmean.scott", key_of(section.year, str(point)), float(height))


def _moves_by_year(tag: str, panel: Panel, number: int) -> Iterator[Measured | Refused]:
    require_equal_steps(panel.years)
    return _moves(tag, classes_by_year(panel.values, number), number)


def _moves_by_cuts(tag: str, panel: Panel) -> Iterator[Measured | Refused]:
    require_equal_steps(panel.years)
    classes = classes_by_cuts(relative_to_mean(panel.values, None), RELATIVE_CUTS)
    return _moves(tag, classes, len(RELATIVE_CUTS) + 1)


def _moves(tag: str, classes: ndarray, number: int) -> Iterator[Measured | Refused]:
    found = transitions(classes, number)
    chain = found.probabilities
    yield from cells("markov.count", tag, found.counts)
    for start, row in enumerate(chain):
        if found.counts[start].any():
            yield from cells("markov.p", f"{tag}|{start}", row)
        else:
            reason = f"no region was ever seen in class {start + 1} (1 the lowest); use fewer classes"
            yield Refused("markov.p", f"{tag}|{start}", reason)
    lower, upper = bootstrap_interval(classes, number, DRAWS, SEED)
    for metric, bound in (("markov.p_lower", lower), ("markov.p_upper", upper)):
        yield from (row for row in cells(metric, tag, bound) if not np.isnan(row.value))
    yield from attempt_rows("markov.shorrocks", tag, _mobility, tag, chain)
    for metric, compute in (
        ("markov.sojourn", sojourn_time),
        ("markov.half_life", half_life),
        ("markov.ergodic", ergodic_distribution),
        ("markov.mfpt", first_passage_time),
    ):
        yield from attempt_rows(metric, tag, _computed, metric, tag, compute, chain)


def _computed(
    metric: str, tag: str, compute: Callable[[ndarray], ndarray | float], chain: ndarray
) -> Iterator[Measured]:
    return cells(metric, tag, np.asarray(compute(chain)))


def _mobility(tag: str, chain: ndarray) -> Iterator[Measured]:
    found = mobility(chain)
    yield Measured("markov.shorrocks", tag, found.shorrocks)
    yield Measured("markov.det", tag, found.determinant)
    yield Measured("markov.l2", tag, found.second_eigenvalue)
    yield Measured("markov.bartholomew", tag, found.bartholomew)
    yield from cells("markov.prais", tag, found.prais)
