"""Gini, Theil, generalised entropy, Hoover, Atkinson, quintile ratio."""

import numpy
import pytest
from hypothesis import assume, given, settings

from assets.statistics.dispersion import coefficient_of_variation
from assets.statistics.inequality import (
    atkinson,
    generalised_entropy,
    gini,
    gini_normalised,
    hoover,
    hoover_of_totals,
    lorenz_curve,
    quantile_ratio,
    theil_l,
    theil_t,
)
from assets.statistics.refusal import RefusedError
from tests.assets.statistics.samples import LEVELS, weighted

MEASURES = {
    "gini": gini,
    "theil_t": theil_t,
    "theil_l": theil_l,
    "ge2": lambda value, weight: generalised_entropy(value, weight, 2),
    "ge-1": lambda value, weight: generalised_entropy(value, weight, -1),
    "hoover": hoover,
    "atkinson.5": lambda value, weight: atkinson(value, weight, 0.5),
    "atkinson1": lambda value, weight: atkinson(value, weight, 1),
    "atkinson2": lambda value, weight: atkinson(value, weight, 2),
}


def test_worked_example_of_two_regions():
    # 1 and 3, mean 2: levels .5 and 1.5, output shares 1/4 and 3/4
    value = numpy.array([1.0, 3])
    # |1-3| twice over 4 pairs, over 2 means
    assert gini(value, None) == pytest.approx(2 * 2 / 4 / (2 * 2))
    assert gini_normalised(value) == pytest.approx(0.5)
    assert hoover(value, None) == pytest.approx(0.25)
    assert theil_t(value, None) == pytest.approx(0.25 * numpy.log(0.5) + 0.75 * numpy.log(1.5))
    assert theil_l(value, None) == pytest.approx(-0.5 * (numpy.log(0.5) + numpy.log(1.5)))
    assert generalised_entropy(value, None, 2) == pytest.approx(0.125)
    # harmonic mean of 1 and 3 is 1.5, geometric root 3
    assert atkinson(value, None, 2) == pytest.approx(1 - 1.5 / 2)
    assert atkinson(value, None, 1) == pytest.approx(1 - 3**0.5 / 2)


def test_weights_are_people():
    # one person with 10 and three with 20, counted one by one
    people = numpy.array([10.0, 20, 20, 20])
    for measure in MEASURES.values():
        weighted_result = measure(numpy.array([10.0, 20]), numpy.array([1.0, 3]))
        assert weighted_result == pytest.approx(measure(people, None))


def test_the_quintile_ratio_counts_regions_on_the_edge_in_part():
    # ten people each in order: the richest two have 9 + 10, the poorest two 1 + 2
    assert quantile_ratio(numpy.arange(1.0, 11), None) == pytest.approx(19 / 3)
    # a region with 40 % of the people fills the poorest fifth alone, at half of its output
    value, weight = numpy.array([1.0, 2, 2, 2, 6]), numpy.array([4.0, 2, 1, 1, 2])
    assert quantile_ratio(value, weight) == pytest.approx(12 / 2)


def test_hoover_of_totals_is_the_weighted_hoover():
    gdp, people = numpy.array([10.0, 30, 20]), numpy.array([1.0, 2, 4])
    assert hoover_of_totals(gdp, people) == pytest.approx(hoover(gdp / people, people))


def test_the_lorenz_curve_starts_at_nothing_and_ends_at_everything():
    population, output = lorenz_curve(numpy.array([3.0, 1]), numpy.array([0.5, 0.5]))
    assert population.tolist() == [0, 0.5, 1]
    assert output.tolist() == [0, 0.25, 1]


@settings(max_examples=50, deadline=None)
@given(weighted())
def test_gini_is_the_mean_difference_of_all_pairs(sample):
    value, weight = sample
    share = weight / weight.sum()
    pairs = numpy.abs(value[:, None] - value[None, :])
    expected = share @ pairs @ share / (2 * share @ value)
    assert gini(value, weight) == pytest.approx(expected, abs=1e-12)
    population, output = lorenz_curve(value, share)
    area = ((output[1:] + output[:-1]) / 2 * numpy.diff(population)).sum()
    assert gini(value, weight) == pytest.approx(1 - 2 * area, abs=1e-12)


@settings(max_examples=50, deadline=None)
@given(weighted())
def test_generalised_entropy_meets_theil_and_the_coefficient_of_variation(sample):
    value, weight = sample
    squared = coefficient_of_variation(value, weight) ** 2
    assert generalised_entropy(value, weight, 2) == pytest.approx(squared / 2, abs=1e-9)
    assert generalised_entropy(value, weight, 1 + 1e-6) == pytest.approx(theil_t(value, weight), abs=1e-4)
    assert generalised_entropy(value, weight, 1e-6) == pytest.approx(theil_l(value, weight), abs=1e-4)
    assert atkinson(value, weight, 1) == pytest.approx(1 - numpy.exp(-theil_l(value, weight)), abs=1e-9)


@pytest.mark.parametrize("name", MEASURES)
@settings(max_examples=50, deadline=None)
@given(sample=weighted())
def test_free_of_scale_order_and_clones(name, sample):
    value, weight = sample
    found = MEASURES[name](value, weight)
    assert found >= -1e-12
    assert MEASURES[name](3 * value, 5 * weight) == pytest.approx(found, abs=1e-9)
    assert MEASURES[name](value[::-1], weight[::-1]) == pytest.approx(found, abs=1e-9)
    assert MEASURES[name](numpy.tile(value, 3), numpy.tile(weight, 3)) == pytest.approx(found, abs=1e-9)


@pytest.mark.parametrize("name", MEASURES)
@settings(max_examples=50, deadline=None)
@given(value=LEVELS)
def test_a_transfer_from_rich_to_poor_lowers_all(name, value):
    poor, rich = value.argmin(), value.argmax()
    assume(value[rich] > 1.1 * value[poor])
    after = value.copy()
    amount = (value[rich] - value[poor]) / 4
    after[poor] += amount
    after[rich] -= amount
    before = MEASURES[name](value, None)
    # Hoover only sees transfers across the mean, which this one is
    assert MEASURES[name](after, None) < before or name == "hoover"
    assert MEASURES[name](after, None) <= before + 1e-12


def test_equal_regions_have_no_inequality_and_one_that_has_all_the_most():
    equal, one = numpy.full(5, 8.0), numpy.array([0.0, 0, 0, 0, 5])
    assert [measure(equal, None) for measure in MEASURES.values()] == pytest.approx([0] * len(MEASURES))
    assert gini(one, None) == pytest.approx(0.8)
    assert gini_normalised(one) == pytest.approx(1)
    assert theil_t(one, None) == pytest.approx(numpy.log(5))
    assert hoover(one, None) == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("measure", "remedy"),
    [
        (lambda value: theil_l(value, None), "use Theil T"),
        (lambda value: generalised_entropy(value, None, -1), "use Theil T"),
        (lambda value: atkinson(value, None, 1), "use an aversion below 1"),
        (lambda value: quantile_ratio(value, None), "use the Gini"),
    ],
)
def test_a_region_at_zero_is_refused_where_the_measure_is_undefined(measure, remedy):
    with pytest.raises(RefusedError, match=remedy):
        measure(numpy.array([0.0, 1, 2, 3, 4]))


def test_parameters_out_of_range_and_too_few_regions_are_refused():
    value = numpy.array([1.0, 2, 3])
    with pytest.raises(RefusedError, match="aversion 0 is not above 0"):
        atkinson(value, None, 0)
    with pytest.raises(RefusedError, match=r"is not between 0 and \.5"):
        quantile_ratio(value, None, 0.7)
    with pytest.raises(RefusedError, match="3 regions have a value, 5 are needed"):
        quantile_ratio(value, None)
    with pytest.raises(RefusedError, match="negative"):
        gini(numpy.array([-1.0, 2, 3]), None)
    with pytest.raises(RefusedError, match="missing"):
        gini(numpy.array([numpy.nan, 2, 3]), None)
