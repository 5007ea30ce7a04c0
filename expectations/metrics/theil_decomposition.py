"""What must hold of a decomposition: its parts make the whole, and only partitions have one."""

from expectations.suite import Rule, Suite, no_rows, value_or_reason

ROW = ("view_id", "membership", "indicator_id", "set_id", "period", "weighting", "index_id")
CELL = ", ".join(ROW)

SUITE = Suite(
    query="""
        select
            set_id,
            index_id,
            weighting,
            min(within_groups) as lowest_within,
            min(between_groups) as lowest_between,
            min(between_share) as lowest_share,
            max(between_share) as highest_share,
        from metrics.theil_decomposition
        group by all
    """,
    rules=(
        value_or_reason("metrics.theil_decomposition", ROW),
        no_rows(
            "between_and_within_make_the_total",
            f"select {CELL}, value, between_groups, within_groups from metrics.theil_decomposition"
            " where abs(value - between_groups - within_groups) > 1e-12",
            "the decomposition is exact; 1e-16 was observed",
        ),
        no_rows(
            "every_partition_has_the_same_total",
            """
            select
                view_id, membership, indicator_id, period, weighting, index_id,
                min(value) as lowest, max(value) as highest
            from metrics.theil_decomposition
            where n_members = (
                select count(distinct members.region_id)
                from core.group_members as members
                inner join core.groups on members.group_id = groups.group_id
                where groups.group_kind = 'nation'
            )
            group by all
            having max(value) - min(value) > 1e-12 + 1e-9 * abs(max(value))
            """,
            "however the 31 units are parted, the inequality between them is one number; partitions"
            " differed by 2e-15",
        ),
        no_rows(
            "overlapping_sets_are_refused",
            f"""
            select {CELL}, value, null_reason
            from metrics.theil_decomposition
            where set_id in (
                    select set_id from core.group_sets
                    group by set_id having not bool_or(is_partition)
                )
                and (value is not null or null_reason not like 'not_a_partition%')
            """,
            "a unit in two zones would be counted twice, one in none never; the row names what to use"
            " instead",
        ),
        no_rows(
            "strategies_are_refused_by_name",
            """
            select distinct sets.membership
            from core.group_sets as sets
            anti join metrics.theil_decomposition as refused
                on sets.set_id = refused.set_id and sets.membership = refused.membership
            where sets.set_id = 'major_strategy'
            """,
            "somebody will ask for it: the refusal must be there to be found, not a missing row",
        ),
        Rule(
            "within_is_not_negative",
            "ExpectColumnValuesToBeBetween",
            "inequality inside groups is at least none; the last digit may say -1e-16",
            {"column": "lowest_within", "min_value": -1e-12},
        ),
        Rule(
            "between_is_not_negative",
            "ExpectColumnValuesToBeBetween",
            "inequality between groups is at least none; -4e-16 was observed where means are equal",
            {"column": "lowest_between", "min_value": -1e-12},
        ),
        Rule(
            "the_share_is_at_least_nothing",
            "ExpectColumnValuesToBeBetween",
            "-2e-13 was observed, the last digit of a between term of nothing",
            {"column": "lowest_share", "min_value": -1e-9},
        ),
        Rule(
            "the_share_is_at_most_everything",
            "ExpectColumnValuesToBeBetween",
            "0.87 was the largest part between groups",
            {"column": "highest_share", "max_value": 1 + 1e-9},
        ),
        Rule(
            "index_is_known",
            "ExpectColumnValuesToBeInSet",
            "only these two of the family split without a rest and with weights that mean something",
            {"column": "index_id", "value_set": ["theil_t", "theil_l"]},
        ),
    ),
)
