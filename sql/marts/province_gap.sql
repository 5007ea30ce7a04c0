/*
description = "Every provincial unit against the nation, on every indicator that can be compared. One row per view, indicator, region, period."
grain = ["view_id", "indicator_id", "region_id", "period"]
deps = ["metrics/region_gap", "core/regions", "core/indicators", "core/views", "core/methods"]
*/
with

gaps as (

    select *
    from metrics.region_gap

),

regions as (

    select
        region_id, region_name_zh_hans, region_name_zh_hant, region_name_en, region_short_name_zh_hans,
        region_short_name_zh_hant, region_short_name_en, sort_order
    from core.regions

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
    gaps.indicator_id,
    gaps.period,
    gaps.region_id,
    gaps.value,
    gaps.reference_value,
    gaps.ratio,
    gaps.absolute_gap,
    gaps.relative_gap,
    gaps.log_gap,
    gaps.value_rank,
    gaps.null_reason,
    gaps.has_break,
    gaps.basis_text,
    gaps.source_text,
    gaps.is_weakly_attributed,
    methods.method_id,
    regions.region_name_zh_hans,
    regions.region_name_zh_hant,
    regions.region_name_en,
    regions.region_short_name_zh_hans,
    regions.region_short_name_zh_hant,
    regions.region_short_name_en,
    regions.sort_order,
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
inner join regions on gaps.region_id = regions.region_id
inner join indicators on gaps.indicator_id = indicators.indicator_id
inner join views on gaps.view_id = views.view_id
inner join methods on methods.table_key = 'metrics/region_gap'
order by gaps.view_id, gaps.indicator_id, gaps.region_id, gaps.period
