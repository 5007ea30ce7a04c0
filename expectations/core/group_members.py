"""What must hold of memberships: the official sizes, and weights to judge coverage with."""

from expectations.suite import Rule, Suite, no_rows

SUITE = Suite(
    query="select group_id, membership, period, count(*) as n, count(region_weight) as n_weighed"
    " from core.group_members group by all",
    rules=(
        no_rows(
            "official_sizes",
            """
            select sizes.group_id, sizes.n_expected, counted.membership, counted.period, counted.n
            from (
                values
                    ('bloc_east', 10), ('bloc_central', 6), ('bloc_west', 12), ('bloc_northeast', 3),
                    ('national31', 31), ('gba', 11), ('gba9', 9)
            ) as sizes (group_id, n_expected)
            inner join (
                select group_id, membership, period, count(*) as n
                from core.group_members
                group by all
            ) as counted on sizes.group_id = counted.group_id
            where counted.n <> sizes.n_expected
            """,
            "the statistics bureau's blocs have 10, 6, 12 and 3 units, the nation 31, the Greater Bay"
            " Area nine cities and two special administrative regions, in every year",
        ),
        no_rows(
            "gba_cities_lie_in_guangdong",
            """
            select group_id, membership, period, region_id
            from core.group_members
            where group_id = 'gba9' and (region_id not like '44%' or region_id = '440000')
            """,
            "the nine mainland cities of the bay area are part of Guangdong; the province is not a stand-in"
            " for them",
        ),
        no_rows(
            "every_member_has_a_weight",
            "select distinct group_id, region_id from core.group_members"
            " where region_weight is null or region_weight <= 0",
            "coverage is a share of weight: a member without one would count as present for nothing",
        ),
        Rule(
            "membership_rule_is_known",
            "ExpectColumnValuesToBeInSet",
            "two ways of counting who belongs; every later table repeats these words",
            {"column": "membership", "value_set": ["dated", "fixed"]},
        ),
    ),
)
