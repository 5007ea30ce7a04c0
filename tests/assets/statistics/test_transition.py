"""Relative transition paths: by hand, against the variance of the log t test, invariants, refusals."""

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from assets.statistics.log_t import cross_section_variance
from assets.statistics.refusal import RefusedError
from assets.statistics.transition import relative_transition

LOGS = arrays(float, (4, 6), elements=st.floats(0.5, 20))


def test_by_hand():
    # year 1: mean (8 + 10 + 12) / 3 = 10; year 2: (9 + 9 + 12) / 3 = 10
    found = relative_transition(numpy.array([[8.0, 9.0], [10.0, 9.0], [12.0, 12.0]]))
    assert found.tolist() == [[0.8, 0.9], [1.0, 0.9], [1.2, 1.2]]


@given(LOGS)
def test_the_variance_of_the_log_t_test_is_that_of_the_paths(logs):
    expected = ((relative_transition(logs) - 1) ** 2).mean(axis=0)
    assert cross_section_variance(logs) == pytest.approx(expected, rel=1e-12, abs=1e-15)


@given(LOGS, st.floats(0.1, 10))
def test_mean_of_one_and_no_scale_of_the_logs(logs, scale):
    paths = relative_transition(logs)
    assert paths.mean(axis=0) == pytest.approx(numpy.ones(6), rel=1e-12)
    assert relative_transition(scale * logs) == pytest.approx(paths, rel=1e-12)


def test_common_growth_of_logs_draws_paths_to_one_at_an_unchanged_ratio():
    """Why only directions are read from a path: e^8 to e^10 is the same ratio as e^10 to e^12."""
    before, after = relative_transition(numpy.array([[8.0, 10.0], [10.0, 12.0]])).T
    assert (numpy.abs(after - 1) < numpy.abs(before - 1)).all()


@pytest.mark.parametrize(
    ("logs", "message"),
    [([[1.0, numpy.nan], [1.0, 2.0]], "every region in every period"), ([[-1.0], [1.0]], "not positive")],
)
def test_refusals(logs, message):
    with pytest.raises(RefusedError, match=message):
        relative_transition(numpy.array(logs))
