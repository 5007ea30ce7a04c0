"""Rows of dispersion, its tests and its trends."""

import numpy
import pytest

from assets.statistics import dispersion
from assets.statistics.measured import dispersion as measured
from tests.assets.statistics.measured.panels import PEOPLE, numbers, small_panel

PANEL = small_panel()
FIRST = PANEL.values[:, 0]


def test_names_and_keys():
    found = numbers(measured.measure(PANEL))
    assert found["cv.w", "2000"] == dispersion.coefficient_of_variation(FIRST, PEOPLE)
    assert found["sdlog.sample", "2000"] == pytest.approx(numpy.log(FIRST).std(ddof=1))
    # the tests compare the regions both years have
    both = numpy.log(PANEL.values[:5, [0, 3]])
    expected = dispersion.carree_klomp_t2(both[:, 0], both[:, 1])
    assert found["sigma_test.carree_klomp_T2", "2000-2003|statistic"] == pytest.approx(expected.statistic)
    sigma = [found["sdlog.pop", str(year)] for year in PANEL.years]
    slope = numpy.polyfit(PANEL.years, sigma, 1)[0]
    assert found["sigma_trend.sdlog.pop", "2000-2004|slope"] == pytest.approx(slope)
    assert ("sigma_trend.sdlog.pop", "2000-2001|slope") not in found
