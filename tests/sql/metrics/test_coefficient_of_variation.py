"""metrics/coefficient_of_variation: worked, recomputed, invariant, partial."""

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

METRIC = "coefficient_of_variation"


def test_worked_example():
    # values 10 and 30: mean 20, deviations 10, sqrt((100 + 100) / 2) / 20 = 0.5.
    # weights 3 : 1: mean 15, sqrt(0.75 x 25 + 0.25 x 225) / 15 = sqrt(75) / 15
    found = measure(METRIC, g=[(10, 3), (30, 1)])
    assert found == {
        ("g", "unweighted"): pytest.approx(0.5, rel=1e-12),
        ("g", "weighted"): pytest.approx(75**0.5 / 15, rel=1e-12),
    }


@settings(max_examples=10, deadline=None)
@given(some_members)
def test_numpy_gives_the_same(members):
    def formula(values, shares):
        mean = (shares * values).sum()
        return numpy.sqrt((shares * (values - mean) ** 2).sum()) / mean

    check_against(METRIC, formula, members)


@settings(max_examples=10, deadline=None)
@given(some_members)
def test_relative_measure(members):
    check_relative(METRIC, members)
    check_transfer_lowers(METRIC, members)


def test_missing_weights_single_members_and_a_mean_of_zero():
    found = measure(METRIC, unweighed=[(10, None), (30, 1)], lone=[(10, 1)], zero=[(-1, 1), (1, 1)])
    assert found == {
        ("unweighed", "unweighted"): pytest.approx(0.5, rel=1e-12),
        ("zero", "unweighted"): None,
        ("zero", "weighted"): None,
    }
