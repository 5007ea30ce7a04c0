"""metrics/parity_outlook: worked, never, above the nation, too few years."""

import numpy
import pytest

from tests.assets.statistics.models.running import gaps, panel, rows_of

NOISE = numpy.random.default_rng(4).normal(0, 0.003, 16)


def path(first, yearly):
    """Sixteen years of a gap that changes by `yearly` a year on average over the last twelve."""
    course = first + yearly * numpy.arange(16) + NOISE
    course[-1] = course[3] + 12 * yearly
    return course


def outlook(course, **changes):
    given = {
        "metrics/gap_to_nation": gaps(course, **changes),
        "core/panel_values": panel({"a": [1.0]}, group="bloc"),
    }
    return rows_of("parity_outlook", given)


def test_worked_example():
    # a gap of .3 + noise at 2004, closing by .02 a year over twelve years
    course = path(0.6, -0.02)
    (row,) = outlook(course)
    assert row["yearly_change"] == pytest.approx(-0.02)
    assert row["years_to_parity"] == pytest.approx(course[-1] / 0.02)
    assert row["years_to_parity_low"] < row["years_to_parity"] < row["years_to_parity_high"]
    assert (row["verdict"], row["n_changes"], row["period"]) == ("closing at the current trend", 12, 2016)
    assert row["is_above_nation"] is False


def test_a_widening_gap_never_closes_at_the_current_trend():
    (row,) = outlook(path(0.3, 0.02))
    assert (row["verdict"], row["years_to_parity"]) == ("never at the current trend", None)
    assert row["never_share"] > 0.9


def test_a_group_above_the_nation_has_its_gap_turned_round():
    (below,), (above,) = outlook(path(0.6, -0.02)), outlook(-path(0.6, -0.02))
    assert above["is_above_nation"] is True
    assert above["years_to_parity"] == pytest.approx(below["years_to_parity"])
    assert above["log_gap"] == pytest.approx(below["log_gap"])


def test_a_break_leaves_too_few_changes_and_says_so():
    (row,) = outlook(path(0.6, -0.02), breaks=[2010])
    assert (row["years_to_parity"], row["null_reason"]) == (None, "fewer_than_8_changes_without_break")
    (row,) = outlook(path(0.6, -0.02), breaks=[2007])
    assert (row["n_changes"], row["null_reason"]) == (9, None)


def test_of_two_memberships_the_fixed_one_counts():
    given = {
        "metrics/gap_to_nation": gaps(path(0.6, -0.02)) + gaps(path(0.9, -0.02), membership="fixed"),
        "core/panel_values": panel({"a": [1.0]}, group="bloc"),
    }
    (row,) = rows_of("parity_outlook", given)
    assert row["log_gap"] == pytest.approx(path(0.9, -0.02)[-1])
