"""Rows of delta and of ranks."""

import pytest

from assets.statistics import ranks
from assets.statistics.measured import ranks as measured
from tests.assets.statistics.measured.panels import numbers, small_panel

PANEL = small_panel()
FIRST, LAST = PANEL.values[:, 0], PANEL.values[:, 4]


def test_names_and_keys():
    found = numbers(measured.measure(PANEL))
    assert found["delta", "2000"] == (90 - FIRST).sum()
    assert found["gamma.binary", "2000-2004"] == ranks.gamma_binary(FIRST, LAST)
    # over the five regions that have every year
    assert found["kendall.n", "2000-2004"] == 5
    assert found["gamma.multi", "2000-2004"] == pytest.approx(found["kendall.W", "2000-2004"])
    assert found["kendall.W", "2000-2002"] == pytest.approx(ranks.kendall_w(PANEL.values[:, :3]).w)
