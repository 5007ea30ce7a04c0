"""Whether a gap changes course at a dated event: level, slope, what went before, and other dates.

A single series cannot show that the event made the change. The wording is therefore "coincides with",
and the same statistic is taken at every other date, where nothing was dated.
"""

from dataclasses import dataclass
from typing import Literal

from numpy import arange, array, ndarray

from assets.statistics.break_level import LEVEL
from assets.statistics.refusal import RefusedError
from assets.statistics.regression import Fit
from assets.statistics.yearly_changes import autocorrelation, fit_changes, yearly_changes

BreakWord = Literal[
    "coincides with a change",
    "no change found",
    "larger change at another date",
    "not testable (too few years)",
    "not testable (break)",
]
# Fewer yearly changes on a side leave the slope there to one or two years.
LEAST_CHANGES = 5
# Other dates to compare the event with; with fewer, the largest of them says little.
LEAST_PLACEBOS = 7
# Coefficients in the correction of phi: constant, jump and course, and one more for what three leave
# uncorrected in 25 years (false alarms with changes that keep their course; see the trial).
FITTED = 4
# a change that takes effect within the year before or after is the event's own
NEAR = 1


@dataclass(frozen=True)
class BreakTest:
    """Change of a series at one date, in the unit of the series.

    The p of level and of slope alone describe: without a break up to 8 % of them are below .05.
    """

    level: float  # jump in the year itself, beyond the slope before
    level_error: float
    level_p: float
    slope: float  # change of the yearly slope, from the next year on
    slope_error: float
    slope_p: float
    statistic: float  # F of no jump and no change of slope, 2 and T-4 degrees of freedom
    p: float
    autocorrelation: float  # of yearly changes


@dataclass(frozen=True)
class PreTrend:
    """The course of a series before a date."""

    slope: float  # mean yearly change
    slope_p: float  # of no trend; small: the gap was already opening or closing
    bend: float  # by how much the yearly change itself changed each year
    bend_p: float  # of a straight course; small: the course was already turning before the event


@dataclass(frozen=True)
class PolicyBreak:
    """A word, and what it rests on; None where not testable."""

    word: BreakWord
    test: BreakTest | None
    pre_trend: PreTrend | None
    placebo_years: ndarray  # (m,) dates more than a year from the event with enough years around
    placebo_statistics: ndarray  # (m,) the same F there
    placebo_p: float | None  # (1 + dates with as large an F) / (1 + m): no smaller than 1/(1 + m)
    largest_at: int | None  # date of the largest F, the event included


def judge_break(years: ndarray, gap: ndarray, event: int, method_breaks: tuple[int, ...] = ()) -> PolicyBreak:
    """Whether a gap changes level or slope at an event.

    years, gap     (T,) an unbroken run of years, the gap in any unit: log gap for relative courses
    event          first year the event can show in
    method_breaks  years from which figures are made in another way; one inside the window refuses the test

    "coincides with a change" needs p < LEVEL of the joint test, and no date more than a year away with a
    larger statistic: else the event borrows the change of another year. Never a cause. False alarms:
    below 5 % for series with any persistence, see the trial in orchestration/trials/convergence.py.
    Refused for missing values and years left out; "not testable" with fewer than 5 changes on a side
    or fewer than 7 other dates that have them.
    """
    changes = yearly_changes(years, gap)
    untested = (None, None, array([], dtype=int), array([]), None, None)
    if any(years[0] < year <= years[-1] for year in method_breaks):
        return PolicyBreak("not testable (break)", *untested)
    dates = admissible_dates(years)
    placebos = [date for date in dates if abs(date - event) > NEAR]
    if event not in dates or len(placebos) < LEAST_PLACEBOS:
        return PolicyBreak("not testable (too few years)", *untested)
    start = int(years[0]) + 1
    statistics = {date: _statistic(changes, date - start) for date in dates}
    at_event = _test(changes, event - start)
    elsewhere = array([statistics[date] for date in placebos])
    largest = max(dates, key=lambda date: (statistics[date], -abs(date - event)))
    return PolicyBreak(
        word=_word(at_event.p, abs(largest - event) <= NEAR),
        test=at_event,
        pre_trend=_pre_trend(changes[: event - start]),
        placebo_years=array(placebos, dtype=int),
        placebo_statistics=elsewhere,
        placebo_p=float((1 + (elsewhere >= at_event.statistic).sum()) / (1 + len(placebos))),
        largest_at=largest,
    )


def admissible_dates(years: ndarray) -> tuple[int, ...]:
    """Dates with at least 5 yearly changes before, and 5 from the date on."""
    first, last = int(years[0]), int(years[-1])
    return tuple(range(first + LEAST_CHANGES + 1, last - LEAST_CHANGES + 2))


def break_test(years: ndarray, gap: ndarray, date: int) -> BreakTest:
    """Change of level and slope at a date: interrupted trend (Wagner et al. 2002), fitted to changes.

    g_t = a + b t + level [t >= date] + slope (t - date) [t >= date] + u_t, differenced: dg_t = b +
    level [t = date] + slope [t > date] + v_t, v autoregressive (Prais-Winsten, phi corrected for few
    years). F(2, m - 3) of m changes. Refused as `judge_break`, and for other dates.
    """
    if date not in admissible_dates(years):
        raise RefusedError(f"{date} has fewer than {LEAST_CHANGES} yearly changes on a side; no test")
    return _test(yearly_changes(years, gap), date - int(years[0]) - 1)


def _test(changes: ndarray, before: int) -> BreakTest:
    """The test at the change that `before` others precede."""
    from scipy.special import fdtrc

    fit, phi = _broken(changes, before)
    statistic = _statistic(changes, before)
    _, level, slope = fit.coefficients
    errors = fit.classical_errors
    return BreakTest(
        level=float(level),
        level_error=float(errors[1]),
        level_p=fit.p_value(1, errors),
        slope=float(slope),
        slope_error=float(errors[2]),
        slope_p=fit.p_value(2, errors),
        statistic=statistic,
        p=float(fdtrc(2, fit.freedom, statistic)),
        autocorrelation=phi,
    )


def _statistic(changes: ndarray, before: int) -> float:
    """F of no jump and no change of course."""
    fit, phi = _broken(changes, before)
    straight = fit_changes(changes, phi)
    unexplained = float(fit.residuals @ fit.residuals)
    if unexplained <= 1e-20 * float(changes @ changes):
        raise RefusedError("the series runs exactly along its lines; there is no error to test with")
    gain = float(straight.residuals @ straight.residuals) - unexplained
    return max(gain, 0.0) / 2 / (unexplained / fit.freedom)


def _broken(changes: ndarray, before: int) -> tuple[Fit, float]:
    position = arange(len(changes))
    jump, course = (position == before).astype(float), (position > before).astype(float)
    # Around the break, not around one mean: a break would pass for autocorrelation and hide itself.
    phi = autocorrelation(fit_changes(changes, 0.0, jump, course).residuals, FITTED)
    return fit_changes(changes, phi, jump, course), phi


def _pre_trend(before: ndarray) -> PreTrend:
    phi = autocorrelation(before - before.mean())
    straight = fit_changes(before, phi)
    time = arange(len(before)) - (len(before) - 1) / 2
    bent = fit_changes(before, phi, time)
    return PreTrend(
        slope=float(straight.coefficients[0]),
        slope_p=straight.p_value(0, straight.classical_errors),
        bend=float(bent.coefficients[1]),
        bend_p=bent.p_value(1, bent.classical_errors),
    )


def _word(p: float, is_largest: bool) -> BreakWord:
    if p >= LEVEL:
        return "no change found"
    return "coincides with a change" if is_largest else "larger change at another date"
