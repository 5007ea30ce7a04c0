"""What must hold of the count of strategies per provincial unit: everybody listed, nothing counted twice."""

from expectations.suite import Rule, Suite, labels_complete, no_rows

SUITE = Suite(
    query="select membership, region_id, max(n_strategies) as most from marts.strategy_coverage group by all",
    rules=(
        no_rows(
            "every_unit_is_listed",
            """
            select memberships.membership, members.period, members.region_id
            from core.group_members as members
            inner join core.groups on members.group_id = groups.group_id
            cross join (values ('dated'), ('fixed')) as memberships (membership)
            anti join marts.strategy_coverage as listed
                on memberships.membership = listed.membership
                and members.period = listed.period
                and members.region_id = listed.region_id
            where groups.group_kind = 'nation'
            """,
            "a province that no strategy reaches is the finding, so it has a row with zero",
        ),
        no_rows(
            "the_count_is_the_list",
            """
            select membership, period, region_id, n_strategies, strategy_ids
            from marts.strategy_coverage
            where n_strategies <> len(list_distinct(string_split(nullif(strategy_ids, ''), ' ')))
                or (n_strategies > 0 and coalesce(strategy_ids, '') = '')
            """,
            "a strategy reaching three cities of a province counts once for it",
        ),
        no_rows(
            "todays_map_is_the_widest",
            """
            select dated.period, dated.region_id, dated.n_strategies, fixed.n_strategies as n_today
            from marts.strategy_coverage as dated
            inner join marts.strategy_coverage as fixed
                on dated.period = fixed.period and dated.region_id = fixed.region_id
            where dated.membership = 'dated' and fixed.membership = 'fixed'
                and dated.n_strategies > fixed.n_strategies
            """,
            "no province has left a major strategy so far; if one does, this is a warning to look at",
            is_critical=False,
        ),
        Rule(
            "nobody_is_in_more_than_there_are",
            "ExpectColumnValuesToBeBetween",
            "there are five major strategies; two for one province were the most observed",
            {"column": "most", "min_value": 0, "max_value": 5},
        ),
        labels_complete("marts.strategy_coverage", "region_short_name"),
    ),
)
