"""Convergence clubs: the clustering of Phillips and Sul, in the two forms its programs give it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy import ndarray

from assets.statistics.log_t import (
    CRITICAL,
    MIN_PERIODS,
    MIN_REGIONS,
    Bandwidth,
    Convention,
    LogT,
    cross_section_variance,
    log_t,
    periods_dropped,
    slopes,
)
from assets.statistics.refusal import RefusedError

CRITERION_STEP = 0.05  # by which Stata's program raises c* until a club passes its own test


@dataclass(frozen=True)
class Club:
    """Regions that converge; `members` are row numbers, the core first."""

    members: tuple[int, ...]
    test: LogT


@dataclass(frozen=True)
class Clubs:
    """Clubs from the top of the ranking downwards, and the regions that belong to none."""

    clubs: tuple[Club, ...]
    divergent: tuple[int, ...]
    convention: Convention
    bandwidth: Bandwidth

    @property
    def failing(self) -> tuple[int, ...]:
        """Numbers (from 1) of clubs whose own log t test rejects convergence: not to be believed."""
        return tuple(number for number, club in enumerate(self.clubs, start=1) if club.test.is_rejected)

    def number_of(self, row: int) -> int:
        """The club of a region, from 1; 0 for a divergent one."""
        return next((number for number, club in enumerate(self.clubs, 1) if row in club.members), 0)


def find_clubs(log_values: ndarray, convention: Convention = "R", bandwidth: Bandwidth = "FQSB") -> Clubs:
    """Sort regions into clubs (Phillips & Sul 2007, Econometrica 75; 2009, JAE 24).

    Regions are ranked by their last value. The core is the run of ranked regions with the highest
    statistic; every other region whose statistic with the core exceeds c* = 0 joins; the rest starts again.
    "R" (ConvergenceClubs): r = 1/3, core by |t|, c* stays 0 and a club may fail its own test: see
    `Clubs.failing`. "Stata" (Du 2017): r = 0.3, core by t, c* rises until the club passes, or is its core.

    log_values (n, T): natural logs, smoothed beforehand (hodrick_prescott_trend, lambda stated).
    Refused: n < 10, T < 15, missing values, two regions with one and the same path.
    """
    regions, periods = log_values.shape
    if regions < MIN_REGIONS or periods < MIN_PERIODS:
        raise RefusedError(
            f"clubs among {regions} regions over {periods} periods: at least {MIN_REGIONS} regions and"
            f" {MIN_PERIODS} periods are needed; use gaps or beta with group dummies"
        )
    if len(np.unique(log_values, axis=0)) < regions:
        raise RefusedError("two regions have the same values in every period; keep one of them")
    cross_section_variance(log_values)  # refuses gaps and a mean log of zero before the search starts
    search = _Search(log_values, convention, bandwidth)
    ranked = np.argsort(-log_values[:, -1], kind="stable")
    clubs: list[Club] = []
    while len(ranked) > 1:
        members = search.next_club(ranked)
        if members is None:
            break
        clubs.append(Club(tuple(members.tolist()), search.test(members)))
        ranked = ranked[~np.isin(ranked, members)]
    return Clubs(tuple(clubs), tuple(ranked.tolist()), convention, bandwidth)


@dataclass(frozen=True)
class _Search:
    log_values: ndarray
    convention: Convention
    bandwidth: Bandwidth

    def next_club(self, ranked: ndarray) -> ndarray | None:
        """Members of the next club among `ranked` rows; None when no two neighbours in rank converge."""
        if not self.test(ranked).is_rejected:
            return ranked
        core = self._core(ranked)
        return None if core is None else self._sieved(core, ranked[~np.isin(ranked, core)])

    def test(self, members: ndarray) -> LogT:
        return log_t(self.log_values[members], self.convention, self.bandwidth)

    def _core(self, ranked: ndarray) -> ndarray | None:
        paths = self.log_values[ranked]
        pairs = np.stack(
            [cross_section_variance(paths[first : first + 2]) for first in range(len(ranked) - 1)]
        )
        passing = np.flatnonzero(self._statistics(pairs) > CRITICAL)
        if not len(passing):
            return None
        first = passing[0]
        statistics = self._statistics(np.stack(list(_growing(paths[first:]))))
        failing = np.flatnonzero(statistics <= CRITICAL)
        run = statistics[: failing[0]] if len(failing) else statistics
        best = np.argmax(np.abs(run) if self.convention == "R" else run)
        return ranked[first : first + 2 + best]

    def _sieved(self, core: ndarray, others: ndarray) -> ndarray:
        """The core with the others that pass the criterion, raised by steps where the convention says so."""
        if not len(others):
            return core
        statistics = self._statistics(_with_one_more(self.log_values[core], self.log_values[others]))
        criterion = 0.0
        while True:
            members = np.concatenate([core, others[statistics > criterion]])
            only_core = len(members) == len(core)
            if self.convention == "R" or only_core or not self.test(members).is_rejected:
                return members
            criterion += CRITERION_STEP

    def _statistics(self, variances: ndarray) -> ndarray:
        """t of K groups from their paths (K, T)."""
        dropped = periods_dropped(variances.shape[1], self.convention)
        return slopes(variances, dropped, self.bandwidth).t


def _growing(paths: ndarray) -> Iterator[ndarray]:
    """H_t of the first two rows, the first three, ... (Welford's update: no difference of large sums)."""
    mean = paths[:2].mean(axis=0)
    squares = ((paths[:2] - mean) ** 2).sum(axis=0)
    yield squares / (2 * mean**2)
    for count, path in enumerate(paths[2:], start=3):
        gap = path - mean
        mean = mean + gap / count
        squares = squares + gap * (path - mean)
        yield squares / (count * mean**2)


def _with_one_more(core: ndarray, others: ndarray) -> ndarray:
    """H_t of the core with each of K other regions, (K, T)."""
    count, mean = len(core), core.mean(axis=0)
    gap = others - mean
    squares = ((core - mean) ** 2).sum(axis=0) + gap**2 * count / (count + 1)
    return squares / ((count + 1) * (mean + gap / (count + 1)) ** 2)
