"""Rows of polarization."""

from assets.statistics.measured import polarization as measured
from assets.statistics.polarization import tsui_wang, wolfson
from tests.assets.statistics.measured.panels import PEOPLE, numbers, small_panel

PANEL = small_panel()
FIRST = PANEL.values[:, 0]


def test_names_and_keys():
    found = numbers(measured.measure(PANEL))
    assert found["wolfson.u", "2000"] == wolfson(FIRST, None)
    assert found["tsui_wang.w", "2000"] == tsui_wang(FIRST, PEOPLE)
