"""Between and within groups of a partition."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics.decomposition import (
    entropy_decomposition,
    is_nested,
    kanbur_zhang,
    nested_theil,
)
from assets.statistics.inequality import generalised_entropy, theil_t
from assets.statistics.refusal import RefusedError
from tests.assets.statistics.samples import grouped

ALPHAS = (-1, 0, 0.5, 1, 2)


def test_worked_example():
    # group A: 1 and 3 (mean 2); group B: 4 and 4 (mean 4); mean of all 3
    value, labels = numpy.array([1.0, 3, 4, 4]), numpy.array(["A", "A", "B", "B"])
    parts = entropy_decomposition(value, None, labels, 1)
    # output shares 4/12 and 8/12 against population shares of 1/2
    assert parts.between == pytest.approx(numpy.log(4 / 6) / 3 + 2 * numpy.log(8 / 6) / 3)
    within_a = 0.25 * numpy.log(0.5) + 0.75 * numpy.log(1.5)
    assert parts.within_by_group == pytest.approx([within_a / 3, 0], abs=1e-15)
    assert parts.between_share == pytest.approx(parts.between / theil_t(value, None))
    assert kanbur_zhang(value, None, labels) == pytest.approx(parts.between / (within_a / 3))


@pytest.mark.parametrize("alpha", ALPHAS)
@settings(max_examples=50, deadline=None)
@given(sample=grouped())
def test_parts_add_up_and_follow_the_formula_group_by_group(alpha, sample):
    value, weight, labels = sample
    parts = entropy_decomposition(value, weight, labels, alpha)
    total = generalised_entropy(value, weight, alpha)
    assert parts.total == pytest.approx(total, rel=1e-9)
    assert parts.between + parts.within == pytest.approx(total, rel=1e-9, abs=1e-12)
    share = weight / weight.sum()
    mean = share @ value
    for position, group in enumerate(parts.groups):
        inside = labels == group
        population = share[inside].sum()
        output = (share * value)[inside].sum() / mean
        own = generalised_entropy(value[inside], weight[inside], alpha) if inside.sum() > 1 else 0
        expected = population ** (1 - alpha) * output**alpha * own
        assert parts.within_by_group[position] == pytest.approx(expected, rel=1e-7, abs=1e-10)


@settings(max_examples=50, deadline=None)
@given(grouped())
def test_one_group_has_no_between_and_single_regions_no_within(sample):
    value, weight, _ = sample
    one = entropy_decomposition(value, weight, numpy.full(len(value), "all"), 1)
    alone = entropy_decomposition(value, weight, numpy.arange(len(value)).astype(str), 1)
    assert one.between == 0
    assert alone.within == pytest.approx(0, abs=1e-12)
    assert alone.between == pytest.approx(one.within, abs=1e-12)


def test_merging_groups_of_equal_mean_keeps_the_between_part():
    value = numpy.array([1.0, 3, 2, 2, 5, 9])
    three, two = numpy.array(list("AABBCC")), numpy.array(list("AAAACC"))
    first, second = (entropy_decomposition(value, None, labels, 1) for labels in (three, two))
    assert first.between == pytest.approx(second.between)


def test_a_group_without_output_adds_nothing_to_theil_t():
    value, labels = numpy.array([0.0, 0, 1, 3]), numpy.array(list("AABB"))
    parts = entropy_decomposition(value, None, labels, 1)
    assert parts.within_by_group[0] == 0
    assert parts.total == pytest.approx(theil_t(value, None))
    assert entropy_decomposition(value, None, labels, 2).within_by_group[0] == 0
    with pytest.raises(RefusedError, match="use Theil T"):
        entropy_decomposition(value, None, labels, 0)


def test_labels_that_are_no_partition_and_nothing_to_split_are_refused():
    value = numpy.array([1.0, 2, 3])
    with pytest.raises(RefusedError, match="not a partition"):
        entropy_decomposition(value, None, numpy.array(["A", "", "B"]), 1)
    with pytest.raises(RefusedError, match="the ratio is unbounded; report between"):
        kanbur_zhang(value, None, numpy.array(list("ABC")))
    with pytest.raises(RefusedError, match="no inequality to split"):
        _ = entropy_decomposition(numpy.ones(3), None, numpy.array(list("AAB")), 1).between_share


def test_two_stages_by_hand():
    # outer {1, 3, 4, 4} and {6, 6}; inner A {1, 3}, B {4, 4}, C {6, 6}
    value = numpy.array([1.0, 3, 4, 4, 6, 6])
    outer, inner = numpy.array(list("XXXXYY")), numpy.array(list("AABBCC"))
    parts = nested_theil(value, None, outer, inner)
    inside_x = theil_t(numpy.array([2.0, 4]), None)
    # X has 12 of 24
    assert parts.between_inner == pytest.approx(0.5 * inside_x)
    assert parts.between == pytest.approx(theil_t(numpy.array([3.0, 6]), numpy.array([4.0, 2])))


@settings(max_examples=50, deadline=None)
@given(grouped(), st.sampled_from(["AB", "BC", "AC"]))
def test_two_stages_add_up(sample, joined):
    value, weight, inner = sample
    outer = numpy.where(numpy.isin(inner, list(joined)), "joined", inner)
    parts = nested_theil(value, weight, outer, inner)
    assert parts.between + parts.between_inner + parts.within == pytest.approx(parts.total, abs=1e-12)
    assert parts.between_inner >= -1e-12


def test_groups_that_are_not_nested_are_refused():
    outer, inner = numpy.array(list("XXYY")), numpy.array(list("ABBC"))
    assert not is_nested(outer, inner)
    with pytest.raises(RefusedError, match="use their cells"):
        nested_theil(numpy.array([1.0, 2, 3, 4]), None, outer, inner)
