"""Shares add to 1; what the measures exclude is refused with a remedy."""

import numpy
import pytest

from assets.statistics.refusal import RefusedError
from assets.statistics.weighting import (
    group_codes,
    grouping,
    population_shares,
    relative_levels,
    require_positive,
    weighted_median,
)

VALUE = numpy.array([10.0, 20, 30, 40])


def test_shares_are_weights_over_their_sum_and_equal_without():
    assert population_shares(VALUE, numpy.array([1.0, 2, 3, 4])).tolist() == [0.1, 0.2, 0.3, 0.4]
    assert population_shares(VALUE, None).tolist() == [0.25] * 4


@pytest.mark.parametrize(
    ("value", "weight", "message"),
    [
        ([1.0], None, "1 regions have a value, 2 are needed"),
        ([1.0, numpy.nan], None, "value is missing"),
        ([1.0, 2], [1.0], "1 weights for 2 values"),
        ([1.0, 2], [1.0, 0], "not above 0"),
        ([1.0, 2], [1.0, numpy.nan], "weight is missing"),
    ],
)
def test_what_has_no_share_is_refused(value, weight, message):
    with pytest.raises(RefusedError, match=message):
        population_shares(numpy.array(value), None if weight is None else numpy.array(weight))


def test_levels_are_relative_to_the_weighted_mean():
    # mean of 10 and 40 with shares 2/3 and 1/3 is 20
    share = numpy.array([2 / 3, 1 / 3])
    assert relative_levels(numpy.array([10.0, 40]), share) == pytest.approx([0.5, 2])


@pytest.mark.parametrize(("value", "message"), [([-1.0, 2], "negative"), ([0.0, 0], "all values are 0")])
def test_negative_levels_and_no_output_are_refused(value, message):
    with pytest.raises(RefusedError, match=message):
        relative_levels(numpy.array(value), numpy.array([0.5, 0.5]))


def test_a_refused_zero_names_what_takes_it():
    with pytest.raises(RefusedError, match="1 values are not above 0, no logarithm; use the Gini"):
        require_positive(numpy.array([0.0, 1]), "the Gini")


def test_groups_come_in_order_and_a_region_without_one_is_refused():
    names, codes = group_codes(numpy.array(["B", "A", "B"]), 3)
    assert (names, codes.tolist()) == (("A", "B"), [1, 0, 1])
    with pytest.raises(RefusedError, match="1 regions belong to no group: not a partition"):
        group_codes(numpy.array(["A", ""]), 2)
    with pytest.raises(RefusedError, match="1 group labels for 2 regions"):
        group_codes(numpy.array(["A"]), 2)


def test_a_grouping_stands_for_its_labels_and_forgets_groups_without_region():
    labels = numpy.array(["B", "A", "C", "B"])
    found = grouping(labels)
    assert group_codes(found, 4)[1].tolist() == group_codes(labels, 4)[1].tolist()
    assert found.among(numpy.ones(4, bool)) is found
    some = found.among(numpy.array([True, False, True, True]))
    assert (some.names, some.codes.tolist()) == (("B", "C"), [0, 1, 0])
    with pytest.raises(RefusedError, match="3 group labels for 4 regions"):
        group_codes(some, 4)


@pytest.mark.parametrize(
    ("value", "share", "expected"),
    [
        # an even number of equal shares: both middle values; 6/12 as a sum of floats is not exactly 1/2
        (list(range(12)), [1 / 12] * 12, (5, 6)),
        ([3, 1, 2], [1 / 3] * 3, (2, 2)),
        ([1, 2, 3], [0.2, 0.2, 0.6], (3, 3)),
        ([1, 2], [0.5, 0.5], (1, 2)),
    ],
)
def test_the_median_is_where_half_of_the_people_are_passed(value, share, expected):
    assert weighted_median(numpy.array(value, float), numpy.array(share)) == expected
