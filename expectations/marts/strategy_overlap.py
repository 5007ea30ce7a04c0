"""What must hold of gaps by number of strategies: classes that part the nation, one yardstick."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows

ROW = "view_id, membership, indicator_id, period"

SUITE = Suite(
    query="""
        select
            indicator_id, min(ratio) as lowest_ratio, min(n_strategies) as fewest,
            max(n_strategies) as most, coalesce(max(abs(trend_before)), 0) as steepest,
        from marts.strategy_overlap
        group by indicator_id
    """,
    rules=(
        no_rows(
            "every_class_has_a_value",
            f"select {ROW}, n_strategies, value, ratio from marts.strategy_overlap"
            " where value is null or ratio is null or not isfinite(ratio)",
            "a class is made by at least one unit with a figure",
        ),
        no_rows(
            "classes_share_the_units_of_the_nation",
            f"""
            select {ROW}, sum(n_members) as n
            from marts.strategy_overlap
            group by all
            having sum(n_members) > (
                select count(distinct members.region_id)
                from core.group_members as members
                inner join core.groups on members.group_id = groups.group_id
                where groups.group_kind = 'nation'
            )
            """,
            "every unit has one count of strategies, so it is in one class",
        ),
        no_rows(
            "one_yardstick_for_all_classes",
            f"select {ROW}, min(reference_value) as lowest, max(reference_value) as highest"
            " from marts.strategy_overlap group by all"
            " having max(reference_value) - min(reference_value) > 1e-9 * abs(max(reference_value))",
            "classes are compared with each other through the same national value",
        ),
        no_rows(
            "classes_lie_on_both_sides",
            f"select {ROW}, min(ratio) as lowest, max(ratio) as highest from marts.strategy_overlap"
            " group by all having min(ratio) > 1 + 1e-9 or max(ratio) < 1 - 1e-9",
            "the nation is the weighted mean of its classes, so they cannot all lie above or below it",
        ),
        Rule(
            "ratios_are_positive",
            "ExpectColumnValuesToBeBetween",
            "what is compared is positive; 0.26 was the lowest observed",
            {"column": "lowest_ratio", "min_value": 0, "strict_min": True},
        ),
        Rule(
            "the_count_is_at_most_all_strategies",
            "ExpectColumnValuesToBeBetween",
            "there are five major strategies",
            {"column": "most", "min_value": 0, "max_value": 5},
        ),
        no_rows(
            "a_trend_or_the_reason",
            f"select {ROW}, n_strategies from marts.strategy_overlap"
            " where (trend_before is null) = (trend_before_null_reason is null)"
            " or (trend_after is null) = (trend_after_null_reason is null)",
            "a slope that is not there must say why",
        ),
        no_rows(
            "trends_rest_on_four_years",
            f"select {ROW}, n_strategies, n_years_before, n_years_after from marts.strategy_overlap"
            " where trend_before is not null and n_years_before < 4"
            " or trend_after is not null and n_years_after < 4",
            "through fewer years almost any slope can be drawn",
        ),
        no_rows(
            "classes_are_divided_alike",
            "select membership, count(distinct first_strategy_from) as n_dates from marts.strategy_overlap"
            " group by all having count(distinct first_strategy_from) <> 1",
            "courses are compared only over the same years",
        ),
        no_rows(
            "every_figure_has_a_source",
            f"select {ROW}, n_strategies from marts.strategy_overlap"
            " where coalesce(source_text, '') = '' or coalesce(basis_text, '') = ''"
            " or coverage is null or reference_coverage is null or coverage > 1 or coverage <= 0",
            "a reader must see whose figures these are and how much of the class they cover",
        ),
        Rule(
            "trends_are_slow",
            "ExpectColumnValuesToBeBetween",
            "0.037 log points a year was the steepest observed, of research personnel",
            {"column": "steepest", "min_value": 0, "max_value": 0.15},
            is_critical=False,
        ),
        labels_complete("marts.strategy_overlap", *INDICATOR_LABELS, "view_name"),
    ),
)
