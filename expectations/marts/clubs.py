"""What must hold of clubs: every unit in one place, clubs numbered without gaps, refusals with a reason."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows, value_or_reason

ROW = ("view_id", "indicator_id", "group_id", "convention", "merging", "region_id")
CELL = ", ".join(ROW)
WAY = ", ".join(ROW[:-1])

SUITE = Suite(
    query="select distinct convention, merging from marts.clubs",
    rules=(
        value_or_reason("marts.clubs", ROW, "club_number"),
        Rule(
            "convention_is_known",
            "ExpectColumnValuesToBeInSet",
            "the two programs papers use",
            {"column": "convention", "value_set": ["R", "Stata"]},
        ),
        Rule(
            "merging_is_known",
            "ExpectColumnValuesToBeInSet",
            "unmerged, or after one of the two rules",
            {"column": "merging", "value_set": ["none", "phillips_sul", "von_lyncker_thoennessen"]},
        ),
        no_rows(
            "clubs_have_the_members_they_count",
            f"select {WAY}, club_number, count(*) as n_rows, min(n_members) as n_said from marts.clubs"
            " where club_number is not null group by all having count(*) <> min(n_members)"
            " or min(n_members) <> max(n_members)",
            "a map counts the same provinces as the table",
        ),
        no_rows(
            "club_numbers_have_no_gaps",
            f"select {WAY}, max(club_number) as last, min(n_clubs) as n_said from marts.clubs"
            " where club_number is not null group by all"
            " having max(club_number) <> min(n_clubs)"
            " or count(distinct nullif(club_number, 0)) <> min(n_clubs)",
            "club 2 without a club 1 means a lost row",
        ),
        no_rows(
            "merging_makes_no_more_clubs",
            """
            select
                merged.view_id, merged.indicator_id, merged.merging, merged.n_clubs,
                plain.n_clubs as clubs_before
            from marts.clubs as merged
            inner join marts.clubs as plain
                on merged.view_id = plain.view_id
                and merged.indicator_id = plain.indicator_id
                and merged.group_id = plain.group_id
                and merged.convention = plain.convention
                and merged.region_id = plain.region_id
            where plain.merging = 'none' and merged.n_clubs > plain.n_clubs
            """,
            "to merge is to make fewer",
        ),
        no_rows(
            "fifteen_years_at_least",
            f"select {CELL}, period_start, period_end from marts.clubs"
            " where club_number is not null and period_end - period_start < 14",
            "the log t test is asymptotic in the number of years",
        ),
        labels_complete("marts.clubs", "region_short_name", *INDICATOR_LABELS, "view_name"),
    ),
)
