"""metrics/gini: worked, recomputed over all pairs, invariant, partial."""

import numpy
import pytest
from hypothesis import given, settings

from tests.sql.metrics.dispersion import (
    check_against,
    check_relative,
    check_transfer_lowers,
    measure,
    some_members,
)


def test_worked_example():
    # 10 and 30, all pairs: 2 x 1/4 x 20 / (2 x 20) = 0.25.
    # weights 3 : 1, mean 15: 2 x 3/4 x 1/4 x 20 / (2 x 15) = 0.25
    # 1, 2, 5 unweighted: (1 + 4 + 3) x 2 / 9 / (2 x 8/3) = 1/3
    found = measure("gini", g=[(10, 3), (30, 1)], three=[(5, 1), (1, 1), (2, 1)])
    assert found["g", "unweighted"] == pytest.approx(0.25, rel=1e-12)
    assert found["g", "weighted"] == pytest.approx(0.25, rel=1e-12)
    assert found["three", "unweighted"] == pytest.approx(1 / 3, rel=1e-12)


@settings(max_examples=10, deadline=None)
@given(some_members)
def test_all_pairs_give_the_same(members):
    def formula(values, shares):
        differences = numpy.abs(values[:, None] - values[None, :])
        return (shares[:, None] * shares[None, :] * differences).sum() / (2 * (shares * values).sum())

    check_against("gini", formula, members)


@settings(max_examples=10, deadline=None)
@given(some_members)
def test_relative_measure(members):
    check_relative("gini", members)
    check_transfer_lowers("gini", members)


def test_weights_are_sorted_with_their_values():
    # sorting the values but not the weights gives another number: the order of rows must not matter
    found = measure("gini", up=[(1, 100), (9, 1)], down=[(9, 1), (1, 100)])
    assert found["up", "weighted"] == pytest.approx(found["down", "weighted"], rel=1e-12)


def test_zeros_count_negatives_and_a_mean_of_zero_have_no_gini():
    # one of two has everything: 2 x 1/4 x 4 / (2 x 2) = 0.5
    found = measure("gini", zero=[(0, 1), (4, 1)], minus=[(-1, 1), (4, 1)], none=[(0, 1), (0, 1)])
    assert found["zero", "unweighted"] == pytest.approx(0.5, rel=1e-12)
    assert found["minus", "unweighted"] is found["none", "unweighted"] is None


def test_missing_weight_and_single_members():
    found = measure("gini", bare=[(10, None), (30, 1)], lone=[(10, 1)])
    assert found == {("bare", "unweighted"): pytest.approx(0.25, rel=1e-12)}
