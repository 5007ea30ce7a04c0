"""Gaps, group levels, ranges and times to parity."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics.gaps import (
    NEVER,
    extremes,
    gap,
    group_levels,
    mean_level,
    poorest_to_richest,
    years_to_parity,
    years_to_shrink,
)
from assets.statistics.refusal import RefusedError

AMOUNTS = st.floats(1, 1e6)


def test_a_gap_by_hand():
    found = gap(60.0, 80.0)
    assert (found.absolute, found.relative, found.ratio) == (20, 0.25, 0.75)
    assert found.log == pytest.approx(numpy.log(4 / 3))


@settings(max_examples=50, deadline=None)
@given(AMOUNTS, AMOUNTS)
def test_the_forms_of_a_gap_agree(level, reference):
    found = gap(level, reference)
    assert found.ratio == pytest.approx(numpy.exp(-found.log))
    assert found.relative == pytest.approx(1 - found.ratio)
    assert found.absolute == pytest.approx(found.relative * reference, abs=1e-6)
    assert gap(reference, level).log == pytest.approx(-found.log)


def test_a_gap_to_nothing_is_refused():
    with pytest.raises(RefusedError, match="needs both above 0"):
        gap(1.0, 0.0)


def test_a_group_is_its_output_over_its_people_not_the_mean_of_ratios():
    value, weight = numpy.array([10.0, 40, 7]), numpy.array([3.0, 1, 5])
    labels = numpy.array(["W", "W", "E"])
    assert group_levels(value, weight, labels) == {"E": 7, "W": pytest.approx(70 / 4)}
    assert group_levels(value, None, labels)["W"] == pytest.approx(25)
    assert mean_level(value, weight) == pytest.approx(105 / 9)


def test_ranges():
    found = extremes(numpy.array([10.0, 20, 60]))
    assert (found.absolute_range, found.ratio) == (50, 6)
    assert found.relative_range == pytest.approx(50 / 30)
    with pytest.raises(RefusedError, match="use the range"):
        extremes(numpy.array([0.0, 1]))


def test_years_to_parity_are_when_the_paths_meet():
    years = years_to_parity(8000, 12000, 0.075, 0.05)
    assert 8000 * 1.075**years == pytest.approx(12000 * 1.05**years)
    assert years_to_parity(8000, 12000, 0.04, 0.05) == NEVER
    assert years_to_parity(8000, 12000, 0.05, 0.05) == NEVER
    assert years_to_parity(12000, 12000, 0.05, 0.02) == 0


def test_years_to_parity_of_the_one_ahead_are_refused():
    with pytest.raises(RefusedError, match="exchange the two"):
        years_to_parity(12000, 8000, 0.05, 0.02)
    with pytest.raises(RefusedError, match="above -100 %"):
        years_to_parity(1, 2, -1, 0.02)


def test_a_gap_halves_in_ln_2_over_lambda_and_shrinks_by_its_share():
    assert years_to_shrink(0.02) == pytest.approx(34.657, abs=1e-3)
    assert numpy.exp(-0.02 * years_to_shrink(0.02, 0.1)) == pytest.approx(0.1)
    with pytest.raises(RefusedError, match="there is no half-life"):
        years_to_shrink(-0.01)
    with pytest.raises(RefusedError, match="not between 0 and 1"):
        years_to_shrink(0.02, 1.5)


def test_the_poorest_at_the_start_is_followed():
    start, end = numpy.array([10.0, 40, 20]), numpy.array([40.0, 80, 20])
    # growing fourfold and twofold in 10 years, half the level is made up in 10 more
    assert poorest_to_richest(start, end, 10) == pytest.approx(10)
    assert poorest_to_richest(start, numpy.array([12.0, 80, 20]), 10) == NEVER
    with pytest.raises(RefusedError, match="exchange the two"):
        poorest_to_richest(start, numpy.array([90.0, 80, 20]), 10)
    with pytest.raises(RefusedError, match="another start year"):
        poorest_to_richest(start * 0, end, 10)
