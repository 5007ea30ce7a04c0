"""Measuring inputs that are no panel: prices, indicators, masses and distances."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from numpy import array

from assets.statistics.input_errors import InputShapeError
from assets.statistics.measured.linkage import measure_gravity, measure_indicators, measure_prices
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.structure_inputs import read_distances, read_indicators, read_masses, read_prices


@dataclass(frozen=True)
class Tables:
    """Files that go together in pairs: prices with the pairs compared, masses with distances."""

    prices: Path | None = None
    price_pairs: Path | None = None
    indicators: Path | None = None
    # indicators of which less is better
    lower_is_better: tuple[str, ...] = ()
    masses: Path | None = None
    distances: Path | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """The files given."""
        named = (self.prices, self.price_pairs, self.indicators, self.masses, self.distances)
        return tuple(file for file in named if file)

    @property
    def is_given(self) -> bool:
        """Whether there is anything to measure."""
        return any((self.prices, self.indicators, self.masses))


def measure_tables(tables: Tables) -> Iterator[Measured | Refused]:
    """Every measure the files allow; raises a MeasureInputError where one cannot be used."""
    _check_partners(tables)
    if tables.prices:
        pairs = _beside(tables.prices, tables.price_pairs, "--price-pairs, columns a, b")
        yield from measure_prices(read_prices(tables.prices, pairs))
    if tables.indicators:
        indicators = read_indicators(tables.indicators)
        unknown = sorted(set(tables.lower_is_better) - set(indicators.names))
        if unknown:
            raise InputShapeError(
                f"{tables.indicators.name}: --lower names {', '.join(unknown)}, which it has not;"
                f" use {', '.join(indicators.names)}"
            )
        sign = array([-1 if name in tables.lower_is_better else 1 for name in indicators.names])
        yield from measure_indicators(indicators, sign)
    if tables.masses:
        distances = _beside(tables.masses, tables.distances, "--distances, columns a, b, km")
        masses = read_masses(tables.masses)
        yield from measure_gravity(masses, read_distances(distances, masses.regions))


def _check_partners(tables: Tables) -> None:
    """What is nothing without another file is not passed over in silence."""
    if tables.price_pairs and not tables.prices:
        raise InputShapeError(f"{tables.price_pairs.name}: pairs without prices; give --prices too")
    if tables.distances and not tables.masses:
        raise InputShapeError(f"{tables.distances.name}: distances without masses; give --masses too")
    if tables.lower_is_better and not tables.indicators:
        raise InputShapeError("--lower names indicators, but there are none; give --indicators too")


def _beside(given: Path, needed: Path | None, what: str) -> Path:
    if needed is None:
        raise InputShapeError(f"{given.name}: nothing can be measured from it alone; give {what}")
    return needed
