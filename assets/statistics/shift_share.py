"""Shift-share: how much of a region's change is the nation's, its mix of industries, and its own."""

from dataclasses import dataclass

import numpy as np
from numpy import ndarray

from assets.statistics.refusal import RefusedError


@dataclass(frozen=True)
class ShiftShare:
    """Parts of a region's change by industry, each (k,), in the unit of the amounts.

    change          what happened: after - before
    national        what the nation's overall rate would have brought
    mix             because its industries grow faster or slower than the nation
    competitive     because its industries differ in growth from the same industries elsewhere
    allocation      Esteban-Marquillas only: competitive growth of industries in which it is specialised

    national + mix + competitive + allocation = change in every industry.
    """

    change: ndarray
    national: ndarray
    mix: ndarray
    competitive: ndarray
    allocation: ndarray

    @property
    def net_shift(self) -> ndarray:
        """Change beyond the national part, (k,)."""
        return self.change - self.national


def dunn(before: ndarray, after: ndarray, nation_before: ndarray, nation_after: ndarray) -> ShiftShare:
    """The classical decomposition (Dunn 1960, Papers Reg. Sci. Assoc. 6).

    All (k,) amounts by industry, one unit; the nation contains the region. allocation is 0.
    national e G, mix e (g_k - G), competitive e (r_k - g_k). Refused: an industry the nation lacks before
    (its rate is undefined: join it to a related one), negative or missing amounts.
    """
    overall, industry = _rates(nation_before, nation_after)
    _require_amounts(before, after)
    return ShiftShare(
        change=after - before,
        national=before * overall,
        mix=before * (industry - overall),
        # written without r_k = after/before, so that an industry new to the region needs no rate
        competitive=after - before * (1 + industry),
        allocation=np.zeros(len(before)),
    )


def esteban_marquillas(
    before: ndarray, after: ndarray, nation_before: ndarray, nation_after: ndarray
) -> ShiftShare:
    """The competitive part freed of specialisation (Esteban-Marquillas 1972, Reg. Urban Econ. 2).

    competitive h (r_k - g_k) with h the homothetic amount, the region's total in the nation's structure;
    allocation (e - h)(r_k - g_k). Arguments as for dunn; refused besides: an industry the region lacks
    before, since its rate r_k is then undefined.
    """
    classical = dunn(before, after, nation_before, nation_after)
    if (before == 0).any():
        raise RefusedError("the region lacks an industry at the start, so its rate is undefined; use dunn")
    homothetic = before.sum() * nation_before / nation_before.sum()
    advantage = classical.competitive / before
    return ShiftShare(
        change=classical.change,
        national=classical.national,
        mix=classical.mix,
        competitive=homothetic * advantage,
        allocation=(before - homothetic) * advantage,
    )


def dynamic(region: ndarray, nation: ndarray) -> ShiftShare:
    """Sums of the yearly classical parts (Barff & Knight 1988, Growth and Change 19).

    region and nation (T, k), T >= 2 consecutive years. The base moves every year, so the parts differ from
    those of the end years; the change is the same.
    """
    if len(region) < 2:
        raise RefusedError("a change needs 2 years or more")
    yearly = [
        dunn(region[year], region[year + 1], nation[year], nation[year + 1])
        for year in range(len(region) - 1)
    ]
    names = ("change", "national", "mix", "competitive", "allocation")
    return ShiftShare(**{name: np.sum([getattr(parts, name) for parts in yearly], axis=0) for name in names})


def _rates(before: ndarray, after: ndarray) -> tuple[float, ndarray]:
    _require_amounts(before, after)
    if (before == 0).any():
        raise RefusedError("the nation lacks an industry at the start; join it to a related one")
    return float(after.sum() / before.sum() - 1), after / before - 1


def _require_amounts(*amounts: ndarray) -> None:
    if any(not np.isfinite(values).all() or (values < 0).any() for values in amounts):
        raise RefusedError("amounts by industry must be known and not negative; leave the industry out")
