"""metrics/theil_l: worked, recomputed, invariant, partial."""

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
    # 10 and 30, mean 20: (ln 2 + ln 2/3) / 2; weights 3 : 1, mean 15: 3/4 ln 1.5 + 1/4 ln 0.5
    found = measure("theil_l", g=[(10, 3), (30, 1)])
    assert found == {
        ("g", "unweighted"): pytest.approx((math.log(2) + math.log(2 / 3)) / 2, rel=1e-12),
        ("g", "weighted"): pytest.approx(0.75 * math.log(1.5) + 0.25 * math.log(0.5), rel=1e-12),
    }


@settings(max_examples=10, deadline=None)
@given(some_members)
def test_numpy_gives_the_same(members):
    def formula(values, shares):
        return numpy.log((shares * values).sum()) - (shares * numpy.log(values)).sum()

    check_against("theil_l", formula, members)


@settings(max_examples=10, deadline=None)
@given(some_members)
def test_relative_measure(members):
    check_relative("theil_l", members)
    check_transfer_lowers("theil_l", members)


def test_a_zero_or_negative_value_withholds():
    found = measure("theil_l", zero=[(0, 1), (4, 1)], minus=[(-1, 1), (4, 1)])
    assert len(found) == 4
    assert set(found.values()) == {None}


def test_missing_weight_and_single_members():
    found = measure("theil_l", bare=[(10, None), (10, 1)], lone=[(10, 1)])
    assert found == {("bare", "unweighted"): pytest.approx(0, abs=1e-12)}
