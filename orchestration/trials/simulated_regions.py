"""Simulated logs of regions whose dispersion is known to be constant, and series without a break.

Every world draws two years, (draws, n) each, `YEARS` apart, with the same dispersion in both. In all of them
regions drift and cross, so that beta is below 0 although nothing converges.
"""

from collections.abc import Callable

from numpy import arange, exp, ndarray, sqrt, zeros
from numpy.random import Generator

YEARS = 12
# more years than an autoregression of .95 remembers
SETTLING = 120
BLOCS = 4
# provinces of six great regions, for flips of clusters
GREAT_REGIONS = (5, 3, 7, 6, 5, 5)

# random numbers, draws, n regions, autocorrelation rho
World = Callable[[Generator, int, int, float], tuple[ndarray, ndarray]]
# random numbers, draws, years, persistence
SeriesWorld = Callable[[Generator, int, int, float], ndarray]


def normal(random: Generator, draws: int, n: int, rho: float) -> tuple[ndarray, ndarray]:
    """Autoregressive logs, x_t = rho x_t-1 + e_t, from their stationary distribution."""
    kept = rho**YEARS
    start, new = random.normal(size=(2, draws, n))
    return start, kept * start + sqrt(1 - kept**2) * new


def heavy_tails(random: Generator, draws: int, n: int, rho: float) -> tuple[ndarray, ndarray]:
    """The same with innovations of Student's t with 4 degrees of freedom."""
    return _settled(lambda: random.standard_t(4, size=(draws, n)), rho)


def skewed(random: Generator, draws: int, n: int, rho: float) -> tuple[ndarray, ndarray]:
    """The same with exponential innovations: a few regions far above, as municipalities are."""
    return _settled(lambda: random.exponential(size=(draws, n)), rho)


def elliptical(random: Generator, draws: int, n: int, rho: float) -> tuple[ndarray, ndarray]:
    """Multivariate t with 5 degrees of freedom: a region far out in one year is in the other too."""
    start, end = normal(random, draws, n, rho)
    scale = sqrt(5 / random.chisquare(5, size=(draws, n)))
    return start * scale, end * scale


def persistent(random: Generator, draws: int, n: int, rho: float) -> tuple[ndarray, ndarray]:
    """Lasting differences between regions beside the autoregression, three parts of four of the variance."""
    start, end = normal(random, draws, n, rho)
    lasting = sqrt(3) * random.normal(size=(draws, n))
    return start + lasting, end + lasting


def blocs(random: Generator, draws: int, n: int, rho: float) -> tuple[ndarray, ndarray]:
    """Regions of four blocs move together: half of the variance is the bloc's."""
    return _clustered(random, draws, arange(n) % BLOCS, rho)


def great_regions(random: Generator, draws: int, n: int, rho: float) -> tuple[ndarray, ndarray]:
    """31 regions of six great regions that move together, half of the variance theirs."""
    return _clustered(random, draws, great_region_codes(), rho)


def great_region_codes() -> ndarray:
    """Cluster of each of the 31 regions."""
    return arange(len(GREAT_REGIONS)).repeat(GREAT_REGIONS)


def populations(n: int) -> ndarray:
    """Weights as unequal as those of provinces: the largest some fifteen times the smallest of 31."""
    from scipy.special import ndtri

    return exp(0.66 * ndtri((arange(n) + 0.5) / n))


def autoregressive(random: Generator, draws: int, years: int, rho: float) -> ndarray:
    """Series (draws, years) with unit innovations; from 0 for a random walk, else stationary."""
    new = random.normal(size=(draws, years))
    series = zeros((draws, years))
    series[:, 0] = new[:, 0] / sqrt(1 - rho**2) if rho < 1 else 0
    for year in range(1, years):
        series[:, year] = rho * series[:, year - 1] + new[:, year]
    return series


def autoregressive_changes(random: Generator, draws: int, years: int, phi: float) -> ndarray:
    """Series whose yearly changes are autoregressive, (draws, years): gaps that keep their course a while."""
    return autoregressive(random, draws, years, phi).cumsum(axis=1)


def heavy_changes(random: Generator, draws: int, years: int, phi: float) -> ndarray:
    """Random walk with t(4) changes; phi is not used."""
    return random.standard_t(4, size=(draws, years)).cumsum(axis=1) / sqrt(2)


def _settled(innovation: Callable[[], ndarray], rho: float) -> tuple[ndarray, ndarray]:
    start = innovation()
    for _ in range(SETTLING):
        start = rho * start + innovation()
    end = start
    for _ in range(YEARS):
        end = rho * end + innovation()
    return start, end


def _clustered(random: Generator, draws: int, codes: ndarray, rho: float) -> tuple[ndarray, ndarray]:
    own = normal(random, draws, len(codes), rho)
    common = normal(random, draws, int(codes.max()) + 1, rho)
    start, end = ((alone + shared[:, codes]) / sqrt(2) for alone, shared in zip(own, common, strict=True))
    return start, end
