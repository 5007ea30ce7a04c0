"""metrics/group_share: worked, recomputed, invariant, withheld."""

import pytest

from tests.sql.given import check, rows, run_model
from tests.sql.metrics.gaps import COMPARISONS

USUAL = {"view_id": "latest", "basis_text": "census4", "is_mixed_basis": False, "has_break": False}


def shares(observations: str):
    return run_model(
        {
            "core/group_observations": rows(
                observations,
                **USUAL,
            ),
            "core/groups": """
                group_id  group_kind
                nation    nation
                east      bloc
                west      bloc
                zone      major_strategy
            """,
            "core/comparisons": COMPARISONS,
        },
        "metrics/group_share",
    )


OBSERVATIONS = """
    membership  indicator_id  group_id  period  value  null_reason
    dated       gdp           nation    2020    1000   -
    dated       gdp           east      2020    550    -
    dated       gdp           west      2020    450    -
    dated       gdp           zone      2020    300    -
    fixed       gdp           zone      2020    350    -
    dated       population    nation    2020    200    -
    dated       population    east      2020    80     -
    dated       gdp_per_head  nation    2020    5      -
    dated       gdp_per_head  east      2020    6.875  -
"""


def test_worked_example():
    # 550 / 1000; ratios do not add up and have no share; fixed zones are parts of the same nation
    check(
        shares(OBSERVATIONS),
        """
        membership  indicator_id  group_id  value  nation_value  share  null_reason
        dated       gdp           east      550    1000          0.55   -
        dated       gdp           nation    1000   1000          1      -
        dated       gdp           west      450    1000          0.45   -
        dated       gdp           zone      300    1000          0.3    -
        dated       population    east      80     200           0.4    -
        dated       population    nation    200    200           1      -
        fixed       gdp           zone      350    1000          0.35   -
        """,
    )


def test_parts_of_a_partition_add_up_to_one_and_are_recomputed():
    found = {row["group_id"]: row for row in shares(OBSERVATIONS) if row["indicator_id"] == "gdp"}
    assert found["east"]["share"] + found["west"]["share"] == pytest.approx(1, rel=1e-12)
    assert found["west"]["share"] == 450 / (550 + 450)


def test_withheld_values_and_a_sum_of_zero():
    check(
        shares("""
            membership  indicator_id  group_id  period  value  null_reason
            dated       gdp           nation    2019    1000   -
            dated       gdp           east      2019    -      partial_members
            dated       gdp           nation    2020    -      coverage_below_minimum
            dated       gdp           east      2020    550    -
            dated       gdp           nation    2021    0      -
            dated       gdp           east      2021    0      -
            dated       gdp           east      2022    9      -
        """),
        """
        group_id  period  value  nation_value  share  null_reason
        east      2019    -      1000          -      partial_members
        east      2020    550    -             -      nation_coverage_below_minimum
        east      2021    0      0             -      -
        nation    2019    1000   1000          1      -
        nation    2020    -      -             -      coverage_below_minimum
        nation    2021    0      0             -      -
        """,
    )


def test_a_group_on_another_basis_than_the_nation_is_mixed():
    check(
        shares("""
            membership  indicator_id  group_id  period  value  null_reason  basis_text
            dated       gdp           nation    2020    1000   -            census4
            dated       gdp           east      2020    550    -            precensus4
            dated       gdp           west      2020    450    -            census4
        """),
        """
        group_id  is_mixed_basis
        east      true
        nation    false
        west      false
        """,
    )


@pytest.mark.parametrize(
    ("nation", "east", "mixed"),
    [
        ("false", "true", {"east": True, "nation": False}),
        ("true", "false", {"east": True, "nation": True}),
    ],
)
def test_one_mixed_side_is_enough(nation, east, mixed):
    found = shares(f"""
        membership  indicator_id  group_id  period  value  null_reason  is_mixed_basis
        dated       gdp           nation    2020    1000   -            {nation}
        dated       gdp           east      2020    550    -            {east}
    """)
    assert {row["group_id"]: row["is_mixed_basis"] for row in found} == mixed
