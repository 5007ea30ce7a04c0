"""metrics/claim_values: every measure worked, recomputed, invariant, and the reasons for none."""

# ruff: noqa: E501 (whole rows stand on one line)

import pytest

from tests.sql.given import check, rows, run_model

USUAL = {
    "position": 1,
    "subject_id": "east",
    "period_start": 2012,
    "period_end": 2021,
    "indicator_id": "gdp",
    "reference_id": None,
    "view_id": "first_print",
    "start_view_id": "first_print",
    "scale": 1.0,
}
GROUP_VALUES = """
    view_id      indicator_id  group_id  period  value  null_reason
    first_print  gdp           nation    2021    1000   -
    first_print  gdp           east      2012    300    -
    census4      gdp           east      2012    310    -
    first_print  gdp           east      2021    520    -
    first_print  gdp           west      2021    240    -
    first_print  gdp           zone      2021    -      partial_members
    first_print  growth_index  east      2021    108.1  -
"""
REGION_VALUES = """
    view_id      indicator_id  region_id  period  value
    first_print  gdp           000000     2021    1050
    first_print  gdp           110000     2021    40
    first_print  gdp           110000     2010    15
    first_print  growth_index  110000     2021    108.5
"""


def values(claims: str):
    given = [USUAL | row for row in rows(claims)]
    return run_model(
        {
            "core/claims": given,
            "core/group_observations": rows(GROUP_VALUES, membership="dated")
            + rows(GROUP_VALUES.replace("520", "999"), membership="fixed"),
            "core/region_values": REGION_VALUES,
        },
        "metrics/claim_values",
    )


def test_every_measure_worked():
    # share 100 x 520 / 1000 = 52; combined 100 x (520 + 240) / 1000 = 76; ratio 520 / 240;
    # change (520 - 300) / 10 = 22, with the start in its own view (520 - 310) / 10 = 21;
    # growth 108.1 - 100; level 520 / 10; combined (520 + 240) / 10 = 76; a single region 40
    check(
        values("""
            claim_id        measure         position  subject_id  indicator_id  reference_id  start_view_id  scale
            change          change          1         east        gdp           -             first_print    10
            change_of_view  change          1         east        gdp           -             census4        10
            combined        share_combined  1         east        gdp           nation        first_print    1
            combined        share_combined  2         west        gdp           nation        first_print    1
            growth          growth          1         east        growth_index  -             first_print    1
            level           level           1         east        gdp           -             first_print    10
            levels          combined_level  1         east        gdp           -             first_print    10
            levels          combined_level  2         west        gdp           -             first_print    10
            ratio           ratio           1         east        gdp           west          first_print    1
            region          level           1         110000      gdp           -             first_print    1
            share           share           1         east        gdp           nation        first_print    1
        """),
        """
        claim_id        value    null_reason
        change          22       -
        change_of_view  21       -
        combined        76       -
        growth          81/10    -
        level           52       -
        levels          76       -
        ratio           520/240  -
        region          40       -
        share           52       -
        """,
    )


def test_the_denominator_is_the_one_the_claim_names():
    # against the printed national figure the same share would be 100 x 520 / 1050 = 49.5
    found = values("""
        claim_id   measure  reference_id
        printed    share    000000
        provinces  share    nation
    """)
    assert [row["value"] for row in found] == pytest.approx([100 * 520 / 1050, 52], rel=1e-12)


def test_parts_of_a_combined_share_add_up():
    found = values("""
        claim_id  measure         position  subject_id  reference_id
        both      share_combined  1         east        nation
        both      share_combined  2         west        nation
        east      share           1         east        nation
        west      share           1         west        nation
    """)
    of = {row["claim_id"]: row["value"] for row in found}
    assert of["both"] == pytest.approx(of["east"] + of["west"], rel=1e-12)


def test_reasons_for_no_value():
    check(
        values("""
            claim_id      measure         position  subject_id  indicator_id  reference_id  period_start  period_end
            a_indicator   level           1         east        unheld        -             2012          2021
            b_period      level           1         east        gdp           -             2012          2024
            c_withheld    level           1         zone        gdp           -             2012          2021
            d_view        level           1         nowhere     gdp           -             2012          2021
            e_start       change          1         west        gdp           -             2012          2021
            f_reference   share           1         east        gdp           zone          2012          2021
            g_one_of_two  share_combined  1         east        gdp           nation        2012          2021
            g_one_of_two  share_combined  2         zone        gdp           nation        2012          2021
        """),
        """
        claim_id      value  null_reason
        a_indicator   -      indicator_not_held
        b_period      -      period_not_held: 2010-2021
        c_withheld    -      partial_members
        d_view        -      no_value_in_this_view
        e_start       -      no_value_at_start
        f_reference   -      no_value_of_reference
        g_one_of_two  -      partial_members
        """,
    )
