"""What must hold of group gaps before they are drawn."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows, value_or_reason

ROW = ("view_id", "membership", "indicator_id", "group_id", "reference_id", "period")
CELL = ", ".join(ROW)

SUITE = Suite(
    query="""
        select
            reference_kind, method_id, polarity,
            min(coverage) as lowest_coverage, max(coverage) as highest_coverage,
        from marts.group_gap
        group by all
    """,
    rules=(
        value_or_reason("marts.group_gap", ROW, "ratio"),
        no_rows(
            "ratios_are_positive",
            f"select {CELL}, value, reference_value, ratio from marts.group_gap"
            " where ratio <= 0 or not isfinite(ratio)",
            "comparisons are drawn on a log axis too, where nothing and less have no place",
        ),
        no_rows(
            "both_directions_mirror_each_other",
            """
            select
                there.view_id, there.membership, there.indicator_id, there.group_id,
                there.reference_id, there.period, there.ratio, back.ratio as ratio_back
            from marts.group_gap as there
            inner join marts.group_gap as back
                on there.view_id = back.view_id
                and there.membership = back.membership
                and there.indicator_id = back.indicator_id
                and there.period = back.period
                and there.group_id = back.reference_id
                and there.reference_id = back.group_id
            where there.reference_kind = 'group' and abs(there.ratio * back.ratio - 1) > 1e-9
            """,
            "east against west times west against east is one",
        ),
        no_rows(
            "no_gap_is_lost",
            """
            select view_id, membership, indicator_id, group_id, period from metrics.gap_to_nation
            except
            select view_id, membership, indicator_id, group_id, period from marts.group_gap
            where reference_kind = 'nation'
            """,
            "a group, indicator or method without a name would fall out of the joins unseen",
        ),
        Rule(
            "reference_kind_is_known",
            "ExpectColumnValuesToBeInSet",
            "the chart's title depends on it",
            {"column": "reference_kind", "value_set": ["nation", "group"]},
        ),
        Rule(
            "polarity_is_known",
            "ExpectColumnValuesToBeInSet",
            "it decides whether above the nation reads as better",
            {"column": "polarity", "value_set": ["higher", "lower", "neutral"]},
        ),
        Rule(
            "coverage_is_above_nothing",
            "ExpectColumnValuesToBeBetween",
            "a row is made by at least one member's figure",
            {"column": "lowest_coverage", "min_value": 0, "strict_min": True},
        ),
        Rule(
            "coverage_is_at_most_everything",
            "ExpectColumnValuesToBeBetween",
            "charts print it as a percentage of the group's people",
            {"column": "highest_coverage", "max_value": 1},
        ),
        labels_complete(
            "marts.group_gap",
            "group_name",
            "group_short_name",
            "reference_short_name",
            *INDICATOR_LABELS,
            "view_name",
        ),
    ),
)
