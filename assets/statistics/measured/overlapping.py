"""Zones that overlap: each against the rest, their cells, Shapley shares, and zones inside zones."""

from collections.abc import Callable, Iterator
from itertools import permutations

from numpy import array, ndarray, where

from assets.statistics.decomposition import entropy_decomposition, nested_theil
from assets.statistics.measured.attempts import (
    CrossSection,
    Row,
    attempt,
    attempt_parts,
    cross_sections,
    key_of,
)
from assets.statistics.measured.decomposition import STAGES
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.overlapping import cells, partition_of, shapley_between, zone_against_rest
from assets.statistics.panel import Panel
from assets.statistics.refusal import RefusedError

EXPLAINED: dict[str, Callable[..., object]] = {
    "zone_vs_rest": zone_against_rest,
    "shapley_T_between": shapley_between,
    "zone_cells": cells,
    "zone_nested_theil": nested_theil,
    "zones_as_partition": partition_of,
}


def measure(panel: Panel) -> Iterator[Row]:
    """What zones allow, and the reason why they are no partition where they are none."""
    if not panel.zones:
        return
    yield _as_partition(panel.zones)
    for section in cross_sections(panel):
        zones = {name: zone[section.observed] for name, zone in panel.zones.items()}
        for name, zone in zones.items():
            yield from _against_rest(section, name, zone)
        if len(zones) > 1:
            yield from _together(section, zones)
        for outer, inner in permutations(zones, 2):
            if (zones[inner] <= zones[outer]).all() and zones[inner].any():
                yield from _inside(section, f"{outer}>{inner}", zones[outer], zones[inner])


def _as_partition(zones: dict[str, ndarray]) -> Row:
    """Number of groups the zones form, or why they form no partition."""
    return attempt("zones_as_partition", "all", _number_of_groups, zones)


def _number_of_groups(zones: dict[str, ndarray]) -> float:
    return len(set(partition_of(zones).tolist()))


def _against_rest(section: CrossSection, name: str, zone: ndarray) -> Iterator[Row]:
    key, suffix = key_of(section.year, name), section.suffix
    try:
        found = zone_against_rest(section.value, section.weight, zone)
    except RefusedError as refusal:
        yield Refused(f"zone_vs_rest.ratio.{suffix}", key, str(refusal))
        return
    yield Measured(f"zone_vs_rest.ratio.{suffix}", key, found.ratio)
    yield Measured(f"zone_vs_rest.T_between.{suffix}", key, found.theil_t.between)
    yield Measured(f"zone_vs_rest.T_within.{suffix}", key, found.theil_t.within)
    if found.theil_l is None:
        reason = "a value is 0, Theil L has no logarithm; use zone_vs_rest.T_between"
        yield Refused(f"zone_vs_rest.L_between.{suffix}", key, reason)
        return
    yield Measured(f"zone_vs_rest.L_between.{suffix}", key, found.theil_l.between)
    yield Measured(f"zone_vs_rest.L_within.{suffix}", key, found.theil_l.within)


def _together(section: CrossSection, zones: dict[str, ndarray]) -> Iterator[Row]:
    metric, suffix = f"shapley_T_between.{section.suffix}", section.suffix
    try:
        shapley = shapley_between(section.value, section.weight, zones)
        parts = entropy_decomposition(section.value, section.weight, cells(zones), 1)
    except RefusedError as refusal:
        yield Refused(metric, key_of(section.year), str(refusal))
        return
    for name, share in shapley.shares.items():
        yield Measured(metric, key_of(section.year, name), share)
    yield Measured(metric, key_of(section.year, "sum"), shapley.total)
    yield Measured(f"zone_cells.T_between.{suffix}", key_of(section.year), parts.between)
    yield Measured(f"zone_cells.T_within.{suffix}", key_of(section.year), parts.within)
    for cell, inside in zip(parts.groups, parts.within_by_group, strict=True):
        yield Measured(f"zone_cells.T_within_contrib.{suffix}", key_of(section.year, cell), float(inside))


def _inside(section: CrossSection, name: str, outer: ndarray, inner: ndarray) -> Iterator[Row]:
    """Two stages: the outer zone against the rest, then the inner zone against the rest of the outer."""
    key, metric = key_of(section.year, name), f"zone_nested_theil.{section.suffix}"
    coarse = where(outer, "zone", "rest")
    fine = where(inner, array("inner zone"), where(outer, "rest of zone", "rest"))
    parts = {f"{metric}.{part}": attribute for part, attribute in STAGES.items()}
    yield from attempt_parts(parts, key, nested_theil, section.value, section.weight, coarse, fine)
