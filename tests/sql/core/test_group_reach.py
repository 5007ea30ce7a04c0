"""core/group_reach: does 'the rest of the nation' mean anything for this group?"""

from tests.sql.given import Row, check, rows, run_model

GROUPS = """
    group_id  group_kind
    nation    nation
    west      bloc
    counties  other
    towns     city_cluster
    bay       major_strategy
    abroad    other
"""
REGIONS = """
    region_id  parent_region_id
    440000     100000
    510000     100000
    810000     100000
    440300     440000
    510100     510000
    510182     510100
"""
INSIDE = """
    group_id  period  region_id
    nation    2020    440000
    nation    2020    510000
    west      2020    510000
    west      2021    510000
    counties  2020    510182
    towns     2020    440300
"""


def reach(members: list[Row]):
    return run_model(
        {"core/group_members": members, "core/groups": GROUPS, "core/regions": REGIONS},
        "core/group_reach",
    )


def test_cities_and_counties_count_through_their_province():
    check(
        reach(rows(INSIDE)),
        """
        group_id  is_within_nation
        counties  true
        nation    true
        towns     true
        west      true
        """,
    )


def test_a_group_with_a_member_outside_is_not_within():
    # Hong Kong alone, and with Shenzhen: neither leaves a rest of the nation
    outside = rows("""
        group_id  period  region_id
        abroad    2020    810000
        bay       2020    440300
        bay       2020    810000
    """)
    found = {row["group_id"]: row["is_within_nation"] for row in reach(rows(INSIDE) + outside)}
    assert (found["abroad"], found["bay"]) == (False, False)
