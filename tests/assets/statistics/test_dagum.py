"""Dagum's parts against the sum over all pairs."""

from unittest.mock import patch

import numpy
import pytest
from hypothesis import given, settings

from assets.statistics.dagum import dagum
from assets.statistics.inequality import gini
from assets.statistics.refusal import RefusedError
from tests.assets.statistics.samples import grouped


def test_worked_example():
    # A: 1, 3 (mean 2); B: 2, 6 (mean 4); mean of all 3, p = 1/2 each, s = 1/3 and 2/3
    parts = dagum(numpy.array([1.0, 3, 2, 6]), None, numpy.array(list("AABB")))
    # own Ginis: 1/4 and 1/4
    assert parts.pair_gini.diagonal() == pytest.approx([0.25, 0.25])
    assert parts.within == pytest.approx(0.25 * (1 / 2 * 1 / 3 + 1 / 2 * 2 / 3))
    # distances 1, 5, 1, 3: mean 2.5, over 2 + 4; D = |2 - 4| / 2.5
    assert parts.pair_gini[0, 1] == pytest.approx(2.5 / 6)
    assert parts.affluence[0, 1] == pytest.approx(0.8)
    # p_A s_B + p_B s_A = 1/2
    assert parts.between_net == pytest.approx(2.5 / 6 / 2 * 0.8)
    assert parts.transvariation == pytest.approx(2.5 / 6 / 2 * 0.2)


@settings(max_examples=50, deadline=None)
@given(grouped())
def test_parts_are_the_sums_over_all_pairs_and_add_to_the_gini(sample):
    value, weight, labels = sample
    parts = dagum(value, weight, labels)
    assert parts.total == pytest.approx(gini(value, weight), rel=1e-9)
    within, between, overlap = _by_pairs(value, weight / weight.sum(), labels)
    assert parts.within == pytest.approx(within, abs=1e-12)
    assert parts.between_net == pytest.approx(between, abs=1e-12)
    assert parts.transvariation == pytest.approx(overlap, abs=1e-12)


@settings(max_examples=20, deadline=None)
@given(grouped())
def test_many_groups_are_summed_another_way_to_the_same_parts(sample):
    value, weight, labels = sample
    few = dagum(value, weight, labels)
    with patch("assets.statistics.dagum.FEW_GROUPS", 0):
        many = dagum(value, weight, labels)
    assert many.pair_gini == pytest.approx(few.pair_gini, abs=1e-12)
    assert many.affluence == pytest.approx(few.affluence, abs=1e-9)


def _by_pairs(value, share, labels):
    """Dagum's own definition: d_jh sums the pairs where the richer group leads, p_jh the others."""
    mean = share @ value
    within = between = overlap = 0.0
    means = {group: numpy.average(value[labels == group], weights=share[labels == group]) for group in labels}
    groups = sorted(means, key=means.get)
    for position, poorer in enumerate(groups):
        for richer in groups[position:]:
            low, high = labels == poorer, labels == richer
            difference = value[high][:, None] - value[low][None, :]
            pairs = share[high][:, None] * share[low][None, :]
            if poorer == richer:
                within += (numpy.abs(difference) * pairs).sum() / (2 * mean)
                continue
            ahead = (pairs * difference.clip(0)).sum()
            behind = (pairs * (-difference).clip(0)).sum()
            between += (ahead - behind) / mean
            overlap += 2 * behind / mean
    return within, between, overlap


def test_groups_apart_do_not_overlap_whatever_their_order():
    value = numpy.array([8.0, 9, 1, 2])
    for names in ("AABB", "BBAA"):
        parts = dagum(value, None, numpy.array(list(names)))
        assert parts.transvariation == pytest.approx(0, abs=1e-15)
        assert parts.affluence[0, 1] == pytest.approx(1)


def test_equal_regions_and_a_group_of_one():
    parts = dagum(numpy.array([2.0, 2, 2]), None, numpy.array(list("AAB")))
    assert (parts.within, parts.between_net, parts.transvariation) == (0, 0, 0)
    assert dagum(numpy.array([1.0, 2, 4]), None, numpy.array(list("AAB"))).pair_gini[1, 1] == 0


def test_a_region_without_group_is_refused():
    with pytest.raises(RefusedError, match="compare the zone with the rest"):
        dagum(numpy.array([1.0, 2]), None, numpy.array(["A", ""]))
