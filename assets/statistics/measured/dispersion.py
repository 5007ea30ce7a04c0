"""Dispersion of every year, tests of every pair of years, and trends over every span of years."""

from collections.abc import Callable, Iterator
from itertools import combinations

from numpy import array, isfinite, log, nan, ndarray

from assets.statistics.dispersion import (
    carree_klomp_t2,
    carree_klomp_t3,
    coefficient_of_variation,
    pitman_morgan,
    standard_deviation,
    standard_deviation_of_logs,
    variance_ratio,
)
from assets.statistics.measured.attempts import CrossSection, Row, attempt, cross_sections, key_of, windows
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.panel import Panel
from assets.statistics.refusal import RefusedError
from assets.statistics.trend import sigma_trend
from assets.statistics.weighting import require_positive

TESTS = {
    "F": variance_ratio,
    "carree_klomp_T2": carree_klomp_t2,
    "carree_klomp_T3": carree_klomp_t3,
    "pitman_morgan": pitman_morgan,
}
TRENDED = ("sdlog.pop", "sdlog.w", "cv.u.pop", "cv.w")

EXPLAINED: dict[str, Callable[..., object]] = {
    "sd": standard_deviation,
    "cv": coefficient_of_variation,
    "sdlog": standard_deviation_of_logs,
    "sigma_test.F": variance_ratio,
    "sigma_test.carree_klomp_T2": carree_klomp_t2,
    "sigma_test.carree_klomp_T3": carree_klomp_t3,
    "sigma_test.pitman_morgan": pitman_morgan,
    "sigma_trend": sigma_trend,
    "sigma_trend_ln": sigma_trend,
}


def measure(panel: Panel) -> Iterator[Row]:
    """Standard deviations and coefficients of variation, their tests and their trends."""
    series: dict[str, dict[int, float]] = {metric: {} for metric in TRENDED}
    for section in cross_sections(panel):
        for row in _year(section):
            if isinstance(row, Measured) and row.metric in series:
                series[row.metric][section.year] = row.value
            yield row
    for start, end, key in windows(panel):
        yield from _tests(panel.values[:, start], panel.values[:, end], key)
    for metric, figures in series.items():
        yield from _trends(metric, figures)


def _year(section: CrossSection) -> Iterator[Row]:
    key, value, weight = key_of(section.year), section.value, section.weight
    if section.suffix == "w":
        yield attempt("cv.w", key, coefficient_of_variation, value, weight)
        yield attempt("sdlog.w", key, standard_deviation_of_logs, value, weight)
        return
    yield attempt("sd.pop", key, standard_deviation, value, None)
    yield attempt("sd.sample", key, standard_deviation, value, None, 1)
    yield attempt("cv.u.pop", key, coefficient_of_variation, value, None)
    yield attempt("cv.u.sample", key, coefficient_of_variation, value, None, 1)
    yield attempt("sdlog.pop", key, standard_deviation_of_logs, value, None)
    yield attempt("sdlog.sample", key, standard_deviation_of_logs, value, None, 1)


def _tests(start: ndarray, end: ndarray, key: str) -> Iterator[Row]:
    """Tests on logs of the regions that have a value in both years."""
    both = isfinite(start) & isfinite(end)
    for name, test in TESTS.items():
        try:
            require_positive(start[both], "cv.u.pop of both years")
            require_positive(end[both], "cv.u.pop of both years")
            found = test(log(start[both]), log(end[both]))
        except RefusedError as refusal:
            yield Refused(f"sigma_test.{name}", key, str(refusal))
            continue
        yield Measured(f"sigma_test.{name}", f"{key}|statistic", found.statistic)
        yield Measured(f"sigma_test.{name}", f"{key}|p", found.p)


def _trends(metric: str, figures: dict[int, float]) -> Iterator[Row]:
    """Every span of three years or more; the logs of sigma only over all years."""
    years = sorted(figures)
    for first, last in combinations(range(len(years)), 2):
        if last - first >= 2:
            yield from _trend(f"sigma_trend.{metric}", years[first : last + 1], figures)
    if len(years) >= 2:
        if len(years) < 3:
            yield from _trend(f"sigma_trend.{metric}", years, figures)
        yield from _trend(f"sigma_trend_ln.{metric}", years, figures, of_logs=True)


def _trend(metric: str, years: list[int], figures: dict[int, float], of_logs: bool = False) -> Iterator[Row]:
    key = f"{years[0]}-{years[-1]}"
    try:
        trend = sigma_trend(array(years), array([figures.get(year, nan) for year in years]), of_logs)
    except RefusedError as refusal:
        yield Refused(metric, key, str(refusal))
        return
    yield Measured(metric, f"{key}|intercept", trend.intercept)
    yield Measured(metric, f"{key}|slope", trend.slope)
    yield Measured(metric, f"{key}|se", trend.error)
    yield Measured(metric, f"{key}|t", trend.t)
    yield Measured(metric, f"{key}|p", trend.p)
    yield Measured(metric, f"{key}|r2", trend.r_squared)
    yield Measured(metric, f"{key}|se_nw", trend.newey_west_error)
