"""Rows for inputs that are no panel: prices, indicators, systems, masses and distances, industries."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy import ndarray

from assets.statistics.composite import entropy_index
from assets.statistics.coupling import coupling_coordination
from assets.statistics.gravity import directed_linkage, potential_linkage
from assets.statistics.market_segmentation import market_segmentation
from assets.statistics.measured.blocks import attempt_rows
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.shift_share import ShiftShare, dunn, esteban_marquillas
from assets.statistics.structure_inputs import Indicators, Masses, Prices

EXPLAINED: dict[str, Callable[..., object]] = {
    "market_seg": market_segmentation,
    "entropy": entropy_index,
    "ccd": coupling_coordination,
    "gravity": potential_linkage,
    "gravity.k": directed_linkage,
    "shiftshare.Dunn": dunn,
    "shiftshare.Esteban": esteban_marquillas,
}
# by industry: the region before and after, the nation before and after
Amounts = tuple[ndarray, ndarray, ndarray, ndarray]


def measure_prices(prices: Prices) -> Iterator[Measured | Refused]:
    """Segmentation by pair, by region and overall: `market_seg.*`, keys `t1|R01-R02`, `t1|R01`, `t1`."""
    return attempt_rows("market_seg.var.sample", "", _segmentation, prices)


def _segmentation(prices: Prices) -> Iterator[Measured]:
    sample = market_segmentation(prices.indices, prices.pairs, divisor_less_one=True)
    population = market_segmentation(prices.indices, prices.pairs, divisor_less_one=False)
    for row, period in enumerate(prices.periods):
        for column, (first, second) in enumerate(prices.pairs):
            key = f"t{period}|{prices.regions[first]}-{prices.regions[second]}"
            yield Measured("market_seg.var.sample", key, float(sample.by_pair[row, column]))
            yield Measured("market_seg.var.pop", key, float(population.by_pair[row, column]))
        yield Measured("market_seg.mean.sample", f"t{period}", float(sample.overall[row]))
        for column, region in enumerate(prices.regions):
            if np.isfinite(sample.by_region[row, column]):
                value = float(sample.by_region[row, column])
                yield Measured("market_seg.region.sample", f"t{period}|{region}", value)


def measure_indicators(indicators: Indicators, sign: ndarray) -> Iterator[Measured | Refused]:
    """Entropy, weight and score: `entropy.*`, keys the names of indicators and of units."""

    def rows() -> Iterator[Measured]:
        found = entropy_index(indicators.values, sign)
        for column, name in enumerate(indicators.names):
            yield Measured("entropy.e", name, float(found.entropy[column]))
            yield Measured("entropy.weight", name, float(found.weight[column]))
        for row, unit in enumerate(indicators.units):
            yield Measured("entropy.score", unit, float(found.score[row]))

    return attempt_rows("entropy.weight", "", rows)


def measure_systems(systems: ndarray, key: str) -> Iterator[Measured | Refused]:
    """Coupling of one set of systems (k,) with equal weights: `ccd.*`."""

    def rows() -> Iterator[Measured]:
        standard = coupling_coordination(systems)
        wide = coupling_coordination(systems, form="wang 2021")
        yield Measured("ccd.C", key, standard.coupling)
        yield Measured("ccd.T", key, standard.development)
        yield Measured("ccd.D", key, standard.coordination)
        yield Measured("ccd.C_wang2021", key, wide.coupling)
        yield Measured("ccd.D_wang2021", key, wide.coordination)

    return attempt_rows("ccd.D", key, rows)


def measure_gravity(masses: Masses, distance: ndarray) -> Iterator[Measured | Refused]:
    """Potential linkage of each pair and of both its directions: `gravity.sym`, `gravity.k`."""

    def rows() -> Iterator[Measured]:
        symmetric = potential_linkage(masses.gdp, masses.population, distance)
        directed = directed_linkage(masses.gdp, masses.population, distance)
        for first, one in enumerate(masses.regions):
            for second, other in enumerate(masses.regions):
                if first < second:
                    yield Measured("gravity.sym", f"{one}|{other}", float(symmetric[first, second]))
                if first != second:
                    yield Measured("gravity.k", f"{one}|{other}", float(directed[first, second]))

    return attempt_rows("gravity.sym", "", rows)


def measure_shift_share(region: str, amounts: Amounts) -> Iterator[Measured | Refused]:
    """Sums over industries (k,) of both decompositions: `shiftshare.Dunn`, `shiftshare.Esteban`."""
    yield from attempt_rows("shiftshare.Dunn", region, _dunn_rows, region, amounts)
    yield from attempt_rows("shiftshare.Esteban", region, _esteban_rows, region, amounts)


def _dunn_rows(region: str, amounts: Amounts) -> Iterator[Measured]:
    found = dunn(*amounts)
    yield from _common_rows("shiftshare.Dunn", region, found)
    yield Measured("shiftshare.Dunn", f"{region}|Net total shift", float(found.net_shift.sum()))


def _esteban_rows(region: str, amounts: Amounts) -> Iterator[Measured]:
    found = esteban_marquillas(*amounts)
    yield from _common_rows("shiftshare.Esteban", region, found)
    yield Measured("shiftshare.Esteban", f"{region}|Allocation effect", float(found.allocation.sum()))


def _common_rows(metric: str, region: str, found: ShiftShare) -> Iterator[Measured]:
    yield Measured(metric, f"{region}|Growth (t1-t)", float(found.change.sum()))
    yield Measured(metric, f"{region}|National share", float(found.national.sum()))
    yield Measured(metric, f"{region}|Industrial mix", float(found.mix.sum()))
    yield Measured(metric, f"{region}|Regional share", float(found.competitive.sum()))
