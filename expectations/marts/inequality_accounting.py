"""What must hold of the accounts of inequality: the groups' parts make the total, and refusals say why."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows, value_or_reason

ROW = (
    "view_id",
    "membership",
    "indicator_id",
    "set_id",
    "group_id",
    "period",
    "index_id",
    "weighting",
)
CELL = ", ".join(ROW)

SUITE = Suite(
    query="select distinct index_id, weighting, set_id from marts.inequality_accounting",
    rules=(
        value_or_reason("marts.inequality_accounting", ROW),
        no_rows(
            "between_and_within_make_the_value",
            f"select {CELL}, value, between_groups, within_groups from marts.inequality_accounting"
            " where abs(value - between_groups - within_groups) > 1e-12",
            "a stacked bar must be as high as its parts",
        ),
        no_rows(
            "groups_make_the_total",
            """
            select
                view_id, membership, indicator_id, set_id, period, index_id, weighting,
                sum(value) filter (group_id = 'all') as total,
                sum(value) filter (group_id <> 'all') as parts,
            from marts.inequality_accounting
            where value is not null
            group by all
            having coalesce(abs(total - parts) > 1e-9 + 1e-9 * abs(total), true)
            """,
            "contributions of the groups are shares of the total only when they add up to it",
        ),
        no_rows(
            "strategies_are_refused",
            f"select {CELL}, value from marts.inequality_accounting"
            " where set_id = 'major_strategy' and value is not null",
            "the major strategies overlap and leave provinces out; there is no account of them",
        ),
        Rule(
            "index_is_known",
            "ExpectColumnValuesToBeInSet",
            "Theil T and Theil L split without a rest",
            {"column": "index_id", "value_set": ["theil_t", "theil_l"]},
        ),
        Rule(
            "weighting_is_known",
            "ExpectColumnValuesToBeInSet",
            "either every member counts alike or by its people",
            {"column": "weighting", "value_set": ["weighted", "unweighted"]},
        ),
        labels_complete("marts.inequality_accounting", "group_short_name", where="group_id <> 'all'"),
        no_rows(
            "indicator_labels_in_three_languages",
            labels_complete("marts.inequality_accounting", *INDICATOR_LABELS, "view_name").query,
            "the row of the total has no group, but an indicator and a view like any other",
        ),
    ),
)
