"""What must hold of decompositions: the parts make the index, and shares of strategies make their sum."""

from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows

ROW = (
    "view_id",
    "membership",
    "indicator_id",
    "index_id",
    "outer_set_id",
    "set_id",
    "group_id",
    "period",
    "weighting",
)
CELL = ", ".join(ROW)
TABLE = "marts.inequality_decomposition"

SUITE = Suite(
    query=f"select distinct index_id, weighting from {TABLE}",
    rules=(
        Rule(
            "index_is_known",
            "ExpectColumnValuesToBeInSet",
            "six ways to take inequality apart, each with a method card",
            {
                "column": "index_id",
                "value_set": ["theil_t", "theil_l", "ge_2", "gini", "theil_t_nested", "theil_t_shapley"],
            },
        ),
        no_rows(
            "parts_make_the_index",
            f"select {CELL}, value, between_groups, within_groups from {TABLE}"
            " where index_id <> 'theil_t_shapley' and abs(between_groups + within_groups"
            " + coalesce(between_inner_groups, 0) + coalesce(overlap_of_groups, 0) - value) > 1e-9",
            "an area chart of the parts must be as high as the index",
        ),
        no_rows(
            "parts_are_not_negative",
            f"select {CELL}, between_groups, between_inner_groups, within_groups, overlap_of_groups"
            f" from {TABLE} where least(between_groups, coalesce(between_inner_groups, 0), within_groups,"
            " coalesce(overlap_of_groups, 0)) < -1e-9",
            "every part of a partition's account is itself an inequality",
        ),
        no_rows(
            "ge_2_is_half_the_squared_variation",
            f"""
            select parts.{", parts.".join(ROW)}, parts.value, variation.value as coefficient_of_variation
            from {TABLE} as parts
            inner join metrics.coefficient_of_variation as variation
                on parts.view_id = variation.view_id
                and parts.indicator_id = variation.indicator_id
                and parts.period = variation.period
                and parts.weighting = variation.weighting
                and parts.n_members = variation.n_members
            inner join core.groups on variation.group_id = groups.group_id
            where parts.index_id = 'ge_2' and groups.group_kind = 'nation'
                and abs(parts.value - variation.value ** 2 / 2) > 1e-9 * (1 + parts.value)
            """,
            "an identity that a lost or doubled group would break",
        ),
        no_rows(
            "shares_of_strategies_make_their_sum",
            f"""
            select view_id, indicator_id, period, weighting,
                sum(value) filter (group_id <> 'all') as parts, sum(value) filter (group_id = 'all') as said
            from {TABLE}
            where index_id = 'theil_t_shapley'
            group by all
            having abs(parts - said) > 1e-9
            """,
            "Shapley values share out the whole and nothing else",
        ),
        no_rows(
            "group_names_in_three_languages",
            f"select {CELL} from {TABLE} where group_id <> 'all' and ("
            "coalesce(group_short_name_zh_hans, '') = '' or coalesce(group_short_name_zh_hant, '') = ''"
            " or coalesce(group_short_name_en, '') = '')",
            "the row of the whole has no group, every other is named",
        ),
        labels_complete(TABLE, *INDICATOR_LABELS, "view_name"),
    ),
)
