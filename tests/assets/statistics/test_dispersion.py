"""Coefficient of variation, sigma, and the tests of two years."""

import numpy
import pytest
from hypothesis import given, settings
from scipy import stats

from assets.statistics.dispersion import (
    carree_klomp_t2,
    carree_klomp_t3,
    coefficient_of_variation,
    pitman_morgan,
    standard_deviation,
    standard_deviation_of_logs,
    variance_ratio,
)
from assets.statistics.refusal import RefusedError
from tests.assets.statistics.samples import weighted

START = numpy.log([10.0, 20, 40, 80, 90, 35])
END = numpy.log([20.0, 31, 42, 70, 88, 30])


def test_worked_example():
    # mean of 10, 20, 30 is 20; squares 100 + 0 + 100
    value = numpy.array([10.0, 20, 30])
    assert standard_deviation(value, None) == pytest.approx((200 / 3) ** 0.5)
    assert standard_deviation(value, None, ddof=1) == pytest.approx(10)
    assert coefficient_of_variation(value, None, ddof=1) == pytest.approx(0.5)
    # weights 1, 2, 1: mean 20, variance (100 + 0 + 100)/4 = 50
    assert coefficient_of_variation(value, numpy.array([1.0, 2, 1])) == pytest.approx(50**0.5 / 20)
    # logs of 1 and e^2 are 0 and 2, one from their mean
    assert standard_deviation_of_logs(numpy.array([1, numpy.e**2]), None) == pytest.approx(1)


@settings(max_examples=50, deadline=None)
@given(weighted())
def test_agrees_with_numpy_and_is_free_of_scale_order_and_clones(sample):
    value, weight = sample
    cv = coefficient_of_variation(value, weight)
    mean = numpy.average(value, weights=weight)
    by_numpy = numpy.sqrt(numpy.cov(value, aweights=weight, ddof=0)) / mean
    assert cv == pytest.approx(by_numpy, abs=1e-9)
    assert coefficient_of_variation(7 * value, 3 * weight) == pytest.approx(cv, abs=1e-9)
    assert coefficient_of_variation(value[::-1], weight[::-1]) == pytest.approx(cv, abs=1e-9)
    twice = coefficient_of_variation(numpy.tile(value, 2), numpy.tile(weight, 2))
    assert twice == pytest.approx(cv, abs=1e-9)
    assert standard_deviation_of_logs(7 * value, weight) == pytest.approx(
        standard_deviation_of_logs(value, weight), abs=1e-9
    )


def test_what_dispersion_excludes():
    with pytest.raises(RefusedError, match="no meaning with population weights"):
        standard_deviation(numpy.array([1.0, 2]), numpy.array([1.0, 1]), ddof=1)
    with pytest.raises(RefusedError, match="use the coefficient of variation"):
        standard_deviation_of_logs(numpy.array([0.0, 2]), None)
    with pytest.raises(RefusedError, match="2 are needed"):
        coefficient_of_variation(numpy.array([1.0]), None)


def test_carree_klomp_by_hand():
    first, last = START.var(ddof=1), END.var(ddof=1)
    joint = ((START - START.mean()) * (END - END.mean())).sum() / 5
    # n - 2.5 = 3.5
    t2 = 3.5 * numpy.log(1 + (first - last) ** 2 / (4 * (first * last - joint**2)))
    found = carree_klomp_t2(START, END)
    assert found.statistic == pytest.approx(t2)
    assert found.p == pytest.approx(stats.chi2.sf(t2, 1))
    slope = numpy.polyfit(START, END, 1)[0]
    t3 = 6**0.5 * (first / last - 1) / (2 * (1 - slope**2) ** 0.5)
    found = carree_klomp_t3(START, END)
    assert found.statistic == pytest.approx(t3)
    assert found.p == pytest.approx(2 * stats.norm.sf(abs(t3)))


def test_pitman_morgan_is_the_correlation_of_sum_and_difference():
    expected = stats.pearsonr(START + END, START - END)
    found = pitman_morgan(START, END)
    assert found.p == pytest.approx(expected.pvalue)
    assert found.statistic > 0


def test_variance_ratio_doubles_the_smaller_tail():
    found = variance_ratio(START, END)
    ratio = START.var() / END.var()
    assert found.statistic == pytest.approx(ratio)
    assert found.p == pytest.approx(2 * stats.f.sf(ratio, 5, 5))
    assert variance_ratio(END, START).p == pytest.approx(found.p)


def test_simulated_equal_variances_are_rejected_as_often_as_promised():
    random = numpy.random.default_rng(5)
    rejected = {carree_klomp_t2: 0, pitman_morgan: 0}
    for _ in range(400):
        common = random.normal(size=40)
        start, end = common + random.normal(size=(2, 40))
        for test in rejected:
            rejected[test] += test(start, end).p < 0.05
    # 5 % of 400 is 20, three standard errors 13
    assert all(7 <= count <= 33 for count in rejected.values())


@pytest.mark.parametrize("test", [carree_klomp_t2, carree_klomp_t3, pitman_morgan, variance_ratio])
def test_tests_refuse_what_they_cannot_tell(test):
    with pytest.raises(RefusedError, match="3 regions have a value, 4 are needed"):
        test(START[:3], END[:3])
    with pytest.raises(RefusedError, match="all regions are equal"):
        test(START, numpy.ones(6))
    with pytest.raises(RefusedError, match="keep the same"):
        test(START, END[:5])


@pytest.mark.parametrize("test", [carree_klomp_t2, carree_klomp_t3, pitman_morgan])
def test_a_year_that_is_a_line_in_the_other_is_refused(test):
    with pytest.raises(RefusedError, match="straight line"):
        test(START, 2 * START + 1)


def test_t3_refuses_a_slope_above_one():
    with pytest.raises(RefusedError, match="use T2"):
        carree_klomp_t3(END, 2 * START)
