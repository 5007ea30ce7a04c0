import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics.distribution import (
    MISSING,
    bootstrap_interval,
    classes_by_cuts,
    classes_by_year,
    classes_pooled,
    relative_to_mean,
    transitions,
)
from assets.statistics.refusal import RefusedError

# three regions, four years
CLASSES = np.array([[0, 0, 1, 1], [1, 0, 1, 1], [1, 1, 1, 0]])


def test_moves_by_hand():
    # from 0: 0->0, 0->1 | 0->1; from 1: 1->1 | 1->0, 1->1 | 1->1, 1->1, 1->0
    found = transitions(CLASSES, 2)
    assert found.counts.tolist() == [[1, 2], [2, 4]]
    assert found.probabilities == pytest.approx(np.array([[1 / 3, 2 / 3], [1 / 3, 2 / 3]]))


def test_a_gap_costs_the_two_moves_around_it():
    gapped = CLASSES.copy()
    gapped[2, 1] = MISSING
    assert transitions(gapped, 2).counts.tolist() == [[1, 2], [2, 2]]


def test_a_class_nobody_was_in_is_unknown_and_not_zero():
    found = transitions(CLASSES, 3)
    assert np.isnan(found.probabilities[2]).all()
    assert found.counts[2].tolist() == [0, 0, 0]


def test_no_move_at_all_is_refused():
    with pytest.raises(RefusedError, match="two neighbouring periods"):
        transitions(CLASSES[:, :1], 2)


def test_classes_are_closed_on_the_right():
    values = np.array([[0.75, 0.76, 1.25, 1.26, np.nan]])
    assert classes_by_cuts(values, (0.75, 0.9, 1.1, 1.25)).tolist() == [[0, 1, 3, 4, MISSING]]


def test_quartiles_of_a_year():
    # cuts of 1..8 at 2.75, 4.5, 6.25
    values = np.arange(1.0, 9)[:, None]
    assert classes_by_year(values, 4).ravel().tolist() == [0, 0, 1, 1, 2, 2, 3, 3]


def test_pooled_classes_see_growth_where_yearly_ones_do_not():
    values = np.array([[1.0, 5.0], [2.0, 6.0], [3.0, 7.0], [4.0, 8.0]])
    assert classes_by_year(values, 2).tolist() == [[0, 0], [0, 0], [1, 1], [1, 1]]
    assert classes_pooled(values, 2).tolist() == [[0, 1], [0, 1], [0, 1], [0, 1]]


def test_ties_and_too_few_regions_are_refused():
    with pytest.raises(RefusedError, match="cut-offs of 4 classes coincide"):
        classes_by_year(np.array([[1.0], [1.0], [1.0], [1.0], [2.0]]), 4)
    with pytest.raises(RefusedError, match="3 values in 4 classes"):
        classes_by_year(np.array([[1.0], [2.0], [3.0], [np.nan]]), 4)


def test_relative_to_mean():
    values = np.array([[1.0, 2.0], [3.0, np.nan]])
    assert relative_to_mean(values, None) == pytest.approx(np.array([[0.5, 1], [1.5, np.nan]]), nan_ok=True)
    # weights 3 and 1: mean (3*1 + 1*3)/4 = 1.5
    weight = np.array([[3.0, 3.0], [1.0, 1.0]])
    assert relative_to_mean(values, weight)[:, 0] == pytest.approx([2 / 3, 2])
    with pytest.raises(RefusedError, match="mean of some period"):
        relative_to_mean(np.array([[1.0, np.nan]]), None)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 5))
def test_rows_of_probabilities_sum_to_one_and_clones_change_nothing(seed, number):
    classes = np.random.default_rng(seed).integers(0, number, size=(12, 9))
    found = transitions(classes, number)
    assert found.counts.sum() == 12 * 8
    known = found.counts.sum(axis=1) > 0
    assert found.probabilities[known].sum(axis=1) == pytest.approx(1)
    cloned = transitions(np.vstack([classes, classes]), number)
    assert cloned.probabilities == pytest.approx(found.probabilities, nan_ok=True)
    shuffled = transitions(np.random.default_rng(seed).permutation(classes), number)
    assert (shuffled.counts == found.counts).all()


def test_bootstrap_interval_holds_the_estimate_and_repeats_with_its_seed():
    classes = np.random.default_rng(8).integers(0, 3, size=(31, 12))
    lower, upper = bootstrap_interval(classes, 3, draws=400, seed=1)
    estimate = transitions(classes, 3).probabilities
    assert ((lower < estimate) & (estimate < upper)).all()
    again = bootstrap_interval(classes, 3, draws=400, seed=1)
    assert (again[0] == lower).all() and (again[1] == upper).all()


def test_bootstrap_of_an_empty_class_is_unknown():
    lower, upper = bootstrap_interval(CLASSES, 3, draws=50, seed=1)
    assert np.isnan(lower[2]).all() and np.isnan(upper[2]).all()
    assert np.isfinite(lower[:2]).all()
