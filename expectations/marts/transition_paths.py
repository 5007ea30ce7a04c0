"""What must hold of transition paths: a mean of one over all units, clubs as in their own table."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows, value_or_reason

ROW = ("view_id", "indicator_id", "group_id", "convention", "merging", "region_id", "period")
WAY = ", ".join(ROW[:-2])

SUITE = Suite(
    query="""
        select
            min(transition_coefficient) as lowest, max(transition_coefficient) as highest,
        from marts.transition_paths
        where indicator_id = 'gdp_per_head'
    """,
    rules=(
        value_or_reason("marts.transition_paths", ROW, "club_number"),
        no_rows(
            "a_path_or_a_reason",
            f"select {', '.join(ROW)} from marts.transition_paths"
            " where transition_coefficient is null and null_reason is null",
            "a gap in a table must say why it is one",
        ),
        no_rows(
            "paths_average_one",
            f"select {WAY}, period, avg(transition_coefficient) as mean from marts.transition_paths"
            " where transition_coefficient is not null group by all"
            " having abs(avg(transition_coefficient) - 1) > 1e-9",
            "a path is a log over the mean log of the same units",
        ),
        no_rows(
            "paths_are_whole",
            f"select {WAY}, region_id from marts.transition_paths group by all"
            " having count(*) <> max(period) - min(period) + 1"
            " or count(transition_coefficient) not in (0, count(*))",
            "clubs are sought in a run of years without a gap",
        ),
        no_rows(
            "clubs_have_the_members_they_count",
            f"select {WAY}, period, club_number, count(*) as n_rows, min(n_members) as n_said"
            " from marts.transition_paths where club_number is not null group by all"
            " having count(*) <> min(n_members)",
            "a panel of the chart shows the same provinces as the table of clubs",
        ),
        no_rows(
            "a_mean_path_for_clubs_only",
            f"select {', '.join(ROW)}, club_number, club_mean_coefficient from marts.transition_paths"
            " where coalesce(club_number, 0) > 0 and club_mean_coefficient is null"
            " or coalesce(club_number, 0) = 0 and club_mean_coefficient is not null",
            "regions in no club have no path in common",
        ),
        Rule(
            "lowest_output_per_head_is_near_the_mean",
            "ExpectColumnValuesToBeBetween",
            "logs of yuan per head lie within a fifth of their mean; 0.882 was the lowest observed",
            {"column": "lowest", "min_value": 0.8, "max_value": 1},
            is_critical=False,
        ),
        Rule(
            "highest_output_per_head_is_near_the_mean",
            "ExpectColumnValuesToBeBetween",
            "logs of yuan per head lie within a fifth of their mean; 1.159 was the highest observed",
            {"column": "highest", "min_value": 1, "max_value": 1.2},
            is_critical=False,
        ),
        labels_complete("marts.transition_paths", "region_short_name", *INDICATOR_LABELS, "view_name"),
    ),
)
