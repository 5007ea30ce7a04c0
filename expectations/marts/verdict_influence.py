"""What must hold of verdicts without one member: every member once, the whole's range, honest words."""

from expectations.suite import Rule, Suite, labels_complete, no_rows

ROW = ("view_id", "indicator_id", "group_id", "membership", "window_id", "weighting", "left_out_region_id")
CELL = ", ".join(ROW)
WINDOW = ", ".join(ROW[:-1])
TABLE = "marts.verdict_influence"

SUITE = Suite(
    query=f"select distinct verdict from {TABLE}",
    rules=(
        Rule(
            "verdict_is_known",
            "ExpectColumnValuesToBeInSet",
            "a window with a break has no rows here; the other words are those of the whole",
            {
                "column": "verdict",
                "value_set": [
                    "converging",
                    "diverging",
                    "inconclusive",
                    "too few units",
                    "not testable (values)",
                ],
            },
        ),
        no_rows(
            "every_member_is_left_out_once",
            f"select {WINDOW}, count(*) as n_left_out, any_value(n_members) as n_members from {TABLE}"
            " group by all having count(*) <> any_value(n_members) + 1",
            "the members that stay and the one left out are the group",
        ),
        no_rows(
            "a_direction_rests_on_test_and_interval",
            f"""
            select {CELL}, verdict, p_value, log_change, log_change_low, log_change_high
            from {TABLE}
            where (verdict in ('converging', 'diverging')) is distinct from coalesce(
                p_value < 0.05 and (log_change_high < 0 or log_change_low > 0), false
            ) or (verdict = 'converging' and log_change >= 0) or (verdict = 'diverging' and log_change <= 0)
            """,
            "the same rule as for all members",
        ),
        no_rows(
            "the_change_is_that_of_the_levels",
            f"select {CELL}, sigma_start, sigma_end, log_change from {TABLE}"
            " where abs(ln(sigma_end / sigma_start) - log_change) > 1e-9",
            "the change is the one a reader can recompute from both ends",
        ),
        no_rows(
            "the_range_is_that_of_the_verdict",
            f"""
            select left_out.view_id, left_out.indicator_id, left_out.group_id, left_out.window_id,
                left_out.weighting, min(left_out.log_change) as lowest,
                max(left_out.log_change) as highest, any_value(verdicts.lowest_log_change) as said_lowest,
                any_value(verdicts.highest_log_change) as said_highest
            from {TABLE} as left_out
            inner join metrics.convergence_test as verdicts
                on left_out.view_id = verdicts.view_id
                and left_out.indicator_id = verdicts.indicator_id
                and left_out.group_id = verdicts.group_id
                and left_out.window_id = verdicts.window_id
                and left_out.weighting = verdicts.weighting
            group by all
            having abs(lowest - said_lowest) > 1e-9 or abs(highest - said_highest) > 1e-9
            """,
            "two tables must not say different things about the same members",
        ),
        no_rows(
            "another_verdict_is_marked",
            f"select {CELL}, verdict, whole_verdict, has_other_verdict from {TABLE}"
            " where has_other_verdict is distinct from (verdict <> whole_verdict)",
            "the mark is what a reader filters by",
        ),
        no_rows(
            "every_row_has_its_sentence",
            f"select {CELL} from {TABLE} where coalesce(statement_zh_hans, '') = ''"
            " or coalesce(statement_zh_hant, '') = '' or coalesce(statement_en, '') = ''"
            " or regexp_matches(statement_en, '[一-鿿]')",
            "the sentence is what an analyst prints, in any of three languages",
        ),
        labels_complete(
            TABLE, "group_short_name", "left_out_region_name", "indicator_name", "publisher", "view_name"
        ),
    ),
)
