"""core/group_reach: does 'the rest of the nation' mean anything for this group?"""

import pytest

from tests.sql.given import check, run_model


@pytest.mark.xfail(strict=True, reason="a parent outside the catalogue makes the test null, not false")
def test_members_must_lie_in_the_national_units():
    # cities and counties count through their province; Hong Kong and Shenzhen together do not
    check(
        run_model(
            {
                "core/group_members": """
                    group_id  period  region_id
                    nation    2020    440000
                    nation    2020    510000
                    west      2020    510000
                    west      2021    510000
                    delta     2020    440300
                    delta     2021    810000
                    counties  2020    510182
                    towns     2020    440300
                """,
                "core/groups": """
                    group_id  group_kind
                    nation    nation
                    west      bloc
                    delta     major_strategy
                    counties  other
                    towns     city_cluster
                """,
                "core/regions": """
                    region_id  parent_region_id
                    440000     000000
                    510000     000000
                    810000     000000
                    440300     440000
                    510100     510000
                    510182     510100
                """,
            },
            "core/group_reach",
        ),
        """
        group_id  is_within_nation
        counties  true
        delta     false
        nation    true
        towns     true
        west      true
        """,
    )
