"""Gaps between two levels, a group and its reference, and how long a gap would last."""

from dataclasses import dataclass
from math import log

from numpy import bincount, ndarray

from assets.statistics.refusal import RefusedError
from assets.statistics.weighting import (
    Labels,
    group_codes,
    population_shares,
    relative_levels,
    require_positive,
)

NEVER = -1.0


@dataclass(frozen=True)
class Gap:
    """How far a level lies from its reference; positive absolute, relative and log gaps lie below it."""

    absolute: float  # y_ref - y_i, unit of the values
    relative: float  # 1 - y_i / y_ref
    ratio: float  # y_i / y_ref
    log: float  # ln(y_ref / y_i)


def gap(level: float, reference: float) -> Gap:
    """Gap of a level to its reference: y_r - y, 1 - y/y_r, y/y_r and ln(y_r/y).

    Both must be above 0: refused otherwise, as ratio and logarithm have no meaning there.
    """
    if not (level > 0 and reference > 0):
        raise RefusedError(f"{level} to {reference}: a ratio needs both above 0; take the difference by hand")
    return Gap(reference - level, 1 - level / reference, level / reference, log(reference / level))


def mean_level(value: ndarray, weight: ndarray | None) -> float:
    """Mean sum p_i y_i of regions (n,): weighted by population the level of the whole, None the plain mean.

    Refused without a region, with a missing value or a weight not above 0.
    """
    return float((population_shares(value, weight, least=1) * value).sum())


def group_levels(value: ndarray, weight: ndarray | None, labels: Labels) -> dict[str, float]:
    """Level of each group: sum p_i y_i / sum p_i over its members, by name.

    value, weight, labels  (n,) each; weighted by population it is the group's output over its people, never
    a mean of ratios; unweighted the plain mean of its regions
    """
    share = population_shares(value, weight, least=1)
    names, codes = group_codes(labels, len(value))
    means = bincount(codes, share * value) / bincount(codes, share)
    return dict(zip(names, map(float, means), strict=True))


@dataclass(frozen=True)
class Extremes:
    """The spread from the lowest region to the highest."""

    absolute_range: float  # max - min, unit of the values
    relative_range: float  # (max - min) / unweighted mean
    ratio: float  # max / min


def extremes(value: ndarray) -> Extremes:
    """Range max - min, (max - min)/mu with mu the unweighted mean, and max/min over regions (n,).

    Rest on two regions alone. max/min is refused where the lowest is 0.
    """
    share = population_shares(value, None)
    relative_levels(value, share)
    require_positive(value, "the range")
    lowest, highest = float(value.min()), float(value.max())
    return Extremes(highest - lowest, (highest - lowest) / float(value.mean()), highest / lowest)


def years_to_parity(level: float, reference: float, growth: float, reference_growth: float) -> float:
    """Years until equal at constant growth: ln(y_r/y_i) / (ln(1+g_i) - ln(1+g_r)).

    level, reference          in one unit, above 0
    growth, reference_growth  rates a year, .05 for 5 %, above -1

    0 where they are equal; NEVER (-1) where the level does not grow faster. Refused where it is above its
    reference already: exchange the two.
    """
    if not (level > 0 and reference > 0 and growth > -1 and reference_growth > -1):
        raise RefusedError("levels must be above 0 and growth above -100 %; give both")
    distance = log(reference / level)
    if distance < 0:
        raise RefusedError(f"{level:.6g} is above its reference {reference:.6g} already; exchange the two")
    closing = log(1 + growth) - log(1 + reference_growth)
    if distance == 0:
        return 0.0
    return distance / closing if closing > 0 else NEVER


def years_to_shrink(rate: float, remaining: float = 0.5) -> float:
    """Years until the log gap is `remaining` of itself at a convergence rate: ln(1/e) / lambda.

    rate       lambda a year, from a beta regression; remaining  0 < e < 1, .5 is the half-life ln 2 / lambda

    At such a rate parity is approached and never reached. Refused where the rate is not above 0.
    """
    if not 0 < remaining < 1:
        raise RefusedError(f"a remaining share of {remaining} is not between 0 and 1")
    if not rate > 0:
        raise RefusedError(f"a convergence rate of {rate:.4g} does not close the gap; there is no half-life")
    return log(1 / remaining) / rate


def poorest_to_richest(start: ndarray, end: ndarray, years: int) -> float:
    """Years, from the end year on, until the first year's poorest region reaches its richest at past growth.

    start, end  (n,) levels of the same regions `years` apart; growth is each one's annual mean over them

    NEVER (-1) where the poorest does not grow faster; refused where it has passed the other already. Two
    regions decide it: an illustration, no forecast.
    """
    population_shares(start, None)
    require_positive(start, "another start year")
    require_positive(end, "another end year")
    low, high = int(start.argmin()), int(start.argmax())
    growth = (end / start) ** (1 / years) - 1
    return years_to_parity(float(end[low]), float(end[high]), float(growth[low]), float(growth[high]))
