"""metrics/sd_log: worked, recomputed, invariant, partial."""

import math

import numpy
import pytest
from hypothesis import given, settings

from tests.sql.metrics.dispersion import check_against, check_relative, measure, some_members


def test_worked_example():
    # ln 1 = 0 and ln e^2 = 2: mean of logs 1, deviations 1, so 1.
    # weights 3 : 1: mean 0.5, sqrt(0.75 x 0.25 + 0.25 x 2.25) = sqrt(0.75)
    found = measure("sd_log", g=[(1, 3), (math.exp(2), 1)])
    assert found == {
        ("g", "unweighted"): pytest.approx(1, rel=1e-12),
        ("g", "weighted"): pytest.approx(0.75**0.5, rel=1e-12),
    }


@settings(max_examples=10, deadline=None)
@given(some_members)
def test_numpy_gives_the_same(members):
    def formula(values, shares):
        logs = numpy.log(values)
        return numpy.sqrt((shares * (logs - (shares * logs).sum()) ** 2).sum())

    check_against("sd_log", formula, members)


@settings(max_examples=10, deadline=None)
@given(some_members)
def test_relative_measure(members):
    # no transfer test: the variance of logs is known to break it among the very rich
    check_relative("sd_log", members)


def test_zero_and_negative_values_have_no_log_and_missing_weights_no_weighted_value():
    found = measure("sd_log", zero=[(0, 1), (2, 1)], minus=[(-1, 1), (2, 1)], bare=[(2, None), (2, 1)])
    assert found.pop(("bare", "unweighted")) == pytest.approx(0, abs=1e-12)
    assert found == {
        (group, weighting): None for group in ("zero", "minus") for weighting in ("unweighted", "weighted")
    }
