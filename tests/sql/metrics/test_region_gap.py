"""metrics/region_gap: worked, recomputed, invariant, partial."""

# ruff: noqa: E501 (whole rows stand on one line)

import pytest

from tests.sql.given import check, rows, run_model
from tests.sql.metrics.gaps import COMPARISONS, check_four_measures

VALUES = """
    indicator_id  region_id  period  value
    gdp_per_head  110000     2020    120
    gdp_per_head  540000     2020    40
    gdp_per_head  810000     2020    120
    gdp_per_head  440300     2020    500
    gdp_per_head  000000     2020    70
    gdp_per_head  110000     2021    -
    gdp           110000     2020    9
"""
NATION = """
    indicator_id  group_id  membership  period  value
    gdp_per_head  nation    dated       2020    80
    gdp_per_head  east      dated       2020    99
    gdp           nation    dated       2020    9
"""


def gaps(values: str = VALUES, nation: str = NATION):
    return run_model(
        {
            "core/region_values": rows(
                values,
                view_id="latest",
                basis_text="census7",
                has_break=False,
                source_id="nbs",
                is_weakly_attributed=False,
            ),
            "core/group_observations": rows(nation, view_id="latest"),
            "core/regions": """
                region_id  region_level
                000000     country
                110000     province
                540000     province
                810000     province
                440300     prefecture
            """,
            "core/groups": """
                group_id  group_kind
                nation    nation
                east      bloc
            """,
            "core/comparisons": COMPARISONS,
        },
        "metrics/region_gap",
    )


def test_worked_example():
    # 120 against 80: ratio 1.5, absolute -40, relative -0.5. Beijing and Hong Kong share rank 1, Tibet
    # is third; cities, the printed national figure and sums have no row
    check(
        gaps(),
        """
        indicator_id  region_id  period  value  reference_value  ratio  absolute_gap  relative_gap  value_rank  source_text
        gdp_per_head  110000     2020    120    80               1.5    -40           -0.5          1           nbs
        gdp_per_head  540000     2020    40     80               0.5    40            0.5           3           nbs
        gdp_per_head  810000     2020    120    80               1.5    -40           -0.5          1           nbs
        """,
    )


def test_recomputed_and_tied_to_each_other():
    for row in gaps():
        check_four_measures(row)


def test_scale_leaves_rank_and_relative_gaps_alone():
    thousandfold = gaps(
        VALUES.replace("120", "120000").replace("  40", "  40000"), NATION.replace("80", "80000")
    )
    for one, other in zip(gaps(), thousandfold, strict=True):
        for relative in ("ratio", "relative_gap", "log_gap", "value_rank"):
            assert other[relative] == pytest.approx(one[relative], rel=1e-12)


@pytest.mark.parametrize(
    "nation", ["gdp_per_head  nation  dated  2020  -", "gdp_per_head  nation  dated  2019  80"]
)
def test_without_a_national_value_the_region_keeps_its_value_and_rank(nation):
    found = gaps(nation="indicator_id  group_id  membership  period  value\n" + nation)
    assert [row["value"] for row in found] == [120, 40, 120]
    assert {(row["reference_value"], row["ratio"], row["log_gap"]) for row in found} == {(None,) * 3}


def test_zero_and_negative_values_have_no_log_gap():
    found = gaps("""
        indicator_id  region_id  period  value
        gdp_per_head  110000     2020    0
        gdp_per_head  540000     2020    -8
    """)
    assert [(row["ratio"], row["log_gap"]) for row in found] == [(0, None), (-0.1, None)]
