/*
description = "The convergence club of every unit of the nation, in the conventions of two programs, before and after merging; club 1 is the top, 0 is no club. One row per view, indicator, group, convention, merging, region."
grain = ["view_id", "indicator_id", "group_id", "convention", "merging", "region_id"]
deps = ["metrics/club", "core/regions", "core/indicators", "core/views", "core/methods"]
*/
with

clubs as (

    select *
    from metrics.club

),

regions as (

    select region_id, region_short_name_zh_hans, region_short_name_zh_hant, region_short_name_en, sort_order
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
    clubs.view_id,
    clubs.indicator_id,
    clubs.group_id,
    clubs.convention,
    clubs.merging,
    clubs.region_id,
    clubs.period_start,
    clubs.period_end,
    clubs.club_number,
    clubs.n_clubs,
    clubs.n_members,
    clubs.log_t_slope,
    clubs.standard_error,
    clubs.t_statistic,
    clubs.t_statistic <= -1.65 as is_rejected,
    clubs.null_reason,
    methods.method_id,
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
from clubs
inner join regions on clubs.region_id = regions.region_id
inner join indicators on clubs.indicator_id = indicators.indicator_id
inner join views on clubs.view_id = views.view_id
inner join methods on methods.table_key = 'metrics/club'
order by clubs.view_id, clubs.indicator_id, clubs.group_id, clubs.convention, clubs.merging, clubs.region_id
