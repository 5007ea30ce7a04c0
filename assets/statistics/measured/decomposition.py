"""Inequality between and within the groups of every partition: entropy, Dagum, nested, polarization."""

from collections.abc import Callable, Iterator
from itertools import permutations

from assets.statistics.dagum import dagum
from assets.statistics.decomposition import entropy_decomposition, is_nested, kanbur_zhang, nested_theil
from assets.statistics.measured.attempts import (
    CrossSection,
    Row,
    attempt,
    attempt_parts,
    cross_sections,
    group_parts,
    key_of,
)
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.panel import Panel
from assets.statistics.polarization import esteban_gradin_ray, esteban_ray
from assets.statistics.refusal import RefusedError

INDICES = {"T": 1.0, "L": 0.0, "GE2": 2.0}

STAGES = {"total": "total", "between1": "between", "between2_in_1": "between_inner", "within": "within"}

EXPLAINED: dict[str, Callable[..., object]] = {
    "decomp": entropy_decomposition,
    "dagum": dagum,
    "nested_theil": nested_theil,
    "kanbur_zhang.T": kanbur_zhang,
    "esteban_ray": esteban_ray,
    "esteban_gradin_ray": esteban_gradin_ray,
}


def measure(panel: Panel) -> Iterator[Row]:
    """Every decomposition by every partition, and the two-stage one where partitions are nested."""
    for section in cross_sections(panel):
        for partition in panel.partitions:
            yield from _entropy(panel, section, partition)
            yield from _dagum(panel, section, partition)
            yield from _poles(panel, section, partition)
        for outer, inner in permutations(panel.partitions, 2):
            yield from _nested(panel, section, outer, inner)


def _entropy(panel: Panel, section: CrossSection, partition: str) -> Iterator[Row]:
    key, groups = key_of(section.year, partition), section.groups(panel, partition)
    for index, alpha in INDICES.items():
        try:
            parts = entropy_decomposition(section.value, section.weight, groups, alpha)
        except RefusedError as refusal:
            yield Refused(f"decomp.{index}.between.{section.suffix}", key, str(refusal))
            continue
        yield Measured(f"decomp.{index}.between.{section.suffix}", key, parts.between)
        yield Measured(f"decomp.{index}.within.{section.suffix}", key, parts.within)
        share = f"decomp.{index}.between_share.{section.suffix}"
        yield attempt(share, key, getattr, parts, "between_share")
        for group, inside in zip(parts.groups, parts.within_by_group, strict=True):
            yield Measured(
                f"decomp.{index}.group_within_contrib.{section.suffix}", key_of(key, group), float(inside)
            )


def _dagum(panel: Panel, section: CrossSection, partition: str) -> Iterator[Row]:
    key, suffix = key_of(section.year, partition), section.suffix
    try:
        parts = dagum(section.value, section.weight, section.groups(panel, partition))
    except RefusedError as refusal:
        yield Refused(f"dagum.total.{suffix}", key, str(refusal))
        return
    yield Measured(f"dagum.total.{suffix}", key, parts.total)
    yield Measured(f"dagum.within.{suffix}", key, parts.within)
    yield Measured(f"dagum.between_net.{suffix}", key, parts.between_net)
    yield Measured(f"dagum.transvariation.{suffix}", key, parts.transvariation)
    before = group_parts(panel, partition)
    for first, group in enumerate(parts.groups):
        for second in range(first + 1, len(parts.groups)):
            pair = key_of(section.year, *before, group, parts.groups[second])
            yield Measured(f"dagum.pair.{suffix}", pair, float(parts.pair_gini[first, second]))
            yield Measured(f"dagum.D.{suffix}", pair, float(parts.affluence[first, second]))


def _poles(panel: Panel, section: CrossSection, partition: str) -> Iterator[Row]:
    key, suffix = key_of(section.year, partition), section.suffix
    value, weight, groups = section.value, section.weight, section.groups(panel, partition)
    yield attempt(f"kanbur_zhang.T.{suffix}", key, kanbur_zhang, value, weight, groups)
    for alpha in ("1.0", "1.5"):
        metric = f"esteban_ray.a{alpha}.{suffix}"
        yield attempt(metric, key, esteban_ray, value, weight, groups, float(alpha))
    yield attempt(f"esteban_gradin_ray.a1.5.{suffix}", key, esteban_gradin_ray, value, weight, groups)


def _nested(panel: Panel, section: CrossSection, outer: str, inner: str) -> Iterator[Row]:
    coarse, fine = section.labels(panel, outer), section.labels(panel, inner)
    if not is_nested(coarse, fine) or is_nested(fine, coarse):
        return
    key, name = key_of(section.year, f"{outer}>{inner}"), f"nested_theil.{section.suffix}"
    parts = {f"{name}.{part}": attribute for part, attribute in STAGES.items()}
    yield from attempt_parts(parts, key, nested_theil, section.value, section.weight, coarse, fine)
