"""What must hold of measures of inequality, side by side: each within the range its formula allows."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows, value_or_reason

ROW = ("view_id", "membership", "indicator_id", "group_id", "period", "measure_id", "weighting")
CELL = ", ".join(ROW)

SUITE = Suite(
    query="""
        select measure_id, weighting, method_id, min(value) as lowest, min(n_present) as fewest
        from marts.inequality
        group by all
    """,
    rules=(
        value_or_reason("marts.inequality", ROW),
        Rule(
            "measures_are_not_negative",
            "ExpectColumnValuesToBeBetween",
            "equal members give 0, whose last digit may say -1e-16",
            {"column": "lowest", "min_value": -1e-12},
        ),
        Rule(
            "it_takes_two",
            "ExpectColumnValuesToBeBetween",
            "one member alone is equal to itself: a zero that says nothing",
            {"column": "fewest", "min_value": 2},
        ),
        Rule(
            "measure_is_known",
            "ExpectColumnValuesToBeInSet",
            "five measures, each with a method card and a name in three languages",
            {
                "column": "measure_id",
                "value_set": ["coefficient_of_variation", "sd_log", "gini", "theil_t", "theil_l"],
            },
        ),
        Rule(
            "weighting_is_known",
            "ExpectColumnValuesToBeInSet",
            "either every member counts alike or by its people; the two must never be mixed in a line",
            {"column": "weighting", "value_set": ["weighted", "unweighted"]},
        ),
        no_rows(
            "gini_is_below_one",
            f"select {CELL}, value from marts.inequality where measure_id = 'gini' and value >= 1",
            "one member holding everything is the limit; 0.74 was the largest observed",
        ),
        no_rows(
            "unweighted_theil_is_below_its_limit",
            f"select {CELL}, value, n_present from marts.inequality"
            " where measure_id = 'theil_t' and weighting = 'unweighted'"
            " and value > ln(n_present) + 1e-9",
            "ln n is reached when one of n equal members holds everything; weighted, a small rich member"
            " may exceed it",
        ),
        no_rows(
            "present_members_are_members",
            f"select {CELL}, n_present, n_members from marts.inequality where n_present > n_members",
            "more regions than the group has means a join gone wrong",
        ),
        labels_complete("marts.inequality", "group_name", "group_short_name", *INDICATOR_LABELS, "view_name"),
    ),
)
