"""All pairs and spans at once give what the functions give one by one."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics import dispersion
from assets.statistics.refusal import RefusedError
from assets.statistics.sigma_windows import sigma_tests_of_all_pairs, trends_of_length
from assets.statistics.trend import sigma_trend

ONE_BY_ONE = {
    "F": dispersion.variance_ratio,
    "carree_klomp_T2": dispersion.carree_klomp_t2,
    "carree_klomp_T3": dispersion.carree_klomp_t3,
    "pitman_morgan": dispersion.pitman_morgan,
}


def walks(seed, regions=9, years=7, step=0.1):
    """Levels (n, T) whose logs are random walks."""
    draw = numpy.random.default_rng(seed)
    logs = draw.normal(9, 0.5, (regions, 1)) + draw.normal(0.05, step, (regions, years)).cumsum(axis=1)
    return numpy.exp(logs)


@given(st.integers(0, 10_000), st.sampled_from([0.3, 0.1, 0.01]))
@settings(max_examples=25, deadline=None)
def test_tests_of_all_pairs_are_those_of_each_pair(seed, step):
    values = walks(seed, step=step)
    found = sigma_tests_of_all_pairs(values)
    for start in range(7):
        for end in range(start + 1, 7):
            for name, function in ONE_BY_ONE.items():
                test = found[name]
                try:
                    expected = function(numpy.log(values[:, start]), numpy.log(values[:, end]))
                except RefusedError:
                    assert numpy.isnan(test.statistic[start, end])
                    continue
                assert test.statistic[start, end] == pytest.approx(expected.statistic, rel=1e-7, abs=1e-9)
                assert test.p[start, end] == pytest.approx(expected.p, rel=1e-7, abs=1e-12)


def test_what_a_function_refuses_is_left_open():
    values = walks(1)
    values[0, 0] = numpy.nan
    values[0, 1] = 0
    values[:, 2] = 5
    values[:, 4] = 3 * values[:, 3]
    found = sigma_tests_of_all_pairs(values)
    for test in found.values():
        assert numpy.isnan(test.statistic[:3, 3:]).all()
    # one year is a multiple of the other: equal variances, and nothing to test them by
    for name in ("carree_klomp_T2", "carree_klomp_T3", "pitman_morgan"):
        assert numpy.isnan(found[name].statistic[3, 4])
    assert found["F"].statistic[3, 4] == pytest.approx(1)


@given(st.integers(0, 10_000), st.integers(3, 12))
@settings(max_examples=25, deadline=None)
def test_trends_of_all_spans_are_those_of_each_span(seed, length):
    draw = numpy.random.default_rng(seed)
    years = 1990 + draw.integers(1, 3, 12).cumsum()
    sigma = 0.5 + draw.normal(0, 0.05, 12)
    found = trends_of_length(years, sigma, length)
    assert len(found.slope) == 12 - length + 1
    for first in range(12 - length + 1):
        expected = sigma_trend(years[first : first + length], sigma[first : first + length])
        for name in ("intercept", "slope", "error", "t", "r_squared", "newey_west_error"):
            assert getattr(found, name)[first] == pytest.approx(getattr(expected, name), rel=1e-6, abs=1e-9)
        assert found.p[first] == pytest.approx(expected.p, rel=1e-6, abs=1e-9)


def test_figures_on_a_line_or_all_equal_are_left_open():
    years = numpy.arange(2000, 2006)
    assert numpy.isnan(trends_of_length(years, 0.5 - 0.01 * (years - 2000), 4).slope).all()
    assert numpy.isnan(trends_of_length(years, numpy.full(6, 0.5), 3).p).all()
