"""How long a gap would last: years to parity at the recent trend, with a fan, and how such fans did.

An extrapolation, no forecast of policy: it says what the recent changes, repeated, would lead to.
"""

from dataclasses import dataclass
from functools import lru_cache

from numpy import arange, empty, full, inf, ndarray, quantile, sqrt, where
from numpy.random import Generator, default_rng

from assets.statistics.refusal import RefusedError
from assets.statistics.yearly_changes import autocorrelation, yearly_changes

# years of changes that make the recent trend
WINDOW = 12
LEAST_WINDOW = 8
# Two years keep what the autoregression leaves; longer blocks of 12 changes are too few to draw from.
BLOCK = 2
DRAWS = 1_999
SEED = 1939
LEVELS = (0.1, 0.25, 0.5, 0.75, 0.9)


@dataclass(frozen=True)
class Outlook:
    """Years from the last year on until the gap is closed; inf is never at the current trend."""

    last_year: int
    gap: float  # ln(y_ref / y) now
    yearly_change: float  # mean of the window; below 0 where the gap closes
    years: float  # at that mean
    years_low: float  # 10 % of resampled trends close the gap sooner
    years_high: float  # 90 % do; often inf
    never_share: float  # share of resampled trends that do not close it

    @property
    def is_never(self) -> bool:
        """Whether the gap is never closed at the current trend."""
        return self.years == inf


@dataclass(frozen=True)
class Fan:
    """Quantiles of the gap in the years ahead."""

    years: ndarray  # (H,)
    levels: tuple[float, ...]
    quantiles: ndarray  # (levels, H) log gap


@dataclass(frozen=True)
class BackTest:
    """A fan issued from the past, and what was observed."""

    origin: int
    years: ndarray  # (H,) observed since
    low: ndarray  # (H,) 10 %
    high: ndarray  # 90 %
    observed: ndarray

    @property
    def inside(self) -> ndarray:
        """(H,) bool: observed within the fan; 80 % should be."""
        return (self.low <= self.observed) & (self.observed <= self.high)


def outlook(years: ndarray, gap: ndarray, window: int = WINDOW, seed: int = SEED) -> Outlook:
    """Years to parity: ln(y_r/y_i) / (ln(1+g_i) - ln(1+g_r)), the denominator being how the log gap closed.

    years, gap  (T,) an unbroken run of years and ln(y_ref / y) in each, 0 or above in the last
    window      yearly changes that make the trend, the last ones

    The trend is resampled as in `fan`. Refused where the last gap is below 0 (exchange the two), for
    missing or left out years, and for a window of fewer than 8 changes or longer than the series.
    """
    recent = _recent(years, gap, window)
    now, mean = float(gap[-1]), float(recent.mean())
    if now < 0:
        raise RefusedError(f"the gap is {now:.4g}, above its reference already; exchange the two")
    trends = mean + _drift_errors(recent, seed)
    low, high = quantile(_years(now, trends), (LEVELS[0], LEVELS[-1]), method="inverted_cdf")
    return Outlook(
        last_year=int(years[-1]),
        gap=now,
        yearly_change=mean,
        years=float(_years(now, full(1, mean))[0]),
        years_low=float(low),
        years_high=float(high),
        never_share=float((trends >= 0).mean()) if now > 0 else 0.0,
    )


def fan(years: ndarray, gap: ndarray, horizon: int, window: int = WINDOW, seed: int = SEED) -> Fan:
    """Quantiles of the log gap in each of the `horizon` years ahead.

    Yearly changes of the window are drawn anew in blocks of 2 (circular block bootstrap, Politis & Romano
    1992) after an autoregression takes out their dependence, corrected for few years; and the trend
    itself is drawn, as 12 changes leave it uncertain. Refused as `outlook`; the gap may have any sign.
    """
    if horizon < 1:
        raise RefusedError(f"a horizon of {horizon} years; give 1 or more")
    recent = _recent(years, gap, window)
    ahead = arange(1, horizon + 1)
    drift = recent.mean() + _drift_errors(recent, seed)
    start = full(DRAWS, recent[-1] - recent.mean())
    paths = gap[-1] + drift[:, None] * ahead + _simulated(recent, start, horizon, seed + 1).cumsum(axis=1)
    return Fan(int(years[-1]) + ahead, LEVELS, quantile(paths, LEVELS, axis=0))


def back_test(
    years: ndarray, gap: ndarray, origins: tuple[int, ...] = (2012, 2017), window: int = WINDOW
) -> list[BackTest]:
    """Fans issued with the figures up to each origin, beside what came; of figures as revised since.

    Origins with too few years before, or none after, are left out: ask for them and find them missing.
    """
    yearly_changes(years, gap)
    found = []
    for origin in origins:
        place = origin - int(years[0])
        if place < window or place >= len(years) - 1:
            continue
        issued = fan(years[: place + 1], gap[: place + 1], len(years) - 1 - place, window)
        found.append(
            BackTest(origin, issued.years, issued.quantiles[0], issued.quantiles[-1], gap[place + 1 :])
        )
    return found


def _recent(years: ndarray, gap: ndarray, window: int) -> ndarray:
    changes = yearly_changes(years, gap)
    if window < LEAST_WINDOW or len(changes) < window:
        raise RefusedError(
            f"{len(changes)} yearly changes and a window of {window}; the trend needs {LEAST_WINDOW} or more"
        )
    return changes[-window:]


def _years(gap: float, yearly_change: ndarray) -> ndarray:
    if gap == 0:
        return 0 * yearly_change
    closing = where(yearly_change < 0, -yearly_change, 1.0)
    return where(yearly_change < 0, gap / closing, inf)


def _drift_errors(recent: ndarray, seed: int) -> ndarray:
    """Errors of the mean of the window, (draws,): means of windows drawn anew around it."""
    innovations, phi = _innovations(recent)
    random = default_rng(seed)
    start = innovations[random.integers(len(innovations), size=DRAWS)] / sqrt(1 - phi**2)
    return _simulated(recent, start, len(recent), seed + 2).mean(axis=1)


def _simulated(recent: ndarray, start: ndarray, length: int, seed: int) -> ndarray:
    """Deviations from the mean in `length` years after a deviation of `start` (draws,), (draws, length)."""
    innovations, phi = _innovations(recent)
    drawn = innovations[_blocks(len(innovations), length, seed)]
    result = empty(drawn.shape)
    deviation = start
    for year in range(length):
        deviation = phi * deviation + drawn[:, year]
        result[:, year] = deviation
    return result


def _innovations(recent: ndarray) -> tuple[ndarray, float]:
    """What is new in each change, around 0 and widened for the parameters and the blocks."""
    deviation = recent - recent.mean()
    phi = autocorrelation(deviation)
    new = deviation[1:] - phi * deviation[:-1]
    return (new - new.mean()) * sqrt(len(new) / (len(new) - BLOCK)), phi


@lru_cache(maxsize=64)
def _blocks(n: int, length: int, seed: int) -> ndarray:
    """Positions (draws, length) in runs of `BLOCK`, the first following the last."""
    random: Generator = default_rng(seed)
    starts = random.integers(n, size=(DRAWS, -(-length // BLOCK), 1))
    return ((starts + arange(BLOCK)) % n).reshape(DRAWS, -1)[:, :length]
