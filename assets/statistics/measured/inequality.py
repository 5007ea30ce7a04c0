"""Inequality of every year, unweighted and weighted by population."""

from collections.abc import Callable, Iterator

from numpy import isfinite

from assets.statistics.inequality import (
    atkinson,
    generalised_entropy,
    gini,
    gini_normalised,
    hoover,
    hoover_of_totals,
    quantile_ratio,
    theil_l,
    theil_t,
)
from assets.statistics.measured.attempts import Row, attempt, cross_sections, key_of
from assets.statistics.panel import Panel

AVERSIONS = ("0.5", "1", "2")
MEASURES: dict[str, Callable[..., float]] = {
    "gini": gini,
    "theil.T": theil_t,
    "theil.L": theil_l,
    "hoover": hoover,
    "quintile_ratio": quantile_ratio,
}

EXPLAINED: dict[str, Callable[..., object]] = {
    **MEASURES,
    "gini.n": gini_normalised,
    "ge2": generalised_entropy,
    "ge-1": generalised_entropy,
    "atkinson": atkinson,
    "hoover.totals": hoover_of_totals,
}


def measure(panel: Panel) -> Iterator[Row]:
    """Gini, Theil, generalised entropy, Hoover, Atkinson, and the richest over the poorest fifth."""
    for section in cross_sections(panel):
        key, value, weight, suffix = key_of(section.year), section.value, section.weight, section.suffix
        for name, compute in MEASURES.items():
            yield attempt(f"{name}.{suffix}", key, compute, value, weight)
        yield attempt(f"ge2.{suffix}", key, generalised_entropy, value, weight, 2)
        yield attempt(f"ge-1.{suffix}", key, generalised_entropy, value, weight, -1)
        for aversion in AVERSIONS:
            yield attempt(
                f"atkinson.{suffix}",
                key_of(section.year, aversion),
                atkinson,
                value,
                weight,
                float(aversion),
            )
        if suffix == "u":
            yield attempt("gini.n", key, gini_normalised, value)
    yield from _totals(panel)


def _totals(panel: Panel) -> Iterator[Row]:
    if panel.totals is None or panel.weights is None:
        return
    for column, year in enumerate(panel.years):
        known = isfinite(panel.totals[:, column])
        total, population = panel.totals[known, column], panel.weights[known, column]
        yield attempt("hoover.totals", key_of(year), hoover_of_totals, total, population)
