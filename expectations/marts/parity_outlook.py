"""What must hold of outlooks: fans open upwards, never is said where the gap does not close."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows

ROW = ("view_id", "indicator_id", "group_id", "origin_period", "period")
CELL = ", ".join(ROW)
TABLE = "marts.parity_outlook"

SUITE = Suite(
    query=f"""
        select
            min(never_share) as lowest_share, max(never_share) as highest_share,
            avg(cast(observed_gap between gap_low and gap_high as integer)) as coverage,
            min(n_changes) as fewest
        from {TABLE}
    """,
    rules=(
        Rule(
            "trends_have_eight_changes",
            "ExpectColumnValuesToBeBetween",
            "fewer yearly changes leave the trend to chance",
            {"column": "fewest", "min_value": 8},
        ),
        Rule(
            "past_fans_held_what_came",
            "ExpectColumnValuesToBeBetween",
            "80% should lie within; below 60% over all series the fans would mislead",
            {"column": "coverage", "min_value": 0.6},
            is_critical=False,
        ),
        no_rows(
            "quantiles_ascend",
            f"select {CELL}, gap_low, gap_median, gap_high from {TABLE}"
            " where gap_low > gap_high or gap_low > gap_lower_quartile or gap_lower_quartile > gap_median"
            " or gap_median > gap_upper_quartile or gap_upper_quartile > gap_high",
            "a fan whose lines cross is not one",
        ),
        no_rows(
            "never_is_said_where_the_gap_does_not_close",
            f"select {CELL}, yearly_change, years_to_parity, verdict from {TABLE}"
            " where log_gap > 0 and ("
            " (verdict = 'never at the current trend') <> (yearly_change >= 0)"
            " or (years_to_parity is null) <> (yearly_change >= 0))",
            "a gap that stands still or widens is not closed by waiting",
        ),
        no_rows(
            "years_are_gap_over_closing",
            f"select {CELL}, log_gap, yearly_change, years_to_parity from {TABLE}"
            " where abs(years_to_parity * -yearly_change - log_gap) > 1e-9",
            "a reader can recompute the years from the gap and its yearly change",
        ),
        no_rows(
            "the_gap_is_turned_to_be_positive",
            f"select {CELL}, log_gap from {TABLE} where log_gap < 0",
            "a group above the nation has its gap turned round, 0 is parity for all",
        ),
        labels_complete(TABLE, "group_short_name", *INDICATOR_LABELS, "view_name"),
    ),
)
