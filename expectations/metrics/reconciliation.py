"""Whether parts add up to the whole, and how far the whole is from the figure in print."""

from expectations.suite import Rule, Suite, few_rows, no_rows

SUITE = Suite(
    query="""
        select indicator_id, min(residual_share) as lowest_residual, max(residual_share) as highest_residual
        from metrics.reconciliation
        where residual_share is not null
        group by indicator_id
    """,
    rules=(
        no_rows(
            "groups_add_up_to_the_nation",
            """
            select view_id, indicator_id, period, set_id, set_sum, nation_value, difference
            from metrics.reconciliation
            where coalesce(abs(set_sum - nation_value) > 1e-9 * abs(nation_value), true)
            """,
            "the groups of a partition hold the same 31 units as the nation, each once; only the order of"
            " adding differs, which moved sums by 7e-16 of their size",
        ),
        no_rows(
            "nbs4_is_reconciled_everywhere",
            """
            select view_id, indicator_id, period
            from metrics.reconciliation
            where 'nbs4' in (select partition_id from core.groups)
            group by all
            having count(*) filter (set_id = 'nbs4') <> 1
            """,
            "whatever is complete for 31 units must add up by the four blocs, in every year",
        ),
        no_rows(
            "the_residual_is_carried",
            """
            select view_id, indicator_id, period, set_id, printed_national_value, nation_value, residual
            from metrics.reconciliation
            where (printed_national_value is null) <> (residual is null)
                or abs(printed_national_value - nation_value - residual)
                    > 1e-9 * abs(printed_national_value)
            """,
            "the difference from the printed national figure is shown, never spread over the provinces",
        ),
        few_rows(
            "residuals_above_five_percent_are_known",
            """
            select view_id, indicator_id, period, printed_national_value, nation_value, residual_share
            from metrics.reconciliation
            where set_id = 'nbs4' and abs(residual_share) > 0.05
            order by abs(residual_share) desc
            """,
            "46 rows of four series, technology contracts bought and patents: their national figure"
            " includes buyers and applicants who sit in none of the 31 units",
            known=46,
        ),
        Rule(
            "the_printed_total_is_not_smaller",
            "ExpectColumnValuesToBeBetween",
            "rounded provinces exceeded the printed total by 0.02 % at most (profits of high technology"
            " firms, 2010 to 2023)",
            {"column": "lowest_residual", "min_value": -0.0005},
            is_critical=False,
        ),
        Rule(
            "the_printed_total_is_not_far_away",
            "ExpectColumnValuesToBeBetween",
            "28.4 % for technology contracts bought in 2010 was the largest residual",
            {"column": "highest_residual", "max_value": 0.3},
            is_critical=False,
        ),
    ),
)
