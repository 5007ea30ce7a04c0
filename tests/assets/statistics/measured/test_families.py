"""What holds for every family of measures: zeros, few or equal regions, no years."""

import numpy
import pytest

from assets.statistics.measured import (
    beta,
    decomposition,
    dispersion,
    gaps,
    inequality,
    leave_one_out,
    overlapping,
    polarization,
    ranks,
    verdict,
)
from assets.statistics.panel import NO_YEAR
from tests.assets.statistics.measured.panels import numbers, refusals, small_panel

PANEL = small_panel()
FAMILIES = [
    beta,
    decomposition,
    dispersion,
    gaps,
    inequality,
    leave_one_out,
    overlapping,
    polarization,
    ranks,
    verdict,
]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__.rpartition(".")[2])
def test_zeros_are_refused_or_and_never_break_a_family(family):
    values = PANEL.values.copy()
    values[0, 0] = 0
    rows = list(family.measure(small_panel(values=values)))
    assert all(numpy.isfinite(value) for value in numbers(rows).values())
    if family is inequality:
        assert "use Theil T" in refusals(rows)["theil.L.w", "2000"]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__.rpartition(".")[2])
def test_two_regions_or_equal_ones_give_finite_numbers_or_reasons(family):
    two = small_panel(
        regions=("A", "B"),
        values=PANEL.values[:2],
        weights=PANEL.weights[:2],
        totals=None,
        partitions={"halves": ("H", "G")},
        zones={"belt": numpy.array([True, False])},
    )
    equal = small_panel(values=numpy.full((6, 5), 7.0))
    for panel in (two, equal):
        assert all(numpy.isfinite(value) for value in numbers(family.measure(panel)).values())


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__.rpartition(".")[2])
def test_a_cross_section_has_keys_without_a_year(family):
    single = small_panel(
        years=(NO_YEAR,), values=PANEL.values[:, :1], weights=PANEL.weights[:, :1], totals=None
    )
    rows = list(family.measure(single))
    assert not any("20" in row.key or row.key.startswith(("0|", "|")) for row in rows)
    if family is decomposition:
        assert ("dagum.D.u", "G|H") in numbers(rows)
