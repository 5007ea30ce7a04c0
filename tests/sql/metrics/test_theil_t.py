"""metrics/theil_t: worked, recomputed, invariant, partial."""

import math

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
    # 10 and 30, mean 20: shares of the total 1/4 and 3/4 against 1/2 each.
    # weights 3 : 1, mean 15: shares of the total 1/2 and 1/2 against 3/4 and 1/4
    found = measure("theil_t", g=[(10, 3), (30, 1)])
    assert found == {
        ("g", "unweighted"): pytest.approx(0.25 * math.log(0.5) + 0.75 * math.log(1.5), rel=1e-12),
        ("g", "weighted"): pytest.approx(0.5 * math.log(2 / 3) + 0.5 * math.log(2), rel=1e-12),
    }


@settings(max_examples=10, deadline=None)
@given(some_members)
def test_numpy_gives_the_same(members):
    def formula(values, shares):
        of_total = shares * values / (shares * values).sum()
        return (of_total * numpy.log(of_total / shares)).sum()

    check_against("theil_t", formula, members)


@settings(max_examples=10, deadline=None)
@given(some_members)
def test_relative_measure(members):
    check_relative("theil_t", members)
    check_transfer_lowers("theil_t", members)


def test_a_zero_adds_zero_a_negative_value_withholds():
    # one of two has everything: T = ln 2
    found = measure("theil_t", zero=[(0, 1), (4, 1)], minus=[(-1, 1), (4, 1)])
    assert found["zero", "unweighted"] == pytest.approx(math.log(2), rel=1e-12)
    assert found["minus", "unweighted"] is found["minus", "weighted"] is None


def test_missing_weight_and_single_members():
    found = measure("theil_t", bare=[(10, None), (10, 1)], lone=[(10, 1)])
    assert found == {("bare", "unweighted"): pytest.approx(0, abs=1e-12)}
