"""metrics/gap_between_groups: worked, recomputed, invariant, withheld."""

import pytest

from tests.sql.given import check, rows, run_model
from tests.sql.metrics.gaps import COMPARISONS, check_four_measures

GROUPS = """
    group_id   reference_group_id  membership_rule
    east       west                retrospective
    west       east                retrospective
    northeast  east                retrospective
    zone       east                dated
    delta      zone                dated
    other      -                   retrospective
"""


def gaps(observations: str, **on_every_row: bool):
    return run_model(
        {
            "core/group_observations": rows(
                observations,
                view_id="latest",
                indicator_id="gdp_per_head",
                **({"basis_text": "census7", "is_mixed_basis": False, "has_break": False} | on_every_row),
            ),
            "core/groups": GROUPS,
            "core/comparisons": COMPARISONS,
        },
        "metrics/gap_between_groups",
    )


BLOCS = """
    membership  group_id   period  value  null_reason
    dated       east       2020    100    -
    dated       west       2020    60     -
    dated       northeast  2020    50     -
    dated       other      2020    70     -
"""


def test_worked_example_each_pair_both_ways_once():
    # west 60 of east 100: ratio 0.6, absolute 40, relative 0.4; the other way 100 / 60, -40, -2/3
    check(
        gaps(BLOCS),
        """
        group_id   reference_id  value  reference_value  ratio  absolute_gap  relative_gap  null_reason
        east       northeast     100    50               2      -50           -1            -
        east       west          100    60               5/3    -40           -2/3          -
        northeast  east          50     100              0.5    50            0.5           -
        west       east          60     100              0.6    40            0.4           -
        """,
    )


def test_recomputed_and_antisymmetric():
    found = {(row["group_id"], row["reference_id"]): row for row in gaps(BLOCS)}
    for (group_id, reference_id), row in found.items():
        check_four_measures(row)
        back = found[reference_id, group_id]
        assert row["ratio"] * back["ratio"] == pytest.approx(1, rel=1e-12)
        assert row["log_gap"] == pytest.approx(-back["log_gap"], rel=1e-12)
        assert row["absolute_gap"] == -back["absolute_gap"]


def test_fixed_meets_fixed_or_a_bloc_that_never_changes():
    found = gaps("""
        membership  group_id  period  value  null_reason
        dated       east      2020    100    -
        dated       zone      2020    80     -
        fixed       zone      2020    90     -
        dated       delta     2020    120    -
        fixed       delta     2020    130    -
    """)
    pairs = {
        (row["membership"], row["group_id"], row["reference_id"]): row["reference_value"] for row in found
    }
    assert pairs == {
        ("dated", "delta", "zone"): 80,
        ("dated", "east", "zone"): 80,
        ("dated", "zone", "delta"): 120,
        ("dated", "zone", "east"): 100,
        ("fixed", "delta", "zone"): 90,
        ("fixed", "zone", "delta"): 130,
        ("fixed", "zone", "east"): 100,
    }


def test_a_withheld_side_is_named():
    check(
        gaps("""
            membership  group_id  period  value  null_reason
            dated       east      2020    -      no_weight
            dated       west      2020    60     -
            dated       west      2021    61     -
        """),
        """
        group_id  reference_id  period  value  reference_value  ratio  null_reason
        east      west          2020    -      60               -      no_weight
        west      east          2020    60     -                -      reference_no_weight
        """,
    )


@pytest.mark.parametrize("flag", ["is_mixed_basis", "has_break"])
def test_flags_are_carried(flag):
    assert {row[flag] for row in gaps(BLOCS, **{flag: True})} == {True}
    assert {row[flag] for row in gaps(BLOCS)} == {False}


def test_two_sides_on_different_bases_are_mixed_both_ways():
    check(
        gaps("""
            membership  group_id   period  value  null_reason  basis_text
            dated       east       2020    100    -            census7
            dated       west       2020    60     -            census7
            dated       northeast  2020    50     -            precensus7
        """),
        """
        group_id   reference_id  is_mixed_basis
        east       northeast     true
        east       west          false
        northeast  east          true
        west       east          false
        """,
    )


def test_one_mixed_side_is_enough():
    check(
        gaps("""
            membership  group_id   period  value  null_reason  is_mixed_basis
            dated       east       2020    100    -            false
            dated       west       2020    60     -            true
            dated       northeast  2020    50     -            false
        """),
        """
        group_id   reference_id  is_mixed_basis
        east       northeast     false
        east       west          true
        northeast  east          false
        west       east          true
        """,
    )
