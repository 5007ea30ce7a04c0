"""What must hold of a group's latest standing: ranks, shares and words that fit its numbers."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows

ROW = "group_id, indicator_id, period"

SUITE = Suite(
    query="select value, standing, share_of_nation, coverage from marts.group_profile",
    rules=(
        Rule(
            "every_standing_has_a_value",
            "ExpectColumnValuesToNotBeNull",
            "the newest period with a value is shown, so there is one",
            {"column": "value"},
        ),
        Rule(
            "standing_is_known",
            "ExpectColumnValuesToBeInSet",
            "three words, each with a sentence in three languages",
            {"column": "standing", "value_set": ["better", "worse", "neutral"]},
        ),
        Rule(
            "shares_are_shares",
            "ExpectColumnValuesToBeBetween",
            "a part of the nation is between nothing and all of it; the nation's own is 1",
            {"column": "share_of_nation", "min_value": 0, "max_value": 1 + 1e-9},
        ),
        Rule(
            "coverage_is_a_share",
            "ExpectColumnValuesToBeBetween",
            "a value needs members, and not more than there are",
            {"column": "coverage", "min_value": 0, "max_value": 1, "strict_min": True},
        ),
        no_rows(
            "ranks_are_within_the_ranked",
            f"select {ROW}, value_rank, n_ranked from marts.group_profile"
            " where coalesce(value_rank not between 1 and n_ranked, true)",
            "third of four makes a sentence, fifth of four does not",
        ),
        no_rows(
            "change_or_the_reason_for_none",
            f"select {ROW}, change_since_earlier, change_null_reason from marts.group_profile"
            " where (change_since_earlier is null) = (change_null_reason is null)",
            "growth across a break is refused, and the refusal is said",
        ),
        no_rows(
            "the_word_fits_the_number",
            f"""
            select {ROW}, standing, ratio_to_nation, polarity
            from marts.group_profile
            where standing <> 'neutral' and (
                polarity = 'neutral'
                or ratio_to_nation is null
                or (standing = 'better') <> ((ratio_to_nation >= 1) = (polarity = 'higher'))
            )
            """,
            "less pollution than the nation is better, less income is not",
        ),
        labels_complete("marts.group_profile", "group_name", "group_short_name", *INDICATOR_LABELS),
    ),
)
