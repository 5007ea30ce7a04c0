"""What must hold of gaps to the nation: one yardstick, four spellings of one distance."""

from expectations.suite import Rule, Suite, no_rows, value_or_reason

ROW = ("view_id", "membership", "indicator_id", "group_id", "period")
CELL = ", ".join(ROW)

SUITE = Suite(
    query="""
        select indicator_id, min(ratio) as lowest_ratio, max(ratio) as highest_ratio
        from metrics.gap_to_nation
        where ratio is not null
        group by indicator_id
    """,
    rules=(
        value_or_reason("metrics.gap_to_nation", ROW, "ratio"),
        no_rows(
            "ratios_are_positive",
            f"select {CELL}, value, reference_value, ratio from metrics.gap_to_nation"
            " where ratio <= 0 or not isfinite(ratio)",
            "what is compared is per head, a share or an income: positive in every group, so that the log"
            " gap exists",
        ),
        no_rows(
            "the_yardstick_is_the_nation",
            f"""
            select {CELL}, reference_id
            from metrics.gap_to_nation
            where reference_id not in (select group_id from core.groups where group_kind = 'nation')
                or group_id = reference_id
            """,
            "the nation against itself says nothing, another yardstick is another measure",
        ),
        no_rows(
            "one_yardstick_for_all",
            """
            select view_id, indicator_id, period, count(distinct reference_value) as n
            from metrics.gap_to_nation
            group by all
            having count(distinct reference_value) > 1
                or count(reference_value) not in (0, count(*))
            """,
            "groups can be compared with each other because they are measured against the same number",
        ),
        no_rows(
            "blocs_lie_on_both_sides",
            """
            select
                gaps.view_id, gaps.indicator_id, gaps.period,
                min(gaps.ratio) as lowest, max(gaps.ratio) as highest
            from metrics.gap_to_nation as gaps
            inner join core.groups on gaps.group_id = groups.group_id
            where groups.partition_id = 'nbs4' and gaps.ratio is not null
            group by all
            having count(*) = 4 and (min(gaps.ratio) > 1 + 1e-9 or max(gaps.ratio) < 1 - 1e-9)
            """,
            "the nation is a weighted mean of its four blocs, so they cannot all lie above or below it",
        ),
        no_rows(
            "whoever_is_the_nation_has_no_gap",
            f"""
            with sizes as (
                select group_id, membership, period, count(*) as n
                from core.group_members
                group by all
            ),

            nation_members as (
                select distinct members.region_id
                from core.group_members as members
                inner join core.groups on members.group_id = groups.group_id
                where groups.group_kind = 'nation'
            ),

            whole as (
                select members.group_id, members.membership, members.period
                from core.group_members as members
                inner join nation_members on members.region_id = nation_members.region_id
                inner join sizes
                    on members.group_id = sizes.group_id
                    and members.membership = sizes.membership
                    and members.period = sizes.period
                group by all
                having count(*) = any_value(sizes.n)
                    and count(*) = (select count(*) from nation_members)
            )

            select {CELL}, ratio
            from metrics.gap_to_nation
            semi join whole using (group_id, membership, period)
            where abs(ratio - 1) > 1e-9
            """,
            "a group of all 31 units is the nation by another name; none is drawn so wide today",
        ),
        no_rows(
            "four_spellings_of_one_distance",
            f"""
            select {CELL}, ratio, absolute_gap, relative_gap, log_gap
            from metrics.gap_to_nation
            where ratio is not null and coalesce(
                abs(relative_gap - (1 - ratio)) > 1e-9
                    or abs(log_gap + ln(ratio)) > 1e-9
                    or abs(absolute_gap - (reference_value - value)) > 1e-9 * abs(reference_value),
                true
            )
            """,
            "ratio, relative, absolute and log gap are computed from the same two numbers",
        ),
        Rule(
            "no_group_is_hopelessly_low",
            "ExpectColumnValuesToBeBetween",
            "0.015 was the lowest ratio, technology contracts per GDP in Hainan in 2014; below 0.01 it"
            " is a matter of units",
            {"column": "lowest_ratio", "min_value": 0.01},
            is_critical=False,
        ),
        Rule(
            "no_group_is_impossibly_high",
            "ExpectColumnValuesToBeBetween",
            "5.6 was the highest ratio, GDP per head of the Greater Bay Area in 2001; above 10 it is a matter"
            " of units",
            {"column": "highest_ratio", "max_value": 10},
            is_critical=False,
        ),
    ),
)
