/*
description = "Every group against the rest of the nation, with the distance between its own highest and lowest member. Zones may overlap: each row stands alone and rows are never added. One row per view, membership, indicator, group, period."
grain = ["view_id", "membership", "indicator_id", "group_id", "period"]
deps = ["metrics/gap_to_rest", "metrics/member_extremes", "core/group_observations", "core/groups", "core/regions", "core/indicators", "core/views", "core/methods"]
*/
with

gaps as (

    select *
    from metrics.gap_to_rest

),

member_extremes as (

    select *
    from metrics.member_extremes

),

group_observations as (

    select
        view_id, membership, indicator_id, group_id, period, n_members, n_present, coverage, basis_text,
        source_text, is_weakly_attributed
    from core.group_observations

),

regions as (

    select region_id, region_short_name_zh_hans, region_short_name_zh_hant, region_short_name_en
    from core.regions

),

groups as (

    select
        group_id, group_name_zh_hans, group_name_zh_hant, group_name_en, group_short_name_zh_hans,
        group_short_name_zh_hant, group_short_name_en, group_kind, partition_id, effective_from
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
    gaps.view_id,
    gaps.membership,
    gaps.indicator_id,
    gaps.period,
    gaps.group_id,
    gaps.value,
    gaps.reference_value as rest_value,
    gaps.ratio,
    gaps.absolute_gap,
    gaps.relative_gap,
    gaps.log_gap,
    gaps.null_reason,
    gaps.is_mixed_basis,
    gaps.has_break,
    member_extremes.highest_region_id,
    member_extremes.highest_value,
    member_extremes.lowest_region_id,
    member_extremes.lowest_value,
    member_extremes.ratio as highest_to_lowest_ratio,
    group_observations.n_members,
    group_observations.n_present,
    group_observations.coverage,
    group_observations.basis_text,
    group_observations.source_text,
    group_observations.is_weakly_attributed,
    methods.method_id,
    groups.group_name_zh_hans,
    groups.group_name_zh_hant,
    groups.group_name_en,
    groups.group_short_name_zh_hans,
    groups.group_short_name_zh_hant,
    groups.group_short_name_en,
    groups.group_kind,
    groups.partition_id,
    groups.effective_from,
    highest_regions.region_short_name_zh_hans as highest_region_name_zh_hans,
    highest_regions.region_short_name_zh_hant as highest_region_name_zh_hant,
    highest_regions.region_short_name_en as highest_region_name_en,
    lowest_regions.region_short_name_zh_hans as lowest_region_name_zh_hans,
    lowest_regions.region_short_name_zh_hant as lowest_region_name_zh_hant,
    lowest_regions.region_short_name_en as lowest_region_name_en,
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
from gaps
inner join group_observations
    on gaps.view_id = group_observations.view_id
    and gaps.membership = group_observations.membership
    and gaps.indicator_id = group_observations.indicator_id
    and gaps.group_id = group_observations.group_id
    and gaps.period = group_observations.period
left join member_extremes
    on gaps.view_id = member_extremes.view_id
    and gaps.membership = member_extremes.membership
    and gaps.indicator_id = member_extremes.indicator_id
    and gaps.group_id = member_extremes.group_id
    and gaps.period = member_extremes.period
    -- the highest of the few that report is not the highest of the zone
    and group_observations.coverage >= 0.95
left join regions as highest_regions on member_extremes.highest_region_id = highest_regions.region_id
left join regions as lowest_regions on member_extremes.lowest_region_id = lowest_regions.region_id
inner join groups on gaps.group_id = groups.group_id
inner join indicators on gaps.indicator_id = indicators.indicator_id
inner join views on gaps.view_id = views.view_id
inner join methods on methods.table_key = 'metrics/gap_to_rest'
order by gaps.view_id, gaps.membership, gaps.indicator_id, gaps.group_id, gaps.period
