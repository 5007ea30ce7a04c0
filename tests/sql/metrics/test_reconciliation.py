"""metrics/reconciliation: worked, recomputed, invariant, partial."""

# ruff: noqa: E501 (whole rows stand on one line)

import pytest

from tests.sql.given import check, rows, run_model

GROUPS = """
    group_id  value  n_present  n_members
    nation    1000   31         31
    east      550    10         10
    west      450    21         21
    delta     200    3          3
"""
SETS = """
    set_id          group_id  is_partition
    halves          east      true
    halves          west      true
    major_strategy  delta     false
"""
PRINTED = """
    region_id  value  basis_text
    000000     1010   census4
    110000     40     census4
"""


def reconciled(groups: str = GROUPS, printed: str = PRINTED, basis_text: str = "census4"):
    same = {"view_id": "latest", "indicator_id": "gdp", "period": 2020}
    return run_model(
        {
            "core/group_observations": rows(groups, membership="dated", basis_text=basis_text, **same),
            "core/group_sets": rows(SETS, membership="dated", period=2020),
            "core/groups": """
                group_id  group_kind
                nation    nation
                east      bloc
                west      bloc
                delta     major_strategy
            """,
            "core/region_values": rows(printed, **same),
            "core/regions": """
                region_id  region_level
                000000     country
                110000     province
            """,
            "core/indicators": """
                indicator_id  aggregation
                gdp           sum
                gdp_per_head  ratio
            """,
        },
        "metrics/reconciliation",
    )


def test_worked_example():
    # 550 + 450 - 1000 = 0; printed 1010 - 1000 = 10, one per cent. Overlapping zones are not added up
    check(
        reconciled(),
        """
        view_id  indicator_id  period  set_id  set_sum  nation_value  difference  printed_national_value  residual  residual_share
        latest   gdp           2020    halves  1000     1000          0           1010                    10        0.01
        """,
    )


def test_parts_that_do_not_add_up_show_their_difference():
    (row,) = reconciled(GROUPS.replace("550", "560"))
    assert row["difference"] == row["set_sum"] - row["nation_value"] == 10


def test_the_residual_is_never_spread_over_the_parts():
    (small,), (large,) = reconciled(), reconciled(printed=PRINTED.replace("1010", "2000"))
    for part in ("set_sum", "nation_value", "difference"):
        assert small[part] == large[part]
    assert large["residual"] == 1000


@pytest.mark.parametrize(
    ("printed", "basis_text"),
    [(PRINTED.replace("000000", "120000"), "census4"), (PRINTED, "census5")],
)
def test_a_national_figure_of_another_edition_is_no_residual(printed, basis_text):
    (row,) = reconciled(printed=printed, basis_text=basis_text)
    assert row["nation_value"] == 1000
    assert (row["printed_national_value"], row["residual"], row["residual_share"]) == (None,) * 3


def test_an_incomplete_nation_is_not_reconciled():
    assert reconciled(GROUPS.replace("31         31", "30         31")) == []
