"""Inequality and dispersion with each region in turn left out; the key names the region that is absent."""

from collections.abc import Callable, Iterator

from assets.statistics.dispersion import coefficient_of_variation
from assets.statistics.inequality import gini, theil_t
from assets.statistics.leave_one_out import leave_one_out
from assets.statistics.measured.attempts import Row, cross_sections, key_of
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.panel import Panel
from assets.statistics.refusal import RefusedError

MEASURES: dict[str, Callable[..., float]] = {"gini": gini, "theil.T": theil_t, "cv": coefficient_of_variation}

EXPLAINED: dict[str, Callable[..., object]] = {"leave_one_out": leave_one_out}


def measure(panel: Panel) -> Iterator[Row]:
    """The range of each measure in each year."""
    for section in cross_sections(panel):
        regions = [name for name, seen in zip(panel.regions, section.observed, strict=True) if seen]
        for name, compute in MEASURES.items():
            metric, year = f"leave_one_out.{name}.{section.suffix}", section.year
            try:
                found = leave_one_out(compute, section.value, section.weight)
            except RefusedError as refusal:
                yield Refused(metric, key_of(year), str(refusal))
                continue
            yield Measured(metric, key_of(year, "lowest", regions[found.lowest_without]), found.lowest)
            yield Measured(metric, key_of(year, "highest", regions[found.highest_without]), found.highest)
