"""Rows of measures with one region left out."""

import numpy

from assets.statistics.inequality import gini
from assets.statistics.measured import leave_one_out as measured
from tests.assets.statistics.measured.panels import PEOPLE, numbers, refusals, small_panel

PANEL = small_panel()


def test_the_absent_region_stands_in_the_key():
    found = numbers(measured.measure(PANEL))
    # F, the richest by far, makes most of the inequality
    without = numpy.arange(6) != 5
    expected = gini(PANEL.values[without, 0], PEOPLE[without])
    assert found["leave_one_out.gini.w", "2000|lowest|F"] == expected
    # F has no value in 2003: another region is the last one left out
    assert ("leave_one_out.gini.w", "2003|lowest|F") not in found
    assert {metric for metric, _ in found} == {
        f"leave_one_out.{name}.{suffix}" for name in ("gini", "theil.T", "cv") for suffix in "uw"
    }


def test_too_few_regions_are_refused_by_year():
    few = small_panel(values=PANEL.values[:3], weights=None, regions=("A", "B", "C"))
    assert "3 regions" in refusals(measured.measure(few))["leave_one_out.cv.u", "2000"]
