"""What must hold of verdicts: each is what its evidence says, and nothing is said without evidence."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows

ROW = ("view_id", "indicator_id", "group_id", "window_id", "weighting")
CELL = ", ".join(ROW)
TABLE = "marts.convergence_verdicts"

SUITE = Suite(
    query=f"select distinct verdict, weighting, window_id from {TABLE}",
    rules=(
        no_rows(
            "every_row_has_a_word",
            f"select {CELL}, null_reason from {TABLE} where verdict is null",
            "a row without a word cannot be printed; the sixth word is for figures no test can be made of",
        ),
        no_rows(
            "values_that_cannot_be_tested_say_why",
            f"select {CELL}, verdict, null_reason from {TABLE}"
            " where (verdict = 'not testable (values)') <> (null_reason is not null)"
            " or (verdict = 'not testable (values)' and p_value is not null)",
            "no logarithm or no dispersion: the reason stands beside the word, and no other word has one",
        ),
        Rule(
            "verdict_is_known",
            "ExpectColumnValuesToBeInSet",
            "six words, each with a sentence in three languages",
            {
                "column": "verdict",
                "value_set": [
                    "converging",
                    "diverging",
                    "inconclusive",
                    "too few units",
                    "not testable (break)",
                    "not testable (values)",
                ],
            },
        ),
        no_rows(
            "a_direction_rests_on_test_and_interval",
            f"""
            select {CELL}, verdict, p_value, log_change, log_change_low, log_change_high
            from {TABLE}
            where (verdict in ('converging', 'diverging')) is distinct from coalesce(
                p_value < 0.05 and (log_change_high < 0 or log_change_low > 0), false
            ) and verdict is not null
            """,
            "a direction is printed only when the test rejects and the interval leaves out no change",
        ),
        no_rows(
            "the_word_has_the_direction_of_the_change",
            f"select {CELL}, verdict, log_change from {TABLE}"
            " where (verdict = 'converging' and log_change >= 0)"
            " or (verdict = 'diverging' and log_change <= 0)",
            "members draw closer where dispersion falls",
        ),
        no_rows(
            "small_groups_are_not_tested",
            f"select {CELL}, n_members, verdict from {TABLE}"
            " where (verdict = 'too few units') is distinct from (n_members < 5) and verdict is not null",
            "below five members there is no test, from five on there is no such excuse",
        ),
        no_rows(
            "no_test_across_a_break",
            f"select {CELL}, has_break, verdict from {TABLE} where has_break and p_value is not null",
            "a change of method in the window is no change between the members",
        ),
        no_rows(
            "the_change_is_that_of_the_levels",
            f"select {CELL}, sigma_start, sigma_end, log_change from {TABLE}"
            " where abs(ln(sigma_end / sigma_start) - log_change) > 1e-9",
            "the change the verdict is about is the one a reader can recompute from both ends",
        ),
        no_rows(
            "adjusted_p_is_not_smaller",
            f"select {CELL}, p_value, p_adjusted from {TABLE}"
            " where p_adjusted < p_value - 1e-12 or (p_value is null) <> (p_adjusted is null)",
            "adjusting for several tests can only make a finding rarer",
        ),
        no_rows(
            "every_verdict_has_its_sentence",
            f"select {CELL} from {TABLE} where ("
            "coalesce(statement_zh_hans, '') = '' or coalesce(statement_zh_hant, '') = ''"
            " or coalesce(statement_en, '') = '' or regexp_matches(statement_en, '[一-鿿]'))",
            "the sentence is what an analyst prints, in any of three languages",
        ),
        labels_complete(TABLE, "group_short_name", *INDICATOR_LABELS, "view_name"),
    ),
)
