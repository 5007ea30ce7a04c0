"""Convergence clubs of a panel, and of logs that somebody else has smoothed already."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy import ndarray

from assets.statistics.clubs import Clubs, find_clubs
from assets.statistics.hodrick_prescott import ANNUAL, CLUBS_LITERATURE, hodrick_prescott_trend
from assets.statistics.log_t import Bandwidth, cross_section_variance, log_t
from assets.statistics.measured.attempts import key_of
from assets.statistics.measured.blocks import attempt_rows
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.merging import merge_clubs
from assets.statistics.panel import Panel
from assets.statistics.refusal import RefusedError

EXPLAINED: dict[str, Callable[..., object]] = {
    "hp_trend": hodrick_prescott_trend,
    "logt": log_t,
    "logt.H": cross_section_variance,
    "clubs": find_clubs,
}
LARGEST_LOG = 30.0  # e^30 is ten million million: no figure of a region
BANDWIDTHS: tuple[Bandwidth, ...] = ("FQSB", "AQSB")


def measure(panel: Panel) -> Iterator[Measured | Refused]:
    """Trends of the logs with lambda 6.25, log t and clubs.

    Keys `hp400_...` are of logs smoothed here with lambda 400. Keys without it take the values as they
    stand, as the R package does: for a panel that holds smoothed logs already.
    """
    yield from attempt_rows("hp_trend.log.lambda6.25", "", _trends, panel)

    yield from attempt_rows("clubs.n", "hp400", _smoothed, panel)
    yield from attempt_rows("clubs.n", "as_given", _as_given, panel)


def measure_logs(
    regions: tuple[str, ...], years: tuple[int, ...], log_values: ndarray, prefix: str = ""
) -> Iterator[Measured | Refused]:
    """Log t and clubs of smoothed natural logs (n, T), in both conventions and after both mergings."""
    for year, variance in zip(years, cross_section_variance(log_values), strict=True):
        yield Measured("logt.H", f"{prefix}Y{year}", float(variance))
    for bandwidth in BANDWIDTHS:
        metric = f"logt.global.{bandwidth}"
        yield from attempt_rows(metric, prefix, _test, log_values, bandwidth, prefix)
    yield from attempt_rows("clubs.n", f"{prefix}fqsb_c0", _clubs, regions, log_values, prefix)


def _trends(panel: Panel) -> Iterator[Measured]:
    for region, trend in zip(panel.regions, hodrick_prescott_trend(_annual_logs(panel), ANNUAL), strict=True):
        for year, value in zip(panel.years, trend, strict=True):
            yield Measured("hp_trend.log.lambda6.25", key_of(region, year), float(value))


def _smoothed(panel: Panel) -> Iterator[Measured | Refused]:
    trend = hodrick_prescott_trend(_annual_logs(panel), CLUBS_LITERATURE)
    yield from measure_logs(panel.regions, panel.years, trend, "hp400_")


def _as_given(panel: Panel) -> Iterator[Measured | Refused]:
    if not (panel.values <= LARGEST_LOG).all():
        raise RefusedError(
            "the values are levels, or one is missing, so they are not taken as smoothed logs; for levels see"
            " the keys hp400_"
        )
    yield from measure_logs(panel.regions, panel.years, panel.values)


def _annual_logs(panel: Panel) -> ndarray:
    if len(panel.years) == 1:
        raise RefusedError("one period, nothing to smooth; give more years")
    if set(np.diff(panel.years).tolist()) != {1}:
        raise RefusedError("the smoothing is for consecutive years; give every year, or smooth yourself")
    if not (panel.values > 0).all():
        raise RefusedError("a value is missing or not positive, so it has no log; drop the region and say so")
    return np.log(panel.values)


def _test(log_values: ndarray, bandwidth: Bandwidth, prefix: str) -> Iterator[Measured]:
    found = log_t(log_values, "R", bandwidth)
    names = {"beta": found.b, "std.err": found.se, "tvalue": found.t, "pvalue": found.p}
    for name, value in names.items():
        yield Measured(f"logt.global.{bandwidth}", f"{prefix}{name}", value)


def _clubs(regions: tuple[str, ...], log_values: ndarray, prefix: str) -> Iterator[Measured]:
    found = find_clubs(log_values, "R")
    tagged = {
        "fqsb_c0": found,
        "fqsb_c0_mergePS": merge_clubs(found, log_values, "Phillips-Sul"),
        "fqsb_c0_mergevLT": merge_clubs(found, log_values, "von Lyncker-Thoennessen"),
        "stata_convention": find_clubs(log_values, "Stata"),
    }
    for tag, clubs in tagged.items():
        yield from _club_rows(f"{prefix}{tag}", regions, clubs)


def _club_rows(tag: str, regions: tuple[str, ...], found: Clubs) -> Iterator[Measured]:
    for number, club in enumerate(found.clubs, start=1):
        key = f"{tag}|club{number}"
        yield Measured("clubs.n", key, float(len(club.members)))
        yield Measured("clubs.b", key, club.test.b)
        yield Measured("clubs.se", key, club.test.se)
        yield Measured("clubs.t", key, club.test.t)
        yield Measured("clubs.is_rejected", key, float(club.test.is_rejected))
    for row, region in enumerate(regions):
        yield Measured("clubs.member", f"{tag}|{region}", float(found.number_of(row)))
