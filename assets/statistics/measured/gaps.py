"""Levels, spreads and gaps: regions to each other, groups to every other group of their partition."""

from collections.abc import Callable, Iterator

from numpy import isfinite

from assets.statistics.gaps import extremes, gap, group_levels, mean_level, poorest_to_richest
from assets.statistics.measured.attempts import (
    CrossSection,
    Row,
    attempt,
    attempt_parts,
    cross_sections,
    group_parts,
    key_of,
    windows,
)
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.panel import Panel
from assets.statistics.refusal import RefusedError

# every group against every other: beyond this many the pairs outnumber everything else
MOST_GROUPS = 40

GAPS = {"gap.ratio": "ratio", "gap.log": "log", "gap.abs": "absolute", "gap.rel": "relative"}
RANGES = {
    "gap.max_min_ratio": "ratio",
    "gap.abs_range": "absolute_range",
    "gap.relative_range": "relative_range",
}

EXPLAINED: dict[str, Callable[..., object]] = {
    "n": cross_sections,
    "mean": mean_level,
    "group.mean": group_levels,
    "gap": gap,
    "gap.max_min_ratio": extremes,
    "gap.abs_range": extremes,
    "gap.relative_range": extremes,
    "time_to_parity": poorest_to_richest,
}


def measure(panel: Panel) -> Iterator[Row]:
    """Means, ranges, group means, gaps of every pair of groups, and years to parity."""
    for section in cross_sections(panel):
        yield from _nation(section)
        for partition in panel.partitions:
            yield from _groups(panel, section, partition)
    for start, end, key in windows(panel):
        both = isfinite(panel.values[:, [start, end]]).all(axis=1)
        first, last = panel.values[both, start], panel.values[both, end]
        years = panel.years[end] - panel.years[start]
        yield attempt("time_to_parity.poorest_to_richest", key, poorest_to_richest, first, last, years)


def _nation(section: CrossSection) -> Iterator[Row]:
    key, value, weight = key_of(section.year), section.value, section.weight
    yield Measured(f"n.{section.suffix}", key, len(value))
    yield attempt(f"mean.{section.suffix}", key, mean_level, value, weight)
    if section.suffix == "u":
        yield from attempt_parts(RANGES, key, extremes, value)


def _groups(panel: Panel, section: CrossSection, partition: str) -> Iterator[Row]:
    """Group means, and gaps of the means: weighted where there are weights, else unweighted."""
    metric = f"group.mean.{section.suffix}"
    try:
        levels = group_levels(section.value, section.weight, section.groups(panel, partition))
    except RefusedError as refusal:
        yield Refused(metric, key_of(section.year, partition), str(refusal))
        return
    for group, level in levels.items():
        yield Measured(metric, key_of(section.year, partition, group), level)
    if section.suffix == ("u" if panel.weights is not None else "w"):
        return
    if len(levels) > MOST_GROUPS:
        reason = f"{len(levels)} groups make {len(levels) ** 2} gaps; use a partition of fewer, or group.mean"
        yield Refused("gap.ratio", key_of(section.year, partition), reason)
        return
    before = group_parts(panel, partition)
    for group, level in levels.items():
        for reference, other in levels.items():
            key = key_of(section.year, *before, group, reference)
            yield from attempt_parts(GAPS, key, gap, level, other)
