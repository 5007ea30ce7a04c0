/*
description = "Inequality between the units of the nation taken apart in every way that applies: Theil T and L, GE(2) and the Gini by partitions, Theil T in two stages, and the shares of overlapping strategies. One row per view, membership, indicator, index, wide set, set, group, period, weighting."
grain = ["view_id", "membership", "indicator_id", "index_id", "outer_set_id", "set_id", "group_id", "period", "weighting"]
deps = ["metrics/theil_decomposition", "metrics/ge2_decomposition", "metrics/gini_decomposition", "metrics/nested_decomposition", "metrics/shapley_share", "core/panel_values", "core/groups", "core/indicators", "core/views", "core/methods"]
*/
with

panels as (

    select distinct view_id, indicator_id
    from core.panel_values

),

by_partition as (

    select
        *, 'ge_2' as index_id, cast(null as double) as overlap_of_groups,
        'metrics/ge2_decomposition' as table_key,
    from metrics.ge2_decomposition
    union all by name
    select *, 'gini' as index_id, 'metrics/gini_decomposition' as table_key
    from metrics.gini_decomposition
    union all by name
    select * exclude (between_share, null_reason), 'metrics/theil_decomposition' as table_key
    from metrics.theil_decomposition
    where null_reason is null

),

together as (

    select *, 'none' as outer_set_id, 'all' as group_id, value as total_value
    from by_partition
    union all by name
    select
        *, 'dated' as membership, 'theil_t_nested' as index_id, 'all' as group_id, value as total_value,
        'metrics/nested_decomposition' as table_key,
    from metrics.nested_decomposition
    union all by name
    select
        *, 'fixed' as membership, 'theil_t_shapley' as index_id, 'none' as outer_set_id,
        'major_strategy' as set_id, 'metrics/shapley_share' as table_key,
    from metrics.shapley_share

),

groups as (

    select
        group_id, group_short_name_zh_hans, group_short_name_zh_hant, group_short_name_en
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

methods as (

    select table_key, method_id
    from core.methods

)

select
    together.view_id,
    together.membership,
    together.indicator_id,
    together.index_id,
    together.outer_set_id,
    together.set_id,
    together.group_id,
    together.period,
    together.weighting,
    together.value,
    together.value / nullif(together.total_value, 0) as share_of_total,
    together.between_groups,
    together.between_inner_groups,
    together.within_groups,
    together.overlap_of_groups,
    together.between_groups / nullif(together.value, 0) as between_share,
    case when together.index_id in ('theil_t', 'theil_l', 'ge_2')
        then together.between_groups / nullif(together.within_groups, 0) end as polarization,
    together.n_members,
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
inner join panels
    on together.view_id = panels.view_id
    and together.indicator_id = panels.indicator_id
left join groups on together.group_id = groups.group_id
inner join indicators on together.indicator_id = indicators.indicator_id
inner join views on together.view_id = views.view_id
inner join methods on methods.table_key = together.table_key
order by
    together.view_id, together.membership, together.indicator_id, together.index_id, together.outer_set_id,
    together.set_id, together.group_id, together.period, together.weighting
