"""metrics/region_gap: worked, recomputed, invariant, partial."""

# ruff: noqa: E501 (whole rows stand on one line)

import re

import pytest

from tests.sql.given import check, rows, run_model
from tests.sql.metrics.gaps import COMPARISONS, check_four_measures

VALUES = """
    indicator_id  region_id  period  value
    gdp_per_head  110000     2020    120
    gdp_per_head  310000     2020    120
    gdp_per_head  540000     2020    40
    gdp_per_head  810000     2020    160
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


def gaps(values: str = VALUES, nation: str = NATION, breaks: str = ""):
    return run_model(
        {
            "core/region_values": rows(
                values,
                view_id="latest",
                basis_text="census7",
                has_break=breaks == "region",
                source_id="nbs",
                is_weakly_attributed=False,
            ),
            "core/group_observations": rows(nation, view_id="latest", has_break=breaks == "nation"),
            "core/regions": """
                region_id  region_level
                000000     country
                110000     province
                310000     province
                540000     province
                810000     province
                440300     prefecture
            """,
            "core/groups": """
                group_id  group_kind
                nation    nation
                east      bloc
                bay       major_strategy
            """,
            "core/group_members": """
                group_id  period  region_id
                nation    2019    110000
                nation    2020    110000
                nation    2020    310000
                nation    2020    540000
                east      2020    110000
                bay       2020    810000
            """,
            "core/comparisons": COMPARISONS,
        },
        "metrics/region_gap",
    )


def test_worked_example():
    # 120 against 80: ratio 1.5, absolute -40, relative -0.5. Beijing and Shanghai share rank 1, Tibet
    # is third; Hong Kong, above them and no part of the nation, has no rank and takes none from them;
    # cities, the printed national figure and sums have no row
    check(
        gaps(),
        """
        indicator_id  region_id  period  value  reference_value  ratio  absolute_gap  relative_gap  value_rank  null_reason  source_text
        gdp_per_head  110000     2020    120    80               1.5    -40           -0.5          1           -            nbs
        gdp_per_head  310000     2020    120    80               1.5    -40           -0.5          1           -            nbs
        gdp_per_head  540000     2020    40     80               0.5    40            0.5           3           -            nbs
        gdp_per_head  810000     2020    160    80               2      -80           -1            -           -            nbs
        """,
    )


def test_recomputed_and_tied_to_each_other():
    for row in gaps():
        check_four_measures(row)


def test_scale_leaves_rank_and_relative_gaps_alone():
    values = re.sub(r"  (120|160|40)$", r"  \g<1>000", VALUES, flags=re.MULTILINE)
    thousandfold = gaps(values, NATION.replace("80", "80000"))
    for one, other in zip(gaps(), thousandfold, strict=True):
        assert other["value_rank"] == one["value_rank"]
        for relative in ("ratio", "relative_gap", "log_gap"):
            assert other[relative] == pytest.approx(one[relative], rel=1e-12)


@pytest.mark.parametrize(
    "nation", ["gdp_per_head  nation  dated  2020  -", "gdp_per_head  nation  dated  2019  80"]
)
def test_without_a_national_value_the_region_keeps_its_value_and_rank(nation):
    found = gaps(nation="indicator_id  group_id  membership  period  value\n" + nation)
    assert [row["value"] for row in found] == [120, 120, 40, 160]
    assert [row["value_rank"] for row in found] == [1, 1, 3, None]
    assert {(row["reference_value"], row["ratio"], row["log_gap"]) for row in found} == {(None,) * 3}
    assert {row["null_reason"] for row in found} == {"nation_without_value"}


def test_zero_and_negative_values_have_no_log_gap():
    found = gaps("""
        indicator_id  region_id  period  value
        gdp_per_head  110000     2020    0
        gdp_per_head  540000     2020    -8
    """)
    assert [(row["ratio"], row["log_gap"]) for row in found] == [(0, None), (-0.1, None)]


@pytest.mark.parametrize("side", ["region", "nation"])
def test_a_gap_breaks_where_either_side_changes_basis(side):
    assert {row["has_break"] for row in gaps(breaks=side)} == {True}
    assert {row["has_break"] for row in gaps()} == {False}


def test_a_break_of_another_year_or_group_is_no_break_of_the_gap():
    header = "indicator_id  group_id  membership  period  value\n"
    for elsewhere in ("gdp_per_head  nation  dated  2019  80", "gdp_per_head  east  dated  2020  99"):
        assert {row["has_break"] for row in gaps(nation=header + elsewhere, breaks="nation")} == {False}
