"""What must hold of group values: sums over sums, honest about what is missing."""

from expectations.suite import Rule, Suite, no_rows, value_or_reason

ROW = ("view_id", "membership", "indicator_id", "group_id", "period")
CELL = ", ".join(ROW)

SUITE = Suite(
    # a profile: what is out of bounds shows at the ends, with the indicator it belongs to
    query="""
        select
            view_id,
            indicator_id,
            coalesce(null_reason, 'has a value') as null_reason,
            min(coverage) as lowest_coverage,
            max(coverage) as highest_coverage,
        from core.group_observations
        group by all
    """,
    rules=(
        value_or_reason("core.group_observations", ROW),
        no_rows(
            "values_are_finite",
            f"select {CELL}, value, lower_bound, upper_bound from core.group_observations"
            " where not isfinite(coalesce(value, 0)) or not isfinite(coalesce(lower_bound, 0))"
            " or not isfinite(coalesce(upper_bound, 0))",
            "a group without a denominator has no value, not an infinite one",
        ),
        Rule(
            "some_member_is_present",
            "ExpectColumnValuesToBeBetween",
            "a row is made by at least one figure; 0.005 was the smallest share of weight observed",
            {"column": "lowest_coverage", "min_value": 0, "max_value": 1, "strict_min": True},
        ),
        Rule(
            "coverage_is_a_share",
            "ExpectColumnValuesToBeBetween",
            "more than everybody cannot be present; a sum of weights above 1 means a member twice",
            {"column": "highest_coverage", "min_value": 0, "max_value": 1},
        ),
        Rule(
            "null_reason_is_known",
            "ExpectColumnValuesToBeInSet",
            "reasons become sentences in reports; an unknown one has none",
            {
                "column": "null_reason",
                "value_set": [
                    "has a value",
                    "no_weight",
                    "partial_members",
                    "coverage_below_minimum",
                    "not_aggregated",
                    "zero_denominator",
                ],
            },
        ),
        no_rows(
            "bounds_bracket_the_value",
            f"""
            select {CELL}, lower_bound, value, upper_bound
            from core.group_observations
            where lower_bound > value or value > upper_bound or lower_bound > upper_bound
            """,
            "bounds say where the true value can lie, which includes the one computed",
        ),
        no_rows(
            "no_value_below_minimum_coverage",
            """
            select observations.*
            from core.group_observations as observations
            inner join reference.indicators
                on observations.indicator_id = indicators.indicator_id
            where observations.value is not null
                and observations.coverage < indicators.min_coverage
            """,
            "a value of the few that reported would be read as one of the group",
        ),
        no_rows(
            "present_members_are_members",
            f"select {CELL}, n_present, n_members from core.group_observations"
            " where n_present not between 1 and n_members"
            " or (coverage = 1 and n_present < n_members)",
            "full coverage means every member, and nobody else, has a figure",
        ),
        no_rows(
            "blocs_have_their_official_size",
            f"""
            select {CELL}, n_members
            from core.group_observations
            where n_members <> case group_id
                when 'bloc_east' then 10
                when 'bloc_central' then 6
                when 'bloc_west' then 12
                when 'bloc_northeast' then 3
                when 'national31' then 31
                else n_members
            end
            """,
            "the four blocs of 2011 apply to all years: 10, 6, 12 and 3 of 31 units",
        ),
        no_rows(
            "nine_cities_are_not_guangdong",
            """
            select
                cities.view_id, cities.membership, cities.indicator_id, cities.period, cities.value
            from core.group_observations as cities
            inner join core.region_values as province
                on province.region_id = '440000'
                and cities.view_id = province.view_id
                and cities.indicator_id = province.indicator_id
                and cities.period = province.period
            where cities.group_id = 'gba9' and cities.value = province.value
            """,
            "equal values mean the province stood in for its nine cities; they hold 0.71 to 0.84 of its"
            " GDP and 1.28 to 1.70 of its GDP per head",
        ),
        no_rows(
            "same_members_give_the_same_value",
            """
            with member_lists as (
                select
                    group_id, membership, period,
                    string_agg(region_id || coverage_kind, ' ' order by region_id) as members
                from core.group_members
                group by all
            )
            select
                observations.view_id, observations.indicator_id, observations.period,
                min(observations.group_id) as group_id, max(observations.group_id) as other_group_id,
                min(observations.value) as lowest, max(observations.value) as highest
            from core.group_observations as observations
            inner join member_lists
                on observations.group_id = member_lists.group_id
                and observations.membership = member_lists.membership
                and observations.period = member_lists.period
            where observations.value is not null and member_lists.members in (
                select members from member_lists group by members having count(distinct group_id) > 1
            )
            group by
                observations.view_id, observations.indicator_id, observations.period,
                member_lists.members
            having max(observations.value) - min(observations.value)
                > 1e-9 * abs(max(observations.value))
            """,
            "the east of the statistics bureau and of the 2006 policy are the same ten units, so are"
            " others: whatever they are called, they add up alike",
        ),
    ),
)
