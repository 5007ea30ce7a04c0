"""metrics/gap_to_rest: worked, recomputed, invariant, refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.sql.given import check, rows, run_model
from tests.sql.metrics.gaps import COMPARISONS, check_four_measures

GROUPS = """
    group_id  group_kind
    nation    nation
    east      bloc
    zone      major_strategy
    bay       major_strategy
"""
REACH = """
    group_id  is_within_nation
    nation    true
    east      true
    zone      true
    bay       false
"""


def gaps(observations):
    if isinstance(observations, str):
        observations = rows(observations, membership="dated")
    usual = {
        "view_id": "latest",
        "indicator_id": "gdp_per_head",
        "period": 2020,
        "basis_text": "census7",
        "is_mixed_basis": False,
        "has_break": False,
    }
    return run_model(
        {
            "core/group_observations": [usual | row for row in observations],
            "core/groups": GROUPS,
            "core/group_reach": REACH,
            "core/comparisons": COMPARISONS,
        },
        "metrics/gap_to_rest",
    )


def test_worked_example_rest_is_nation_minus_zone():
    # nation 12000 / 200 = 60, east 8000 / 100 = 80: rest (12000 - 8000) / (200 - 100) = 40, ratio 2.
    # zone 2400 / 40 = 60: rest 9600 / 160 = 60, no gap. The two overlap: each stands alone
    found = gaps("""
        group_id  value  numerator  denominator  null_reason
        nation    60     12000      200          -
        east      80     8000       100          -
        zone      60     2400       40           -
    """)
    check(
        found,
        """
        group_id  value  reference_value  ratio  absolute_gap  relative_gap  null_reason
        east      80     40               2      -40           -1            -
        zone      60     60               1      0             0             -
        """,
    )
    for row in found:
        check_four_measures(row)


@settings(max_examples=10, deadline=None)
@given(
    some.lists(
        some.tuples(some.floats(1, 1e4), some.floats(1, 1e3), some.booleans()),
        min_size=2,
        max_size=9,
    ).filter(lambda regions: len({inside for _, _, inside in regions}) == 2)
)
def test_zone_and_rest_weighted_together_are_the_nation(regions):
    def part(group_id, chosen):
        numerator = sum(value * people for value, people, _ in chosen)
        denominator = sum(people for _, people, _ in chosen)
        return {
            "group_id": group_id,
            "membership": "dated",
            "value": numerator / denominator,
            "numerator": numerator,
            "denominator": denominator,
            "null_reason": None,
        }

    inside = [region for region in regions if region[2]]
    outside = [region for region in regions if not region[2]]
    (row,) = gaps([part("nation", regions), part("zone", inside)])
    # the rest is recomputed here from the regions outside, not by subtraction
    assert row["reference_value"] == pytest.approx(part("rest", outside)["value"], rel=1e-6)


@pytest.mark.parametrize(
    ("zone_reason", "nation_reason", "expected"),
    [
        ("partial_members", "-", "partial_members"),
        ("-", "coverage_below_minimum", "nation_coverage_below_minimum"),
    ],
)
def test_no_rest_without_both_sums(zone_reason, nation_reason, expected):
    (row,) = gaps(f"""
        group_id  value  numerator  denominator  null_reason
        nation    60     12000      200          {nation_reason}
        zone      60     2400       40           {zone_reason}
    """)
    assert (row["reference_value"], row["ratio"], row["null_reason"]) == (None, None, expected)


def test_refused_for_a_zone_that_reaches_beyond_the_nation():
    (row,) = gaps("""
        group_id  value  numerator  denominator  null_reason
        nation    60     12000      200          -
        bay       99     2400       40           -
    """)
    assert (row["reference_value"], row["null_reason"]) == (None, "members_outside_nation")


def test_a_fixed_zone_is_compared_with_the_same_nation():
    found = gaps(
        rows("""
            membership  group_id  value  numerator  denominator  null_reason
            dated       nation    60     12000      200          -
            fixed       zone      80     8000       100          -
        """)
    )
    assert [(row["membership"], row["reference_value"]) for row in found] == [("fixed", 40)]


def flags(zone: str, nation: str):
    (row,) = gaps(f"""
        group_id  value  numerator  denominator  null_reason  basis_text  is_mixed_basis  has_break
        nation    60     12000      200          -            {nation}
        zone      60     2400       40           -            {zone}
    """)
    return row["is_mixed_basis"], row["has_break"]


def test_a_zone_on_another_basis_than_the_nation_is_mixed():
    assert flags("census7  false  false", "census7  false  false") == (False, False)
    assert flags("precensus7  false  false", "census7  false  false") == (True, False)


def test_breaks_and_mixed_bases_of_either_side_are_flagged():
    plain = "census7  false  false"
    for flagged, expected in (
        ("census7  true  false", (True, False)),
        ("census7  false  true", (False, True)),
    ):
        assert flags(flagged, plain) == expected
        assert flags(plain, flagged) == expected
