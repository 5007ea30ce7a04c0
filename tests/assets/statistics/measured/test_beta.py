"""Rows of the growth regressions."""

import numpy

from assets.statistics import beta
from assets.statistics.measured import beta as measured
from tests.assets.statistics.measured.panels import numbers, refusals, small_panel

PANEL = small_panel()
FIRST, LAST = PANEL.values[:, 0], PANEL.values[:, 4]
HALVES = numpy.array(PANEL.partitions["halves"])


def test_names_and_keys():
    found = numbers(measured.measure(PANEL))
    window = beta.convergence(FIRST, LAST, 4)
    assert found["beta.beta", "2000-2004"] == window.beta
    assert found["beta.lambda", "2000-2004"] == window.rate
    assert found["beta.n", "2000-2003"] == 5
    grouped = beta.convergence_with_groups(FIRST, LAST, 4, HALVES)
    assert found["beta_club.dummy", "2000-2004|halves|H"] == grouped.fit.coefficients[2]
    assert found["beta_zone.vif", "2000-2004|belt"] > 1
    rows = list(measured.measure(PANEL))
    assert "a value is missing" in refusals(rows)["beta_panel.lambda", "2000-2004"]
