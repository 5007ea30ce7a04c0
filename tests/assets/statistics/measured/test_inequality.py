"""Rows of inequality."""

import pytest

from assets.statistics import inequality
from assets.statistics.measured import inequality as measured
from tests.assets.statistics.measured.panels import PEOPLE, numbers, small_panel

PANEL = small_panel()
FIRST, LAST = PANEL.values[:, 0], PANEL.values[:, 4]


def test_names_and_keys():
    found = numbers(measured.measure(PANEL))
    assert found["gini.w", "2000"] == inequality.gini(FIRST, PEOPLE)
    assert found["atkinson.u", "2000|0.5"] == inequality.atkinson(FIRST, None, 0.5)
    assert found["ge-1.u", "2004"] == inequality.generalised_entropy(LAST, None, -1)
    assert found["hoover.totals", "2000"] == pytest.approx(found["hoover.w", "2000"])
