"""metrics/gap_to_nation: worked, recomputed, invariant, withheld."""

# ruff: noqa: E501 (whole rows stand on one line)

import pytest

from tests.sql.given import check, rows, run_model
from tests.sql.metrics.gaps import COMPARISONS, check_four_measures

GROUPS = """
    group_id  group_kind
    nation    nation
    east      bloc
    zone      major_strategy
"""


USUAL = {"view_id": "latest", "basis_text": "census7", "is_mixed_basis": False, "has_break": False}


def gaps(observations: str, factor: float = 1):
    given = rows(observations, **USUAL)
    for row in given:
        row["value"] = row["value"] and factor * row["value"]
    return run_model(
        {"core/group_observations": given, "core/groups": GROUPS, "core/comparisons": COMPARISONS},
        "metrics/gap_to_nation",
    )


OBSERVATIONS = """
    membership  indicator_id  group_id  period  value  null_reason
    dated       gdp_per_head  nation    2020    80     -
    dated       gdp_per_head  east      2020    100    -
    dated       gdp_per_head  zone      2020    40     -
    fixed       gdp_per_head  zone      2020    60     -
    dated       gdp           nation    2020    8000   -
    dated       gdp           east      2020    5000   -
"""


def test_worked_example():
    # east 100 against 80: ratio 1.25, absolute 80 - 100 = -20, relative 1 - 1.25 = -0.25.
    # the nation has no fixed twin: both memberships are compared with the same 31 units.
    # sums are not compared, the nation is not compared with itself
    check(
        gaps(OBSERVATIONS),
        """
        membership  indicator_id  group_id  period  reference_id  value  reference_value  ratio  absolute_gap  relative_gap  null_reason
        dated       gdp_per_head  east      2020    nation        100    80               1.25   -20           -0.25         -
        dated       gdp_per_head  zone      2020    nation        40     80               0.5    40            0.5           -
        fixed       gdp_per_head  zone      2020    nation        60     80               0.75   20            0.25          -
        """,
    )


def test_recomputed_and_tied_to_each_other():
    for row in gaps(OBSERVATIONS):
        check_four_measures(row)


def test_another_currency_changes_the_absolute_gap_only():
    for one, thousand in zip(gaps(OBSERVATIONS), gaps(OBSERVATIONS, 1000), strict=True):
        for relative in ("ratio", "relative_gap", "log_gap"):
            assert thousand[relative] == pytest.approx(one[relative], rel=1e-9)
        assert thousand["absolute_gap"] == pytest.approx(1000 * one["absolute_gap"], rel=1e-12)


def test_equal_values_have_no_gap():
    (row,) = gaps("""
        membership  indicator_id  group_id  period  value  null_reason
        dated       gdp_per_head  nation    2020    80     -
        dated       gdp_per_head  east      2020    80     -
    """)
    assert (row["ratio"], row["absolute_gap"], row["relative_gap"], row["log_gap"]) == (1, 0, 0, 0)


def test_the_reason_for_a_withheld_value_or_reference_is_kept():
    check(
        gaps("""
            membership  indicator_id  group_id  period  value  null_reason
            dated       gdp_per_head  nation    2019    80     -
            dated       gdp_per_head  east      2019    -      coverage_below_minimum
            dated       gdp_per_head  nation    2020    -      no_weight
            dated       gdp_per_head  east      2020    100    -
            dated       gdp_per_head  nation    2021    0      -
            dated       gdp_per_head  east      2021    100    -
            dated       gdp_per_head  east      2022    100    -
        """),
        """
        period  value  reference_value  ratio  absolute_gap  relative_gap  log_gap  null_reason
        2019    -      80               -      -             -             -        coverage_below_minimum
        2020    100    -                -      -             -             -        reference_no_weight
        2021    100    0                -      -100          -             -        -
        """,
    )


def test_breaks_and_mixed_bases_of_either_side_are_flagged():
    given = rows(OBSERVATIONS, **USUAL)[:3]
    given[0]["has_break"] = True  # the nation
    given[1]["is_mixed_basis"] = True  # the east
    found = run_model(
        {"core/group_observations": given, "core/groups": GROUPS, "core/comparisons": COMPARISONS},
        "metrics/gap_to_nation",
    )
    check(
        found,
        """
        group_id  is_mixed_basis  has_break
        east      true            true
        zone      false           true
        """,
    )


def test_a_group_on_another_basis_than_the_nation_is_mixed():
    check(
        gaps("""
            membership  indicator_id  group_id  period  value  null_reason  basis_text
            dated       gdp_per_head  nation    2020    80     -            census7
            dated       gdp_per_head  east      2020    100    -            census7
            dated       gdp_per_head  zone      2020    40     -            precensus7
        """),
        """
        group_id  is_mixed_basis
        east      false
        zone      true
        """,
    )


def test_a_mixed_nation_makes_every_gap_mixed():
    found = gaps("""
        membership  indicator_id  group_id  period  value  null_reason  is_mixed_basis
        dated       gdp_per_head  nation    2020    80     -            true
        dated       gdp_per_head  east      2020    100    -            false
    """)
    assert [row["is_mixed_basis"] for row in found] == [True]
