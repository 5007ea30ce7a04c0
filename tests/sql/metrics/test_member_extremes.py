"""metrics/member_extremes: worked, recomputed, invariant, partial."""

# ruff: noqa: E501 (whole rows stand on one line)

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.sql.given import check, rows, run_model

SAME = {
    "view_id": "latest",
    "membership": "dated",
    "indicator_id": "gdp_per_head",
    "period": 2020,
}


def extremes(members):
    if isinstance(members, str):
        members = rows(members, **SAME)
    return run_model({"core/member_values": members}, "metrics/member_extremes")


def test_worked_example_ties_and_small_groups():
    # bloc: 40 / 10 = 4, 40 - 10 = 30, 30 / mean 30 = 1; b and c tie at the top, b comes first
    check(
        extremes("""
            group_id  region_id  value
            bloc      c          40
            bloc      b          40
            bloc      a          10
            lone      a          10
            pair      a          5
            pair      b          5
        """),
        """
        group_id  highest_value  highest_region_id  lowest_value  lowest_region_id  ratio  absolute_gap  relative_gap  n_members
        bloc      40             b                  10            a                 4      30            1             3
        pair      5              a                  5             a                 1      0             0             2
        """,
    )


def test_no_ratio_to_zero_or_below_and_no_relative_gap_to_a_mean_of_zero():
    check(
        extremes("""
            group_id  region_id  value
            minus     a          -5
            minus     b          5
            zero      a          0
            zero      b          8
        """),
        """
        group_id  ratio  absolute_gap  relative_gap
        minus     -      10            -
        zero      -      8             2
        """,
    )


@settings(max_examples=10, deadline=None)
@given(some.lists(some.floats(1, 1e5), min_size=2, max_size=8))
def test_recomputed_and_free_of_scale(values):
    members = [
        {"group_id": group_id, "region_id": f"r{number}", "value": factor * value} | SAME
        for group_id, factor in (("base", 1.0), ("scaled", 1000.0))
        for number, value in enumerate(values)
    ]
    base, scaled = extremes(members)
    assert base["ratio"] == pytest.approx(max(values) / min(values), rel=1e-12)
    spread = max(values) - min(values)
    assert base["absolute_gap"] == pytest.approx(spread, rel=1e-12, abs=1e-12)
    mean = sum(values) / len(values)
    assert base["relative_gap"] == pytest.approx(spread / mean, rel=1e-9, abs=1e-12)
    assert scaled["ratio"] == pytest.approx(base["ratio"], rel=1e-12)
    assert scaled["relative_gap"] == pytest.approx(base["relative_gap"], rel=1e-9, abs=1e-12)
    assert values[int(base["highest_region_id"][1:])] == max(values)
