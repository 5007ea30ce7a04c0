"""What must hold of windows: beta and sigma belong to one panel, and changes are ends less starts."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows

ROW = ("view_id", "indicator_id", "group_id", "period_start", "period_end")
CELL = ", ".join(ROW)

SUITE = Suite(
    query="""
        select indicator_id, min(n_members) as fewest, min(p_value) as lowest_p, max(p_value) as highest_p
        from marts.convergence_windows
        group by all
    """,
    rules=(
        Rule(
            "at_least_five_members",
            "ExpectColumnValuesToBeBetween",
            "a regression or a dispersion of four members says less than the members themselves",
            {"column": "fewest", "min_value": 5},
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
            f"select {CELL} from marts.convergence_windows where period_start >= period_end",
            "the start of a window is before its end",
        ),
        no_rows(
            "sigma_change_is_end_less_start",
            f"select {CELL}, sigma_start, sigma_end, sigma_change from marts.convergence_windows"
            " where abs(sigma_end - sigma_start - sigma_change) > 1e-12"
            " or abs(weighted_sigma_end - weighted_sigma_start - weighted_sigma_change) > 1e-12",
            "a heat map of changes must agree with the levels beside it",
        ),
        no_rows(
            "windows_that_meet_agree",
            """
            select
                earlier.view_id, earlier.indicator_id, earlier.group_id, earlier.period_start,
                earlier.period_end, later.period_end as later_end
            from marts.convergence_windows as earlier
            inner join marts.convergence_windows as later
                on earlier.view_id = later.view_id
                and earlier.indicator_id = later.indicator_id
                and earlier.group_id = later.group_id
                and earlier.period_end = later.period_start
            where abs(earlier.sigma_end - later.sigma_start) > 1e-12
            """,
            "where one window ends and the next begins the dispersion is one number",
        ),
        no_rows(
            "sigma_cannot_fall_without_beta",
            f"select {CELL}, beta, sigma_start, sigma_end from marts.convergence_windows"
            " where beta > 1e-12 and sigma_end < sigma_start - 1e-12",
            "beta convergence is necessary for sigma convergence (Young, Higgins and Levy 2008): both are of"
            " the same unweighted logs",
        ),
        labels_complete("marts.convergence_windows", "group_short_name", *INDICATOR_LABELS, "view_name"),
    ),
)
