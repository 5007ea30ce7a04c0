/*
description = "How much of the inequality between the regions lies between the groups of a partition and how much inside them; sets of overlapping zones are refused by name. The row of a group carries its own part. One row per view, membership, indicator, set, group, period, index, weighting."
grain = ["view_id", "membership", "indicator_id", "set_id", "group_id", "period", "index_id", "weighting"]
deps = ["metrics/theil_decomposition", "metrics/theil_by_group", "core/group_observations", "core/groups", "core/indicators", "core/views", "core/methods"]
*/
with

totals as (

    select
        view_id, membership, indicator_id, set_id, period, weighting, index_id, value, between_groups,
        within_groups, between_share, n_members, null_reason, 'all' as group_id,
        'metrics/theil_decomposition' as table_key
    from metrics.theil_decomposition

),

contributions as (

    unpivot (
        select
            view_id, membership, indicator_id, set_id, group_id, period, weighting, n_members,
            struct_pack(between_groups := theil_t_between, within_groups := theil_t_within) as theil_t,
            struct_pack(between_groups := theil_l_between, within_groups := theil_l_within) as theil_l
        from metrics.theil_by_group
    )
    on theil_t, theil_l
    into name index_id value parts

),

together as (

    select * from totals
    union all by name
    -- where the total is withheld the parts are too; the total's row says why
    select
        view_id, membership, indicator_id, set_id, contributions.group_id, period, weighting, index_id,
        contributions.n_members,
        contributions.parts.between_groups + contributions.parts.within_groups as value,
        contributions.parts.between_groups, contributions.parts.within_groups,
        'metrics/theil_by_group' as table_key
    from contributions
    inner join totals using (view_id, membership, indicator_id, set_id, period, weighting, index_id)
    where totals.null_reason is null

),

groups as (

    select
        group_id, group_name_zh_hans, group_name_zh_hant, group_name_en, group_short_name_zh_hans,
        group_short_name_zh_hant, group_short_name_en, group_kind, partition_id
    from core.groups

),

indicators as (

    select
        indicator_id, indicator_name_zh_hans, indicator_name_zh_hant, indicator_name_en, field,
        polarity, unit_zh_hans, unit_zh_hant, unit_en, decimals, publisher_zh_hans,
        publisher_zh_hant, publisher_en
    from core.indicators

),

views as (

    select view_id, view_name_zh_hans, view_name_zh_hant, view_name_en
    from core.views

),

nations as (

    select
        group_observations.view_id, group_observations.indicator_id, group_observations.period,
        group_observations.group_id as nation_id, group_observations.coverage,
        group_observations.is_mixed_basis, group_observations.has_break, group_observations.basis_text,
        group_observations.source_text, group_observations.is_weakly_attributed
    from core.group_observations
    inner join core.groups as national_groups on group_observations.group_id = national_groups.group_id
    where national_groups.group_kind = 'nation'

),

methods as (

    select table_key, method_id
    from core.methods

)

select
    together.view_id,
    together.membership,
    together.indicator_id,
    together.period,
    together.set_id,
    together.group_id,
    together.index_id,
    together.weighting,
    together.value,
    together.between_groups,
    together.within_groups,
    together.between_share,
    cast(together.n_members as bigint) as n_members,
    together.null_reason,
    nations.coverage,
    nations.is_mixed_basis,
    nations.has_break,
    nations.basis_text,
    nations.source_text,
    nations.is_weakly_attributed,
    methods.method_id,
    groups.group_short_name_zh_hans,
    groups.group_short_name_zh_hant,
    groups.group_short_name_en,
    indicators.indicator_name_zh_hans,
    indicators.indicator_name_zh_hant,
    indicators.indicator_name_en,
    indicators.field,
    indicators.polarity,
    indicators.unit_zh_hans,
    indicators.unit_zh_hant,
    indicators.unit_en,
    indicators.decimals,
    indicators.publisher_zh_hans,
    indicators.publisher_zh_hant,
    indicators.publisher_en,
    views.view_name_zh_hans,
    views.view_name_zh_hant,
    views.view_name_en,
from together
-- what a decomposition rests on is what the nation rests on; its row 'all' carries the nation's name
inner join nations
    on together.view_id = nations.view_id
    and together.indicator_id = nations.indicator_id
    and together.period = nations.period
inner join groups
    on groups.group_id = case together.group_id when 'all' then nations.nation_id else together.group_id end
inner join indicators on together.indicator_id = indicators.indicator_id
inner join views on together.view_id = views.view_id
inner join methods on together.table_key = methods.table_key
order by
    together.view_id, together.membership, together.indicator_id, together.set_id, together.group_id,
    together.period, together.index_id, together.weighting
