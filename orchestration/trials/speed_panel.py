"""A seeded panel of any size, complete and positive, as every party of a comparison takes it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy import ndarray

from assets.statistics.distribution import classes_by_year
from assets.statistics.hodrick_prescott import CLUBS_LITERATURE, hodrick_prescott_trend

SIZES = (31, 3_000, 100_000)
YEARS = 40
CLASSES = 5


@dataclass(frozen=True)
class SpeedPanel:
    """Levels of n regions in T years, weights (n,) and a group of each region (n,)."""

    values: ndarray
    weights: ndarray
    labels: ndarray

    @property
    def regions(self) -> int:
        """How many regions."""
        return len(self.values)

    @property
    def years(self) -> ndarray:
        """The years, (T,)."""
        return np.arange(2000, 2000 + self.values.shape[1])

    @cached_property
    def by_year(self) -> ndarray:
        """The same values (T, n), each year in one piece of memory."""
        return np.ascontiguousarray(self.values.T)

    @cached_property
    def four_groups(self) -> ndarray:
        """A coarse partition, (n,), of the size of the four blocs."""
        return np.array(["a", "b", "c", "d"])[np.arange(self.regions) % 4]

    @cached_property
    def classes(self) -> ndarray:
        """Fifths of each year, (n, T)."""
        return classes_by_year(self.values, CLASSES)

    @cached_property
    def trends(self) -> ndarray:
        """Smoothed logs, (n, T)."""
        return hodrick_prescott_trend(np.log(self.values), CLUBS_LITERATURE)

    @cached_property
    def frame(self) -> Any:
        """The panel as a long pandas frame of region, year, y and pop."""
        import pandas

        return pandas.DataFrame(
            {
                "region": np.repeat([f"r{number}" for number in range(self.regions)], len(self.years)),
                "year": np.tile(self.years, self.regions),
                "y": self.values.ravel(),
                "pop": np.repeat(self.weights, len(self.years)),
            }
        )

    def write(self, path: Path) -> None:
        """The panel as a file that `qipan measure` and its alternatives read."""
        lines = ["region,year,y,pop"]
        for region, values in enumerate(self.values):
            weight = float(self.weights[region])
            lines += [
                f"r{region},{year},{value!r},{weight!r}"
                for year, value in zip(self.years, values.tolist(), strict=True)
            ]
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def speed_panel(regions: int, years: int = YEARS) -> SpeedPanel:
    """Log levels that differ as provinces do and drift apart slowly; a group for every 33 regions, or 4."""
    draws = np.random.default_rng(regions)
    start = 9 + 0.4 * draws.standard_normal((regions, 1))
    growth = 0.05 + 0.02 * draws.standard_normal((regions, years))
    names = np.array([f"g{number:05}" for number in range(max(4, regions // 33))])
    labels = names[np.arange(regions) % len(names)]
    return SpeedPanel(np.exp(start + growth.cumsum(axis=1)), draws.lognormal(0, 1, regions), labels)
