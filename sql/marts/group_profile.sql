/*
description = "Latest standing of each group on every indicator: newest value, distance from the nation or share of it, rank among its peers, change over five years. One row per group, indicator."
grain = ["group_id", "indicator_id"]
deps = ["metrics/group_standing", "metrics/gap_to_nation", "metrics/group_share", "core/groups", "core/indicators", "core/methods"]
*/
with

standings as (

    select *
    from metrics.group_standing

),

gaps as (

    select indicator_id, group_id, period, reference_value, ratio
    from metrics.gap_to_nation
    where view_id = 'latest' and membership = 'dated'

),

shares as (

    select indicator_id, group_id, period, share
    from metrics.group_share
    where view_id = 'latest' and membership = 'dated'

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

methods as (

    select table_key, method_id
    from core.methods

)

select
    standings.group_id,
    standings.indicator_id,
    'latest' as view_id,
    'dated' as membership,
    standings.period,
    standings.value,
    gaps.reference_value as nation_value,
    gaps.ratio as ratio_to_nation,
    shares.share as share_of_nation,
    case
        when indicators.polarity = 'neutral' or gaps.ratio is null then 'neutral'
        when (gaps.ratio >= 1) = (indicators.polarity = 'higher') then 'better'
        else 'worse'
    end as standing,
    standings.value_rank,
    standings.n_ranked,
    standings.earlier_period,
    standings.change_since_earlier,
    standings.change_null_reason,
    standings.n_members,
    standings.n_present,
    standings.coverage,
    standings.basis_text,
    standings.source_text,
    standings.is_mixed_basis,
    standings.is_weakly_attributed,
    methods.method_id,
    groups.group_name_zh_hans,
    groups.group_name_zh_hant,
    groups.group_name_en,
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
from standings
left join gaps
    on standings.indicator_id = gaps.indicator_id
    and standings.group_id = gaps.group_id
    and standings.period = gaps.period
left join shares
    on standings.indicator_id = shares.indicator_id
    and standings.group_id = shares.group_id
    and standings.period = shares.period
inner join groups on standings.group_id = groups.group_id
inner join indicators on standings.indicator_id = indicators.indicator_id
inner join methods on methods.table_key = 'metrics/group_standing'
order by standings.group_id, standings.indicator_id
