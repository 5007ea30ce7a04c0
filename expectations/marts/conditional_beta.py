"""What must hold of conditional betas: figures or a reason, and one unconditional beta a window."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows

ROW = ("view_id", "indicator_id", "group_id", "conditioning_set_id", "period_start", "period_end")
CELL = ", ".join(ROW)

SUITE = Suite(
    query="""
        select
            indicator_id,
            min(n_members - n_controls - 2) filter (beta is not null) as spare,
            min(p_value) as lowest_p,
            max(p_value) as highest_p
        from marts.conditional_beta
        group by all
    """,
    rules=(
        Rule(
            "at_least_ten_regions_beyond_the_coefficients",
            "ExpectColumnValuesToBeBetween",
            "with fewer one region decides, and robust errors are far too small",
            {"column": "spare", "min_value": 10},
        ),
        Rule(
            "p_is_a_probability_from_below",
            "ExpectColumnValuesToBeBetween",
            "a negative p means a wrong distribution",
            {"column": "lowest_p", "min_value": 0},
        ),
        Rule(
            "p_is_a_probability_from_above",
            "ExpectColumnValuesToBeBetween",
            "two tails add to 1 at most",
            {"column": "highest_p", "max_value": 1},
        ),
        no_rows(
            "windows_go_forward",
            f"select {CELL} from marts.conditional_beta where period_start >= period_end",
            "the start of a window is before its end",
        ),
        no_rows(
            "figures_or_a_reason",
            f"select {CELL}, beta, unconditional_beta, null_reason from marts.conditional_beta"
            " where (beta is null) <> (null_reason is not null)"
            " or (beta is null) <> (unconditional_beta is null)",
            "both betas are of the same regions, so there are both or neither, and without them a reason",
        ),
        no_rows(
            "one_unconditional_beta_a_window",
            "select view_id, indicator_id, group_id, period_start, period_end,"
            " min(unconditional_beta) as lowest, max(unconditional_beta) as highest"
            " from marts.conditional_beta group by all"
            " having max(unconditional_beta) - min(unconditional_beta) > 1e-12",
            "without controls the set of controls cannot matter",
        ),
        no_rows(
            "errors_are_above_zero",
            f"select {CELL}, standard_error, hc3_standard_error from marts.conditional_beta"
            " where least(standard_error, hc3_standard_error, unconditional_standard_error) <= 0",
            "an exact fit of regions' growth does not happen",
        ),
        no_rows(
            "controls_inflate_variance",
            f"select {CELL}, variance_inflation from marts.conditional_beta"
            " where variance_inflation < 1 - 1e-9",
            "a variance inflation below 1 means columns that are not what they are said to be",
        ),
        labels_complete(
            "marts.conditional_beta",
            "control_names",
            "group_short_name",
            *INDICATOR_LABELS,
            "view_name",
        ),
    ),
)
