"""core/group_observations: when a group has a value, and what is said when it has none."""

from typing import Any

import pytest

from tests.sql.given import check, rows, run_model

INDICATORS = """
    indicator_id  unit_id         aggregation     min_coverage  plausible_min  is_compared
    gdp           cny_100m        sum             0.98          15             false
    balance       cny_100m        sum             0.98          -              false
    gdp_per_head  cny_per_person  ratio           0.95          800            true
    population    persons_10k     period_average  0.98          30             false
    household     persons         none            -             1              true
    counts        items           none            -             -              false
"""
GROUPS = "group_id  partial_rule\nbloc  whole\nzone  bounds\nbay  whole"
# the poorest and the richest region published for the period bound what missing members can be
RANGE = """
    indicator_id  value
    gdp           1
    gdp_per_head  20
    gdp_per_head  180
    balance       -5
    population    3
    household     2
"""
PUBLISHED = [row for year in (2017, 2018, 2020) for row in rows(RANGE, view_id="latest", period=year)]
USUAL = {
    "view_id": "latest",
    "membership": "dated",
    "n_members": 3,
    "n_present": 3,
    "is_whole": True,
    "is_every_numerator_known": True,
    "is_mixed_basis": False,
    "basis_text": "census4",
    "source_text": "nbs",
    "is_weakly_attributed": False,
}


def observations(sums: str, **different: Any):
    return run_model(
        {
            "core/group_sums": [row | different for row in rows(sums, **USUAL)],
            "core/group_reach": "group_id  is_within_nation\nbloc  true\nzone  true\nbay  false",
            "core/known_breaks": "indicator_id  period\nbalance  2018",
            "core/region_values": PUBLISHED,
            "reference/groups": GROUPS,
            "reference/indicators": INDICATORS,
        },
        "core/group_observations",
    )


def observation(sums: str, **different: Any):
    header = "indicator_id  group_id  period  coverage  numerator  denominator  full_members_numerator"
    return observations(f"{header}\n{sums}", **different)[0]


def test_values_of_whole_groups():
    # a sum is its numerator; a ratio 14800 / 200 = 74; without rule of aggregation there is no value
    given = """
        indicator_id  group_id  period  coverage  numerator  denominator  full_members_numerator
        gdp           bloc      2020    1         1480       -            1480
        gdp_per_head  bloc      2020    1         14800      200          14800
        population    bloc      2020    1         200        -            200
        counts        bloc      2020    1         9          -            9
        household     bloc      2020    1         -          -            -
    """
    check(
        observations(given),
        """
        indicator_id  value  unit_id         null_reason     lower_bound  upper_bound  has_break
        gdp           1480   cny_100m        -               1480         1480         false
        gdp_per_head  74     cny_per_person  -               74           74           false
        household     -      persons         not_aggregated  -            -            false
        population    200    persons_10k     -               200          200          false
        """,
    )


def test_without_tibet_the_nation_has_a_value_and_bounds():
    # 98 % of the residents are there, 95 % are asked for; the missing 2 % lie between 20 and 180:
    # 0.98 x 75 + 0.02 x 20 = 73.9, 0.98 x 75 + 0.02 x 180 = 77.1
    given = """
        indicator_id  group_id  period  coverage  numerator  denominator  full_members_numerator
        gdp           bloc      2020    0.98      1461       -            1461
        gdp_per_head  bloc      2020    0.98      14700      196          14700
    """
    check(
        observations(given, n_present=2),
        """
        indicator_id  value  null_reason  lower_bound  upper_bound
        gdp           1461   -            1461         -
        gdp_per_head  75     -            73.9         77.1
        """,
    )


def test_without_guangdong_there_is_no_value_but_bounds():
    # 37 %: a sum is at least what is there; the mean 3700 / 74 = 50 lies within
    # 0.37 x 50 + 0.63 x 20 = 31.1 and 0.37 x 50 + 0.63 x 180 = 131.9
    given = """
        indicator_id  group_id  period  coverage  numerator  denominator  full_members_numerator
        balance       bloc      2020    0.37      -12        -            -12
        gdp           bloc      2020    0.37      380        -            380
        gdp_per_head  bloc      2020    0.37      3700       74           3700
    """
    check(
        observations(given, n_present=2),
        """
        indicator_id  value  null_reason             lower_bound  upper_bound
        balance       -      coverage_below_minimum  -            -
        gdp           -      coverage_below_minimum  380          -
        gdp_per_head  -      coverage_below_minimum  31.1         131.9
        """,
    )


def test_with_a_member_abroad_nobody_may_be_missing():
    # 99 % would do for a group inside the nation; the nine provinces are not the "9+2"
    given = """
        indicator_id  group_id  period  coverage  numerator  denominator  full_members_numerator
        gdp           bay       2020    0.99      1461       -            1461
        gdp           bloc      2020    0.99      1461       -            1461
        gdp_per_head  bay       2020    0.99      14850      198          14850
    """
    check(
        observations(given, n_present=2),
        """
        indicator_id  group_id  value  null_reason             lower_bound  upper_bound
        gdp           bay       -      coverage_below_minimum  1461         -
        gdp           bloc      1461   -                       1461         -
        gdp_per_head  bay       -      coverage_below_minimum  74.45        76.05
        """,
    )


def test_with_a_member_abroad_and_nobody_missing_there_is_a_value():
    found = observation("gdp  bay  2020  1  1480  -  1480")
    assert [found[name] for name in ("value", "lower_bound", "upper_bound")] == [1480] * 3


def test_partial_members_make_a_sum_an_interval_only_where_the_group_asks_for_it():
    # whole members give 1100, all members 1461: the zone has something in between
    given = """
        indicator_id  group_id  period  coverage  numerator  denominator  full_members_numerator
        gdp           bloc      2020    1         1461       -            1100
        gdp           zone      2020    1         1461       -            1100
    """
    check(
        observations(given, is_whole=False),
        """
        group_id  value  null_reason      lower_bound  upper_bound
        bloc      1461   -                1461         1461
        zone      -      partial_members  1100         1461
        """,
    )


def test_partial_members_only_are_bounded_from_below_by_zero():
    found = observation("gdp  zone  2020  1  361  -  -", is_whole=False)
    assert (found["lower_bound"], found["upper_bound"]) == (0, 361)


def test_a_mean_needs_the_weight_of_every_member_present():
    found = observation("gdp_per_head  bloc  2020  1  14800  200  14800", is_every_numerator_known=False)
    assert (found["value"], found["null_reason"]) == (None, "no_weight")


@pytest.mark.parametrize("withheld", [{"is_whole": False}, {"is_every_numerator_known": False}])
def test_a_withheld_mean_is_not_given_away_as_bounds_that_touch(withheld):
    # lower = upper = 74 would claim to know exactly what value = null declines to say
    found = observation("gdp_per_head  zone  2020  1  14800  200  14800", **withheld)
    assert found["value"] is None
    assert found["lower_bound"] is None or found["lower_bound"] < found["upper_bound"]


def test_zero_denominator():
    found = observation("gdp_per_head  bloc  2020  1  14800  0  14800")
    assert (found["value"], found["null_reason"]) == (None, "zero_denominator")


def test_a_break_is_a_change_of_basis_of_the_group():
    found = observations("""
        indicator_id  group_id  period  coverage  numerator  denominator  full_members_numerator  basis_text
        gdp           bloc      2017    1         1          -            1                       precensus4
        gdp           bloc      2018    1         2          -            2                       census4
        gdp           bloc      2020    1         3          -            3                       census4
        gdp           zone      2017    1         4          -            4                       census4
    """)
    assert [row["has_break"] for row in found] == [False, True, False, False]


def test_a_known_break_is_a_break_of_its_own_indicator_whatever_the_basis():
    seen = ("balance  bloc  2018", "balance  bloc  2017", "gdp  bloc  2018")
    assert [observation(f"{row}  1  9  -  9")["has_break"] for row in seen] == [True, False, False]
