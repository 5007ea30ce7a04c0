/*
description = "What is held: how many regions of each level have a figure, which provincial units lack one, from which vintages and publishers. One row per view, indicator, period, region level."
grain = ["view_id", "indicator_id", "period", "region_level"]
deps = ["core/region_values", "core/regions", "core/indicators", "core/views"]
*/
with

region_values as (

    select view_id, indicator_id, region_id, period, basis_text, source_id, is_weakly_attributed
    from core.region_values
    where value is not null

),

regions as (

    select region_id, region_level, region_short_name_en, sort_order
    from core.regions

),

expected as (

    -- Hong Kong, Macao and Taiwan stand outside the 31 units national tables list
    select count(*) as n_provinces, list(region_id order by region_id) as province_ids
    from regions
    where region_level = 'province' and region_id < '710000'

),

held as (

    select
        region_values.view_id,
        region_values.indicator_id,
        region_values.period,
        regions.region_level,
        count(*) as n_present,
        list(region_values.region_id) as present_ids,
        string_agg(distinct region_values.basis_text, ', ' order by region_values.basis_text) as basis_text,
        string_agg(distinct region_values.source_id, ', ' order by region_values.source_id) as source_text,
        bool_or(region_values.is_weakly_attributed) as is_weakly_attributed,
    from region_values
    inner join regions on region_values.region_id = regions.region_id
    group by all

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

)

select
    held.view_id,
    held.indicator_id,
    held.period,
    held.region_level,
    held.n_present,
    case when held.region_level = 'province' then expected.n_provinces end as n_expected,
    case when held.region_level = 'province'
        then array_to_string(
            list_filter(
                expected.province_ids, lambda province: not list_contains(held.present_ids, province)
            ), ' ') end as missing_region_ids,
    held.basis_text,
    held.source_text,
    held.is_weakly_attributed,
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
from held
cross join expected
inner join indicators on held.indicator_id = indicators.indicator_id
inner join views on held.view_id = views.view_id
order by held.view_id, held.indicator_id, held.period, held.region_level
