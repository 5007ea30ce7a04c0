"""Concentration of a panel's values, and of the totals behind them where they are given."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy import ndarray

from assets.statistics.measured.attempts import key_of
from assets.statistics.measured.blocks import attempt_rows
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.panel import Panel
from assets.statistics.structure import Concentration, herfindahl

EXPLAINED: dict[str, Callable[..., object]] = {"hhi": Concentration, "hhi_totals": Concentration}


def measure(panel: Panel) -> Iterator[Measured | Refused]:
    """Herfindahl-Hirschman indices of each year over the regions known in it.

    `hhi` is of the values themselves: for values per head it is (CV^2 + 1)/n, no concentration of output;
    that is `hhi_totals`.
    """
    yield from _by_year("hhi", panel.years, panel.values)
    if panel.totals is None:
        yield Refused("hhi_totals", "", "concentration is of totals such as GDP; give them beside the values")
    else:
        yield from _by_year("hhi_totals", panel.years, panel.totals)


def _by_year(metric: str, years: tuple[int, ...], amounts: ndarray) -> Iterator[Measured | Refused]:
    for column, year in enumerate(years):
        known = amounts[np.isfinite(amounts[:, column]), column]
        yield from attempt_rows(metric, key_of(year), _rows, metric, known, year)


def _rows(metric: str, amounts: ndarray, year: int) -> Iterator[Measured]:
    found = herfindahl(amounts)
    yield Measured(metric, key_of(year), found.index)
    yield Measured(f"{metric}.norm", key_of(year), found.normalised)
    yield Measured(f"{metric}.equiv", key_of(year), found.equivalent)
