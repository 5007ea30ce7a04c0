"""How far one region alone moves a measure: municipalities decide unweighted indices of provinces."""

from collections.abc import Callable
from dataclasses import dataclass

from numpy import arange, array, ndarray

from assets.statistics.refusal import RefusedError

# each region costs one more computation of the measure
MOST_REGIONS = 500


@dataclass(frozen=True)
class LeaveOneOut:
    """Range of a measure over all samples with one region left out, and the regions that set its ends."""

    lowest: float
    highest: float
    lowest_without: int  # position of the region whose absence gives the lowest value
    highest_without: int


def leave_one_out(
    measure: Callable[[ndarray, ndarray | None], float], value: ndarray, weight: ndarray | None
) -> LeaveOneOut:
    """Lowest and highest value of a measure when each region in turn is left out (jackknife samples).

    measure        a function of levels (n,) and weights (n,) or None
    value, weight  (n,) each

    A wide range says that one region decides the figure, not that the figure is uncertain: regions are no
    sample. Of ties the first region is named. Refused below 4 regions and above 500, where one region
    matters little and the computation would take long.
    """
    if not 4 <= len(value) <= MOST_REGIONS:
        raise RefusedError(
            f"{len(value)} regions; leaving out one is for 4 to {MOST_REGIONS}: compare groups instead"
        )
    found = array([_without(measure, value, weight, place) for place in range(len(value))])
    low, high = int(found.argmin()), int(found.argmax())
    return LeaveOneOut(float(found[low]), float(found[high]), low, high)


def _without(
    measure: Callable[[ndarray, ndarray | None], float], value: ndarray, weight: ndarray | None, place: int
) -> float:
    kept = arange(len(value)) != place
    return measure(value[kept], None if weight is None else weight[kept])
