/*
description = "Every group's part of the sum of the 31 provincial units, for figures that add up. Shares of overlapping zones are never added. One row per view, membership, indicator, group, period."
grain = ["view_id", "membership", "indicator_id", "group_id", "period"]
deps = ["metrics/group_share", "core/group_observations", "core/groups", "core/indicators", "core/views", "core/methods"]
*/
with

shares as (

    select view_id, membership, indicator_id, group_id, period, value, nation_value, share, null_reason, is_mixed_basis,
        has_break
    from metrics.group_share

),

group_observations as (

    select
        view_id, membership, indicator_id, group_id, period, n_members, n_present, coverage, basis_text,
        source_text, is_weakly_attributed
    from core.group_observations

),

groups as (

    select
        group_id, group_short_name_zh_hans, group_short_name_zh_hant, group_short_name_en, group_kind,
        partition_id
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
    shares.view_id,
    shares.membership,
    shares.indicator_id,
    shares.period,
    shares.group_id,
    shares.value,
    shares.nation_value,
    shares.share,
    shares.null_reason,
    shares.has_break,
    shares.is_mixed_basis,
    group_observations.n_members,
    group_observations.n_present,
    group_observations.coverage,
    group_observations.basis_text,
    group_observations.source_text,
    group_observations.is_weakly_attributed,
    methods.method_id,
    groups.group_short_name_zh_hans,
    groups.group_short_name_zh_hant,
    groups.group_short_name_en,
    groups.group_kind,
    groups.partition_id,
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
from shares
inner join group_observations
    on shares.view_id = group_observations.view_id
    and shares.membership = group_observations.membership
    and shares.indicator_id = group_observations.indicator_id
    and shares.group_id = group_observations.group_id
    and shares.period = group_observations.period
inner join groups on shares.group_id = groups.group_id
inner join indicators on shares.indicator_id = indicators.indicator_id
inner join views on shares.view_id = views.view_id
inner join methods on methods.table_key = 'metrics/group_share'
order by shares.view_id, shares.membership, shares.indicator_id, shares.group_id, shares.period
