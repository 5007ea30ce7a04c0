"""Wolfson, Esteban-Ray, Esteban-Gradin-Ray and Tsui-Wang."""

import numpy
import pytest
from hypothesis import given, settings

from assets.statistics.inequality import gini
from assets.statistics.polarization import esteban_gradin_ray, esteban_ray, tsui_wang, wolfson
from assets.statistics.refusal import RefusedError
from tests.assets.statistics.samples import grouped, weighted


def test_wolfson_by_hand():
    # 1, 1, 3, 3: mean 2, median 2, L(1/2) = 1/4, G = 1/4
    value = numpy.array([1.0, 1, 3, 3])
    assert wolfson(value, None) == pytest.approx(4 * (0.5 - 0.25 - 0.125))


def test_two_poles_at_nothing_and_everything_are_fully_polarized():
    value = numpy.array([1e-9, 1e-9, 1, 1])
    assert wolfson(value, None) == pytest.approx(1, abs=1e-6)


@settings(max_examples=50, deadline=None)
@given(weighted())
def test_wolfson_and_tsui_wang_are_free_of_scale_order_and_clones(sample):
    value, weight = sample
    for measure in (wolfson, tsui_wang):
        found = measure(value, weight)
        assert measure(9 * value[::-1], 2 * weight[::-1]) == pytest.approx(found, abs=1e-9)
        assert measure(numpy.tile(value, 2), None) == pytest.approx(measure(value, None), abs=1e-9)
        assert measure(value, numpy.full(len(value), 3.0)) == pytest.approx(measure(value, None), abs=1e-9)
        assert found >= -1e-9


def test_tsui_wang_by_hand():
    # median of 1, 4, 5 is 4: |1-4|/4 = .75, 0, .25
    value = numpy.array([5.0, 1, 4])
    assert tsui_wang(value, None) == pytest.approx((0.75**0.5 + 0.25**0.5) / 3)
    # with most people in the poorest the median is 1: 3 and 4 away
    assert tsui_wang(value, numpy.array([1.0, 8, 1])) == pytest.approx((4**0.5 + 3**0.5) / 10)


def test_esteban_ray_by_hand():
    # A: 1 and 3, B: 6; mean 10/3, group means .6 and 1.8 of it, shares 2/3 and 1/3
    value, labels = numpy.array([1.0, 3, 6]), numpy.array(list("AAB"))
    expected = ((2 / 3) ** 2 / 3 + (1 / 3) ** 2 * 2 / 3) * 1.2
    assert esteban_ray(value, None, labels, 1.0) == pytest.approx(expected)
    lost = gini(value, None) - (2 / 3 * 1 / 3 * 1.2)
    assert esteban_gradin_ray(value, None, labels, 1.0) == pytest.approx(expected - lost)
    assert esteban_gradin_ray(value, None, labels, 1.0, sensitivity=0) == pytest.approx(expected)


@settings(max_examples=50, deadline=None)
@given(grouped())
def test_esteban_ray_sees_group_means_only_and_one_group_is_no_pole(sample):
    value, weight, labels = sample
    means = numpy.array([numpy.average(value[labels == g], weights=weight[labels == g]) for g in labels])
    assert esteban_ray(means, weight, labels) == pytest.approx(esteban_ray(value, weight, labels), abs=1e-9)
    assert esteban_ray(value, weight, numpy.full(len(value), "all")) == 0
    # seeing group means only, nothing is lost
    assert esteban_gradin_ray(means, weight, labels) == pytest.approx(
        esteban_ray(value, weight, labels), abs=1e-9
    )


def test_parameters_out_of_range_and_a_median_of_zero_are_refused():
    value, labels = numpy.array([0.0, 0, 3]), numpy.array(list("AAB"))
    with pytest.raises(RefusedError, match=r"outside 1 to 1\.6"):
        esteban_ray(value, None, labels, 0.5)
    with pytest.raises(RefusedError, match="below 0; 1 is customary"):
        esteban_gradin_ray(value, None, labels, sensitivity=-1)
    with pytest.raises(RefusedError, match="use Esteban-Ray"):
        wolfson(value, None)
    with pytest.raises(RefusedError, match="use Esteban-Ray"):
        tsui_wang(value, None)
    with pytest.raises(RefusedError, match="is not between 0 and 1"):
        tsui_wang(value, None, exponent=1)
