"""Levels, dispersion, inequality, decompositions, zones, beta, ranks and polarization of the truth cases.

The cases' files go through the reader of `qipan measure` as they stand.
"""

import math
from collections import Counter
from functools import cache

import numpy
import pytest

from assets.statistics.decomposition import nested_theil
from assets.statistics.gaps import years_to_parity
from assets.statistics.measured import (
    beta,
    decomposition,
    dispersion,
    gaps,
    inequality,
    overlapping,
    polarization,
    ranks,
)
from assets.statistics.measured.rows import Measured
from assets.statistics.panel import Panel
from assets.statistics.reading import read_panel
from tests.truth.panels import TRUTH, read

FAMILIES = (beta, decomposition, dispersion, gaps, inequality, overlapping, polarization, ranks)
# panel, groups and neighbours of each case
CASES = {
    "china_gdppc": ("panel.csv", "zones.csv", "contiguity.csv"),
    "cu_emp": ("panel.csv", None, None),
    "de_counties": ("panel.csv", None, None),
    "mexico": ("panel.csv", None, "contiguity.csv"),
    "hand_public": ("regions.csv", None, None),
}
# rows of status truth under our own names; the others have a test below or belong to other families
MATCHED = {"china_gdppc": 1385, "cu_emp": 453, "de_counties": 910, "mexico": 412, "hand_public": 85}
OTHERS = (
    "markov.",
    "spatial_markov.",
    "kde.",
    "moran.",
    "spatial_gini.",
    "hp_trend.",
    "hhi",
    "market_seg.",
    "entropy.",
    "ccd.",
    "gravity.",
    # tests below
    "reat.",
    "nested_theil.",
    "time_to_parity",
)
# the case writes ln(y/y_ref) where metrics and the other cases have ln(y_ref/y)
OTHER_SIGN = {("hand_public", "gap.log", key) for key in ("C|E", "N|E", "W|E")}


@cache
def panel(case: str) -> Panel:
    files = [file and TRUTH / case / file for file in CASES[case]]
    read(case, CASES[case][0])  # skips where the fixtures are absent
    return read_panel(*files)


@cache
def produced(case: str) -> dict[tuple[str, str], float]:
    return {
        (row.metric, row.key): row.value
        for family in FAMILIES
        for row in family.measure(panel(case))
        if isinstance(row, Measured)
    }


def tolerance(metric: str) -> float:
    """As the fixtures' README states them."""
    if metric == "beta.lambda.nls" or metric.startswith("reat.nls"):
        return 1e-5
    return 1e-7 if metric.startswith(("beta", "sigma_trend", "reat.")) else 1e-9


def close(metric: str, found: float, expected: float) -> bool:
    # differences of nearly equal numbers carry one rounding of the size of 1e-16
    return math.isclose(found, expected, rel_tol=tolerance(metric), abs_tol=1e-15)


@pytest.mark.parametrize("case", CASES)
def test_every_row_is_the_cases(case):
    ours = produced(case)
    seen: Counter[str] = Counter()
    wrong = []
    for row in read(case, "expected.csv"):
        metric, key, expected = row["metric"], row["key"], float(row["value"])
        if row["status"] != "truth":
            continue
        if (metric, key) not in ours:
            assert metric.startswith(OTHERS), f"{metric} {key} is not produced"
            continue
        if (case, metric, key) in OTHER_SIGN:
            expected = -expected
            seen["other sign"] += 1
        elif close(metric, ours[metric, key], expected):
            seen["matched"] += 1
        if not close(metric, ours[metric, key], expected):
            wrong.append(f"{metric} {key}: {ours[metric, key]!r}, expected {expected!r}")
    assert wrong == []
    assert seen["matched"] == MATCHED[case]
    assert seen["other sign"] == (3 if case == "hand_public" else 0)


def test_the_two_stages_of_the_hand_made_case():
    # its outer partition is written nowhere: East and North are the coast, Centre and West inland
    hand = panel("hand_public")
    blocs = numpy.array(hand.partitions["bloc"])
    coast = numpy.where(numpy.isin(blocs, ["E", "N"]), "coast", "inland")
    names = {"total": "total", "between1": "between", "between2_in_1": "between_inner", "within": "within"}
    expected = {
        row["metric"]: float(row["value"])
        for row in read("hand_public", "expected.csv")
        if row["metric"].startswith("nested_theil")
    }
    assert len(expected) == 8
    for suffix, weight in (("u", None), ("w", hand.weights[:, 0])):
        parts = nested_theil(hand.values[:, 0], weight, coast, blocs)
        for name, attribute in names.items():
            assert getattr(parts, attribute) == pytest.approx(
                expected[f"nested_theil.{suffix}.{name}"], rel=1e-9
            )


def test_years_to_parity_of_the_hand_made_case():
    rows = [row for row in read("hand_public", "expected.csv") if row["metric"] == "time_to_parity"]
    assert len(rows) == 3
    for row in rows:
        assert years_to_parity(*map(float, row["key"].split("|"))) == pytest.approx(
            float(row["value"]), rel=1e-9
        )
