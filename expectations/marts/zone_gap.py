"""What must hold of zones against the rest of the nation, and of the distance inside them."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows, value_or_reason

ROW = ("view_id", "membership", "indicator_id", "group_id", "period")
CELL = ", ".join(ROW)

SUITE = Suite(
    query="""
        select indicator_id, min(ratio) as lowest_ratio, min(highest_to_lowest_ratio) as lowest_spread
        from marts.zone_gap
        group by indicator_id
    """,
    rules=(
        value_or_reason("marts.zone_gap", ROW, "ratio"),
        Rule(
            "ratios_are_positive",
            "ExpectColumnValuesToBeBetween",
            "zone and rest are both positive wherever a comparison is made",
            {"column": "lowest_ratio", "min_value": 0, "strict_min": True},
        ),
        Rule(
            "the_highest_is_not_below_the_lowest",
            "ExpectColumnValuesToBeBetween",
            "1 means equal members",
            {"column": "lowest_spread", "min_value": 1},
        ),
        no_rows(
            "a_zone_lies_between_its_members",
            f"""
            select {CELL}, lowest_value, value, highest_value
            from marts.zone_gap
            where n_present = n_members and (
                value < lowest_value - 1e-9 * abs(lowest_value)
                or value > highest_value + 1e-9 * abs(highest_value)
            )
            """,
            "sums over sums are weighted means of the members; outside them the weights are wrong",
        ),
        no_rows(
            "zone_and_rest_lie_on_both_sides",
            f"""
            select
                {", ".join(f"zones.{name}" for name in ROW)}, zones.value, zones.rest_value,
                nation.value as nation_value
            from marts.zone_gap as zones
            inner join core.group_observations as nation
                on zones.view_id = nation.view_id
                and zones.indicator_id = nation.indicator_id
                and zones.period = nation.period
            inner join core.groups on nation.group_id = groups.group_id
            where groups.group_kind = 'nation'
                and (zones.value - nation.value) * (zones.rest_value - nation.value)
                    > 1e-9 * nation.value * nation.value
            """,
            "the nation is the weighted mean of a zone and the rest, so one is above and one below it",
        ),
        no_rows(
            "extremes_are_named",
            f"""
            select {CELL}, highest_region_id, lowest_region_id
            from marts.zone_gap
            where (highest_value is not null and (
                    highest_region_id is null
                    or coalesce(highest_region_name_zh_hans, '') = ''
                    or coalesce(highest_region_name_zh_hant, '') = ''
                    or coalesce(highest_region_name_en, '') = ''
                ))
                or (lowest_value is not null and (
                    lowest_region_id is null
                    or coalesce(lowest_region_name_zh_hans, '') = ''
                    or coalesce(lowest_region_name_zh_hant, '') = ''
                    or coalesce(lowest_region_name_en, '') = ''
                ))
            """,
            "the chart writes the name of the highest and the lowest member beside the line",
        ),
        labels_complete("marts.zone_gap", "group_name", "group_short_name", *INDICATOR_LABELS, "view_name"),
    ),
)
