"""What must hold of provincial gaps: ranked among those present, measured against one nation."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows

ROW = "view_id, indicator_id, region_id, period"

SUITE = Suite(
    query="""
        select indicator_id, min(value_rank) as first_rank, max(value_rank) as last_rank, min(ratio) as lowest
        from marts.province_gap
        group by indicator_id
    """,
    rules=(
        no_rows(
            "every_row_has_a_value",
            f"select {ROW}, value from marts.province_gap where value is null or not isfinite(value)",
            "a province without a figure has no row; coverage says who is missing",
        ),
        no_rows(
            "a_gap_wherever_there_is_a_nation",
            f"select {ROW}, reference_value, ratio from marts.province_gap"
            " where (reference_value is null) <> (ratio is null)",
            "where too few provinces report there is no national value, hence no gap, and only there",
        ),
        no_rows(
            "ranks_are_within_the_ranked",
            f"""
            select {ROW}, value_rank, n_ranked
            from (
                select *, count(value_rank) over (partition by view_id, indicator_id, period) as n_ranked
                from marts.province_gap
            )
            where value_rank not between 1 and n_ranked
            """,
            "a rank beyond the number of units ranked means units fell out after ranking",
        ),
        Rule(
            "somebody_is_first",
            "ExpectColumnValuesToBeInSet",
            "rank 1 is the highest value; a list that starts at 2 lost its first",
            {"column": "first_rank", "value_set": [1]},
        ),
        Rule(
            "at_most_31_are_ranked",
            "ExpectColumnValuesToBeBetween",
            "the 31 units of the nation are ranked; Hong Kong and Macao stand beside them without a rank",
            {"column": "last_rank", "min_value": 1, "max_value": 31},
        ),
        Rule(
            "ratios_are_not_negative",
            "ExpectColumnValuesToBeBetween",
            "what is compared is not negative; Tibet's few kilometres of expressway round to a ratio of 0",
            {"column": "lowest", "min_value": 0},
        ),
        no_rows(
            "the_nation_lies_between_its_provinces",
            """
            with units as (
                select distinct members.region_id
                from core.group_members as members
                inner join core.groups on members.group_id = groups.group_id
                where groups.group_kind = 'nation'
            )
            select
                gaps.view_id, gaps.indicator_id, gaps.period, max(gaps.reference_value) as nation,
                min(gaps.value) as lowest, max(gaps.value) as highest
            from marts.province_gap as gaps
            semi join units on gaps.region_id = units.region_id
            group by all
            having count(*) = (select count(*) from units) and (
                max(gaps.reference_value) < min(gaps.value) * (1 - 1e-9)
                or max(gaps.reference_value) > max(gaps.value) * (1 + 1e-9)
            )
            """,
            "a weighted mean of all units cannot lie outside them",
        ),
        labels_complete(
            "marts.province_gap", "region_name", "region_short_name", *INDICATOR_LABELS, "view_name"
        ),
    ),
)
