"""The range of a measure over samples that lack one region."""

import numpy
import pytest
from hypothesis import given, settings

from assets.statistics import leave_one_out as module
from assets.statistics.inequality import gini
from assets.statistics.leave_one_out import leave_one_out
from assets.statistics.refusal import RefusedError
from tests.assets.statistics.samples import weighted


def test_the_region_that_decides_is_named():
    # without the rich region all are equal; without one of the others two of three are
    found = leave_one_out(gini, numpy.array([10.0, 10, 10, 30]), None)
    assert (found.lowest, found.lowest_without) == (pytest.approx(0), 3)
    assert found.highest == pytest.approx(gini(numpy.array([10.0, 10, 30]), None))
    assert found.highest_without == 0


@settings(max_examples=30, deadline=None)
@given(weighted())
def test_the_ends_are_among_the_samples_and_scale_does_not_matter(sample):
    value, weight = sample
    samples = [gini(numpy.delete(value, i), numpy.delete(weight, i)) for i in range(len(value))]
    found = leave_one_out(gini, value, weight)
    assert (found.lowest, found.highest) == pytest.approx((min(samples), max(samples)))
    assert leave_one_out(gini, 4 * value, weight).highest == pytest.approx(found.highest, abs=1e-12)


def test_too_few_and_too_many_regions_and_what_the_measure_refuses(monkeypatch):
    with pytest.raises(RefusedError, match="3 regions; leaving out one is for 4 to 500"):
        leave_one_out(gini, numpy.ones(3), None)
    monkeypatch.setattr(module, "MOST_REGIONS", 5)
    with pytest.raises(RefusedError, match="compare groups instead"):
        leave_one_out(gini, numpy.ones(6), None)
    with pytest.raises(RefusedError, match="negative"):
        leave_one_out(gini, numpy.array([1.0, -1, 2, 3]), None)
