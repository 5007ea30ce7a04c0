"""Dispersion of every year, tests of every pair of years, and trends over every span of years."""

from collections.abc import Callable, Iterator

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
from assets.statistics.sigma_windows import sigma_tests_of_all_pairs, trends_of_length
from assets.statistics.trend import sigma_trend
from assets.statistics.weighting import require_positive

TESTS = {
    "F": variance_ratio,
    "carree_klomp_T2": carree_klomp_t2,
    "carree_klomp_T3": carree_klomp_t3,
    "pitman_morgan": pitman_morgan,
}
TREND = {
    "intercept": "intercept",
    "slope": "slope",
    "se": "error",
    "t": "t",
    "p": "p",
    "r2": "r_squared",
    "se_nw": "newey_west_error",
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
    yield from _tests_of_all_pairs(panel)
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


def _tests_of_all_pairs(panel: Panel) -> Iterator[Row]:
    """All pairs of years in one go; those it leaves open are asked one by one."""
    found = sigma_tests_of_all_pairs(panel.values) if len(panel.regions) >= 4 else {}
    for start, end, key in windows(panel):
        for name in TESTS:
            statistic = found[name].statistic[start, end] if found else nan
            if isfinite(statistic):
                yield Measured(f"sigma_test.{name}", f"{key}|statistic", float(statistic))
                yield Measured(f"sigma_test.{name}", f"{key}|p", float(found[name].p[start, end]))
            else:
                yield from _test(name, panel.values[:, start], panel.values[:, end], key)


def _test(name: str, start: ndarray, end: ndarray, key: str) -> Iterator[Row]:
    """One test on logs of the regions that have a value in both years."""
    both = isfinite(start) & isfinite(end)
    try:
        require_positive(start[both], "cv.u.pop of both years")
        require_positive(end[both], "cv.u.pop of both years")
        found = TESTS[name](log(start[both]), log(end[both]))
    except RefusedError as refusal:
        yield Refused(f"sigma_test.{name}", key, str(refusal))
        return
    yield Measured(f"sigma_test.{name}", f"{key}|statistic", found.statistic)
    yield Measured(f"sigma_test.{name}", f"{key}|p", found.p)


def _trends(metric: str, figures: dict[int, float]) -> Iterator[Row]:
    """Every span of three years or more; the logs of sigma only over all years."""
    years = sorted(figures)
    sigma = array([figures[year] for year in years])
    for length in range(3, len(years) + 1):
        found = trends_of_length(array(years), sigma, length)
        columns = {name: getattr(found, attribute).tolist() for name, attribute in TREND.items()}
        for first, slope in enumerate(columns["slope"]):
            span = years[first : first + length]
            if isfinite(slope):
                key = f"{span[0]}-{span[-1]}"
                for name, column in columns.items():
                    yield Measured(f"sigma_trend.{metric}", f"{key}|{name}", column[first])
            else:
                yield from _trend(f"sigma_trend.{metric}", span, figures)
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
    for name, attribute in TREND.items():
        yield Measured(metric, f"{key}|{name}", getattr(trend, attribute))
