"""core/group_sums: sums of the members that have a figure, and how much of the group they are."""

# ruff: noqa: E501 (whole rows stand on one line)

import pytest

from tests.sql.given import check, rows, run_model

MEMBERS = """
    group_id  period  region_id  coverage_kind  region_weight
    nation    2020    440000     full           126
    nation    2020    540000     full           4
    nation    2020    110000     full           70
    zone      2020    440000     full           126
    zone      2020    110000     partial        70
"""
VALUES = """
    region_id  period  numerator  denominator  basis_text         source_id  is_weakly_attributed
    440000     2020    1100       126          census4 / census7  nbs        false
    540000     2020    19         4            first / census7    nbs        false
    110000     2020    361        70           census4 / census7  statbj     true
    440000     2021    1200       127          census4 / census7  nbs        false
"""


def sums(values=VALUES, members=MEMBERS):
    if isinstance(values, str):
        values = rows(values, view_id="latest", indicator_id="gdp_per_head")
    return run_model(
        {"core/region_values": values, "core/group_members": rows(members, membership="dated")},
        "core/group_sums",
    )


def without(region_id: str):
    values = rows(VALUES, view_id="latest", indicator_id="gdp_per_head")
    return [row for row in values if row["region_id"] != region_id]


def test_sums_coverage_and_origins():
    # nation: 1100 + 19 + 361 = 1480 over 126 + 4 + 70 = 200; nobody is a member in 2021
    check(
        sums(),
        """
        group_id  period  n_members  n_present  coverage  is_whole  numerator  denominator  full_members_numerator  basis_text                           is_mixed_basis  source_text  is_weakly_attributed
        nation    2020    3          3          1         true      1480       200          1480                    census4 / census7 … first / census7  true            nbs, statbj  true
        zone      2020    2          2          1         false     1461       196          1100                    census4 / census7                    false           nbs, statbj  true
        """,
    )


@pytest.mark.parametrize(
    ("missing", "coverage"),
    # Tibet is 4 of 200 residents, Guangdong 126: a missing member counts by its people
    [("540000", 196 / 200), ("440000", 74 / 200)],
)
def test_coverage_is_measured_in_residents_not_in_members(missing, coverage):
    nation = sums(without(missing))[0]
    assert (nation["n_members"], nation["n_present"]) == (3, 2)
    assert nation["coverage"] == pytest.approx(coverage, rel=1e-12)


@pytest.mark.parametrize("order", [1, -1])
def test_coverage_is_exactly_one_when_nobody_is_missing(order):
    # 0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1 in doubles; the order of additions must not show
    members = rows(
        """
        region_id  region_weight
        110000     0.1
        440000     0.2
        540000     0.3
        """,
        group_id="nation",
        membership="dated",
        period=2020,
        coverage_kind="full",
    )
    given = {
        "core/region_values": rows(VALUES, view_id="latest", indicator_id="gdp_per_head")[::order],
        "core/group_members": members,
    }
    (nation,) = run_model(given, "core/group_sums")
    assert nation["coverage"] == 1.0


def test_a_member_without_a_numerator_is_named():
    values = rows(VALUES, view_id="latest", indicator_id="gdp_per_head")
    values[1]["numerator"] = None
    assert [row["is_every_numerator_known"] for row in sums(values)] == [False, True]


def test_independent_recomputation_and_order():
    values = rows(VALUES, view_id="latest", indicator_id="gdp_per_head")
    inside = [row for row in values if row["period"] == 2020]
    for given in (values, values[::-1]):
        nation = sums(given)[0]
        assert nation["numerator"] == sum(row["numerator"] for row in inside)
        assert nation["denominator"] == sum(row["denominator"] for row in inside)


def test_a_group_without_any_figure_has_no_row():
    found = sums([row for row in without("440000") if row["region_id"] != "110000"])
    assert [row["group_id"] for row in found] == ["nation"]
