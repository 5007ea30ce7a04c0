"""Whether verdicts keep their promise: false alarms, coverage and power, in worlds where the truth is known.

    qipan bench convergence

Seeded; a full run takes minutes. The figures stand in the docstrings of assets/statistics/verdict.py,
policy_break.py and parity_outlook.py: after a change there, run it again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from numpy import arange, array, full, log, maximum, mean, ndarray
from numpy.random import Generator, default_rng

from assets.statistics.bootstrap_change import change_of_dispersion, trend_of_dispersion
from assets.statistics.paired_variance import sign_flip_p
from assets.statistics.parity_outlook import fan
from assets.statistics.policy_break import judge_break
from assets.statistics.verdict import LEVEL, SEED, word_of
from orchestration.trials import simulated_regions as worlds
from orchestration.trials.other_rules import false_good_news

SIZES = (31, 12, 9, 6)
RHOS = (0.9, 0.95)
FALLS = (0.15, 0.25, 0.4, 0.5)
HORIZON = 12


@dataclass(frozen=True)
class Measurement:
    """One line of the table: what was simulated, and shares in percent by name."""

    section: str
    setting: str
    shares: dict[str, float]


def run_convergence_trial(draws: int, seed: int, report: Callable[[str], None]) -> list[Measurement]:
    """All sections, each line reported as it is measured; a share of 2.5 % in 1,000 draws is sure to +-1."""
    found: list[Measurement] = []
    for title, section in SECTIONS.items():
        report(f"\n{title} ({draws} draws, seed {seed})")
        for setting, shares in section(draws, default_rng(seed)):
            found.append(Measurement(title, setting, shares))
            report(f"  {setting:<42}" + "".join(f"{name} {share:5.1f}   " for name, share in shares.items()))
    return found


Lines = Iterator[tuple[str, dict[str, float]]]


def _constant(draws: int, random: Generator) -> Lines:
    for n in SIZES:
        for rho in RHOS:
            start, end = worlds.normal(random, draws, n, rho)
            for weight in (None, worlds.populations(n)):
                shares = _words(start, end, weight, 0.0) | false_good_news(start, end, weight)
                yield _setting(f"n {n}, rho {rho}", weight), shares


def _falling(draws: int, random: Generator) -> Lines:
    for world, rho in ((worlds.normal, 0.9), (worlds.persistent, 0.95)):
        for n in SIZES:
            for fall in FALLS:
                start, end = world(random, draws, n, rho)
                for weight in (None, worlds.populations(n)) if n == SIZES[0] else (None,):
                    setting = _setting(f"{world.__name__}, n {n}, falls {fall:.0%}", weight)
                    yield setting, _words(start, (1 - fall) * end, weight, float(log(1 - fall)))


def _robust(draws: int, random: Generator) -> Lines:
    for world in (worlds.heavy_tails, worlds.skewed, worlds.elliptical, worlds.persistent, worlds.blocs):
        for n in SIZES[:2]:
            start, end = world(random, draws, n, RHOS[0])
            for weight in (None, worlds.populations(n)):
                shares = _words(start, end, weight, 0.0) | false_good_news(start, end, weight)
                yield _setting(f"{world.__name__}, n {n}", weight), shares
    start, end = worlds.great_regions(random, draws, 31, RHOS[0])
    share = full(31, 1 / 31)
    clustered = sign_flip_p(start, end, share, SEED, worlds.great_region_codes())
    falls = end.std(axis=1) < start.std(axis=1)
    plain = _words(start, end, None, 0.0)
    yield "great regions, n 31", plain | {"by clusters": _percent((clustered < LEVEL) & falls)}


def _trends(draws: int, random: Generator) -> Lines:
    years = arange(2000, 2000 + worlds.YEARS + 1)
    for n in (31, 12):
        for rho in RHOS:
            panels = worlds.autoregressive(random, draws * n, len(years), rho).reshape(draws, n, -1)
            for weight in (None, worlds.populations(n)):
                intervals = [trend_of_dispersion(logs, years, weight, SEED) for logs in panels]
                covers = array([interval.low <= 0 <= interval.high for interval in intervals])
                yield _setting(f"n {n}, rho {rho}", weight), {"covered": _percent(covers)}


def _breaks(draws: int, random: Generator) -> Lines:
    for years, event in ((20, 10), (25, 12), (25, 18), (40, 25)):
        for world, persistence in NO_BREAK:
            series = world(random, draws, years, persistence)
            setting = f"T {years}, at {event}, {world.__name__} {persistence}"
            yield setting, _break_words(series, event)


def _planted(draws: int, random: Generator) -> Lines:
    time = arange(25)
    for level, slope in ((3, 0), (5, 0), (0, 1), (0, 2), (0, 3)):
        for persistence in (0.5, 1.0):
            series = worlds.autoregressive(random, draws, 25, persistence)
            series = series + level * (time >= 12) + slope * maximum(0, time - 12)
            yield f"level {level} sd, slope {slope} sd, rho {persistence}", _break_words(series, 12)


def _fans(draws: int, random: Generator) -> Lines:
    for window in (12, 20):
        for world, persistence in NO_BREAK:
            years = arange(window + 1)
            series = world(random, draws, window + 1 + HORIZON, persistence)
            inside = array([_inside(years, path, window) for path in series])
            after = {f"{ahead} y": _percent(inside[:, ahead - 1]) for ahead in (1, 5, 12)}
            yield f"window {window}, {world.__name__} {persistence}", after


def _inside(years: ndarray, path: ndarray, window: int) -> ndarray:
    issued = fan(years, path[: window + 1], HORIZON, window)
    later = path[window + 1 :]
    return (issued.quantiles[0] <= later) & (later <= issued.quantiles[-1])


def _words(start: ndarray, end: ndarray, weight: ndarray | None, truth: float) -> dict[str, float]:
    """Shares of each verdict, and of intervals that hold the true change."""
    n = start.shape[1]
    share = full(n, 1 / n) if weight is None else weight / weight.sum()
    p = sign_flip_p(start, end, share, SEED)
    changes = [change_of_dispersion(*years, weight, SEED) for years in zip(start, end, strict=True)]
    words = array([word_of(*evidence) for evidence in zip(p, changes, strict=True)])
    covers = array([change.low <= truth <= change.high for change in changes])
    return {
        "converging": _percent(words == "converging"),
        "diverging": _percent(words == "diverging"),
        "covered": _percent(covers),
    }


def _break_words(series: ndarray, event: int) -> dict[str, float]:
    years = arange(series.shape[1])
    judged = [judge_break(years, path, event) for path in series]
    tests = [found.test for found in judged if found.test]
    return {
        "coincides": _percent(array([found.word == "coincides with a change" for found in judged])),
        "joint p<.05": _percent(array([test.p < LEVEL for test in tests])),
        "level": _percent(array([test.level_p < LEVEL for test in tests])),
        "slope": _percent(array([test.slope_p < LEVEL for test in tests])),
        "largest within 1": _percent(array([abs((found.largest_at or 0) - event) <= 1 for found in judged])),
    }


def _setting(text: str, weight: ndarray | None) -> str:
    return f"{text}, {'unweighted' if weight is None else 'weighted'}"


def _percent(hits: ndarray) -> float:
    return 100 * float(mean(hits))


NO_BREAK: tuple[tuple[worlds.SeriesWorld, float], ...] = (
    (worlds.autoregressive, 0.0),
    (worlds.autoregressive, 0.5),
    (worlds.autoregressive, 0.9),
    (worlds.autoregressive, 0.95),
    (worlds.autoregressive, 1.0),
    (worlds.autoregressive_changes, 0.3),
    (worlds.autoregressive_changes, 0.5),
    (worlds.heavy_changes, 0.0),
)
SECTIONS: dict[str, Callable[[int, Generator], Lines]] = {
    "Dispersion constant: verdicts, wanted at most 5 % and 93-97 % covered": _constant,
    "Dispersion falls over 12 years: power and coverage": _falling,
    "Dispersion constant, not independent or not normal": _robust,
    "Trend of dispersion over 13 years, constant: wanted 93-97 %": _trends,
    "No break: false alarms, wanted at most 5 %": _breaks,
    "Planted break at year 12 of 25, in standard deviations of yearly news": _planted,
    "Fans of gaps, 80 % band: observed inside after 1, 5, 12 years": _fans,
}
