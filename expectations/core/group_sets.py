"""What must hold of sets of groups: which of them divide the nation without rest or overlap."""

from expectations.suite import Rule, Suite, few_rows, no_rows

SUITE = Suite(
    query="select distinct set_id, membership, is_partition from core.group_sets",
    rules=(
        no_rows(
            "nbs4_is_a_partition_in_every_year",
            """
            select members.period, sets.is_partition, sets.n_groups
            from (select distinct period from core.group_members) as members
            left join (
                select
                    period, bool_and(is_partition) as is_partition,
                    count(distinct group_id) as n_groups
                from core.group_sets
                where set_id = 'nbs4' and membership = 'dated'
                group by period
            ) as sets on members.period = sets.period
            where not coalesce(sets.is_partition, false)
                -- a pack for another country has other blocs
                and 'nbs4' in (select partition_id from core.groups)
            """,
            "the four blocs are the default answer to 'which parts?': every unit in one of them, always",
        ),
        no_rows(
            "strategies_are_never_a_partition",
            "select membership, period, group_id from core.group_sets"
            " where set_id = 'major_strategy' and is_partition",
            "the major strategies overlap (Shanghai is in two) and leave provinces out; shares of them"
            " may never be added",
        ),
        few_rows(
            "declared_partitions_divide_the_nation",
            """
            select distinct set_id, membership, period
            from core.group_sets
            where not is_partition and set_id in (select partition_id from core.groups)
            """,
            "only the three belts of 1986 fail, in 1986 to 1996: Chongqing was not yet a unit of its own"
            " and has no belt before 1997",
            known=11,
        ),
        no_rows(
            "partitions_do_not_change_within_a_year",
            "select set_id, membership, period from core.group_sets"
            " group by all having count(distinct is_partition) > 1",
            "the judgement is about the set, so all its groups carry the same",
        ),
        Rule(
            "every_set_is_judged",
            "ExpectColumnValuesToNotBeNull",
            "decompositions run where it is true and are refused where it is false; null would be neither",
            {"column": "is_partition"},
        ),
    ),
)
