"""What must hold of the coverage table: who is there, who is not, and everybody counted once."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows

ROW = "view_id, indicator_id, period, region_level"

SUITE = Suite(
    query="select region_level, min(n_present) as fewest from marts.coverage group by region_level",
    rules=(
        Rule(
            "region_level_is_known",
            "ExpectColumnValuesToBeInSet",
            "four levels of the administrative tree hold figures, and regions beside the nation's units",
            {
                "column": "region_level",
                "value_set": ["country", "province", "outside_nation", "prefecture", "county"],
            },
        ),
        Rule(
            "somebody_is_present",
            "ExpectColumnValuesToBeBetween",
            "a row is made by at least one figure",
            {"column": "fewest", "min_value": 1},
        ),
        no_rows(
            "only_provinces_are_expected",
            f"select {ROW}, n_expected from marts.coverage"
            " where (region_level = 'province') <> (n_expected is not null)",
            "only at provincial level is it known how many there should be",
        ),
        no_rows(
            "nothing_in_view_is_left_out",
            """
            select distinct region_values.view_id, region_values.indicator_id, region_values.period
            from core.region_values
            anti join marts.coverage as listed
                on region_values.view_id = listed.view_id
                and region_values.indicator_id = listed.indicator_id
                and region_values.period = listed.period
            """,
            "readers look here for what is held; an indicator without a name would fall out of the joins",
        ),
        no_rows(
            "present_and_missing_make_the_expected",
            f"""
            select {ROW}, n_present, n_expected, missing_region_ids
            from marts.coverage
            where region_level = 'province'
                and n_expected - n_present <> coalesce(
                    len(string_split(nullif(missing_region_ids, ''), ' ')), 0
                )
            """,
            "a unit that is neither present nor listed as missing was lost in a join",
        ),
        labels_complete("marts.coverage", *INDICATOR_LABELS, "view_name"),
    ),
)
