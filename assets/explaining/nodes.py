"""The tree under a number: what each number was made of, as stored and as worked out from below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import fsum
from typing import Any

# Sums of doubles differ in their last digits with the order of the additions, nothing more.
TOLERANCE = 1e-12


@dataclass(frozen=True)
class Comparison:
    """A stored number beside the same one worked out from the leaves.

    is_equal is None where there is nothing to compare: no stored value, or no arithmetic known.
    """

    stored: float | None
    recomputed: float | None
    difference: float | None
    is_equal: bool | None


def compared(stored: float | None, recomputed: float | None, size: float = 0.0) -> Comparison:
    """Both numbers side by side, equal to 1e-12 of the stored one, or of `size` where that is larger."""
    if stored is None or recomputed is None:
        return Comparison(stored, recomputed, None, None)
    difference = recomputed - stored
    return Comparison(
        stored, recomputed, difference, abs(difference) <= TOLERANCE * max(abs(stored), abs(size))
    )


@dataclass(frozen=True)
class Node:
    """One number of the tree.

    kind        group, region, side (numerator, denominator, value, weight), figure (a leaf) or rate
    address     of its row in the warehouse; empty for what has none
    value       as stored, in `unit`; recomputed from the children, a leaf from its printed text
    numerator, denominator   what a group adds up, worked out from the leaves
    label       its name in English; the ids of `facts` have it in all languages
    how         the arithmetic, by the name of its message: numerator_over_denominator
    facts       of a leaf: text, cell, table, file, edition, publisher; of others what is worth knowing
    """

    kind: str
    address: str
    label: str
    unit: str
    value: float | None
    recomputed: float | None
    how: str = ""
    numerator: float | None = None
    denominator: float | None = None
    factor: float = 1.0
    facts: dict[str, Any] = field(default_factory=dict)
    children: tuple["Node", ...] = ()

    @property
    def comparison(self) -> Comparison:
        """Stored value against the recomputed one."""
        return compared(self.value, self.recomputed)

    def leaves(self) -> Iterator["Node"]:
        """All printed figures below, in order; one that is used twice comes twice."""
        if self.kind == "figure":
            yield self
        for child in self.children:
            yield from child.leaves()


def divided(numerator: float | None, denominator: float | None) -> float | None:
    """A ratio; None where a side is missing or the denominator is 0."""
    return None if numerator is None or not denominator else numerator / denominator


def total(values: Sequence[float | None]) -> float | None:
    """The sum; None where nothing is added or a term is missing."""
    known = [value for value in values if value is not None]
    return fsum(known) if known and len(known) == len(values) else None


def number_in(text: str | None) -> float | None:
    """The number a text holds, None where it holds none."""
    try:
        return float(text or "")
    except ValueError:
        return None
