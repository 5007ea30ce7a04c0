"""What an answer changed: cells that are new, cells revised, the largest revision, the groups that move."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assets.landing.exchange import Cell, Figure, values_of

# Numbers printed with another count of decimals are the same figure.
SAME = 1e-9


@dataclass(frozen=True)
class Revised:
    """One cell whose value changed, both values in our unit."""

    region: str
    period: str
    was: float
    value: float

    @property
    def relative(self) -> float | None:
        """Relative change; None where the old value is zero."""
        return self.value / self.was - 1 if self.was else None


@dataclass(frozen=True)
class RevisionReport:
    """Figures of one answer against those held before it."""

    n_cells: int
    n_new: int
    n_same: int
    revised: tuple[Revised, ...]
    # relative change of the sum of a group's revised cells, by group and period
    groups: dict[tuple[str, str], float]

    @property
    def largest(self) -> Revised | None:
        """The revision with the largest relative change."""
        return max(self.revised, key=lambda cell: abs(cell.relative or 0), default=None)

    def sentence(self) -> str:
        """The report in one line: counts, largest change, first groups that move."""
        parts = [f"{self.n_cells} cells, {self.n_new} new, {len(self.revised)} revised"]
        if self.largest is not None and self.largest.relative is not None:
            cell = self.largest
            parts.append(
                f"largest {cell.region} {cell.period}: {cell.was:g} -> {cell.value:g} ({cell.relative:+.2%})"
            )
        moved = sorted(self.groups.items(), key=lambda item: -abs(item[1]))[:3]
        if moved:
            named = ", ".join(f"{group} {period} {change:+.2%}" for (group, period), change in moved)
            parts.append(f"groups that move most: {named}")
        return "; ".join(parts)


def report_revision(
    figures: Sequence[Figure],
    unit_factor: float,
    held: Mapping[Cell, float],
    members: Mapping[str, Sequence[str]],
    is_sum: bool,
) -> RevisionReport:
    """Compare an accepted answer with what was held before.

    `members` are the regions of each group. A group moves when the sum over all its members changes;
    it is left out where a member has no value, and for indicators that are not summed.
    """
    new = values_of(figures, unit_factor)
    revised = tuple(
        Revised(region, period, held[region, period], value)
        for (region, period), value in new.items()
        if (region, period) in held and abs(value - held[region, period]) > SAME * abs(value)
    )
    n_new = sum(cell not in held for cell in new)
    groups = _moves(revised, new, held, members) if is_sum else {}
    return RevisionReport(len(new), n_new, len(new) - n_new - len(revised), revised, groups)


def _moves(
    revised: Sequence[Revised],
    new: Mapping[Cell, float],
    held: Mapping[Cell, float],
    members: Mapping[str, Sequence[str]],
) -> dict[tuple[str, str], float]:
    touched: dict[str, set[str]] = defaultdict(set)
    for cell in revised:
        touched[cell.period].add(cell.region)
    moves = {}
    for period, regions in touched.items():
        for group, codes in members.items():
            if not regions.intersection(codes) or any((code, period) not in held for code in codes):
                continue
            was = sum(held[code, period] for code in codes)
            value = sum(new.get((code, period), held[code, period]) for code in codes)
            if was and abs(value / was - 1) > SAME:
                moves[group, period] = value / was - 1
    return moves
