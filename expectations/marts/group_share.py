"""What must hold of shares of the nation: parts of one whole, adding to it where they may be added."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows, value_or_reason

ROW = ("view_id", "membership", "indicator_id", "group_id", "period")

SUITE = Suite(
    query="""
        select
            indicator_id, group_id,
            min(share) as lowest_share, max(share) as highest_share, max(coverage) as highest_coverage,
        from marts.group_share
        group by all
    """,
    rules=(
        value_or_reason("marts.group_share", ROW, "share"),
        Rule(
            "shares_are_not_negative",
            "ExpectColumnValuesToBeBetween",
            "a part of the nation is at least nothing; 0.00003 was the smallest observed",
            {"column": "lowest_share", "min_value": 0},
        ),
        Rule(
            "shares_are_at_most_everything",
            "ExpectColumnValuesToBeBetween",
            "only the nation itself has 1; a group with Hong Kong stays far below",
            {"column": "highest_share", "max_value": 1 + 1e-9},
        ),
        Rule(
            "coverage_is_a_share",
            "ExpectColumnValuesToBeBetween",
            "charts print it as a percentage of the group's people",
            {"column": "highest_coverage", "min_value": 0, "max_value": 1, "strict_min": True},
        ),
        no_rows(
            "the_four_blocs_make_the_nation",
            """
            select view_id, membership, indicator_id, period, sum(share) as total
            from marts.group_share
            where partition_id = 'nbs4'
            group by all
            having count(share) = 4 and abs(sum(share) - 1) > 1e-9
            """,
            "the blocs hold the nation's 31 units, each once: their shares make a pie",
        ),
        no_rows(
            "the_nation_is_all_of_itself",
            """
            select view_id, membership, indicator_id, period, share
            from marts.group_share
            where group_kind = 'nation' and abs(share - 1) > 1e-12
            """,
            "the denominator is the sum of the 31 units, not the printed national figure",
        ),
        labels_complete("marts.group_share", "group_short_name", *INDICATOR_LABELS, "view_name"),
    ),
)
