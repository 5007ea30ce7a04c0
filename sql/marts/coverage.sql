/*
description = "What is held: how many regions of each level have a figure, which units of the nation lack one, from which vintages and publishers. One row per view, indicator, period, region level."
grain = ["view_id", "indicator_id", "period", "region_level"]
deps = ["core/region_values", "core/regions", "core/groups", "core/group_members", "core/indicators", "core/views"]
*/
with

region_values as (

    select view_id, indicator_id, region_id, period, basis_text, source_id, is_weakly_attributed
    from core.region_values
    where value is not null

),

national_units as (

    select distinct regions.region_id, regions.region_level
    from core.group_members
    inner join core.groups on group_members.group_id = groups.group_id
    inner join core.regions on group_members.region_id = regions.region_id
    where groups.group_kind = 'nation'

),

expected as (

    select region_level, count(*) as n_expected, list(region_id order by region_id) as expected_ids
    from national_units
    group by region_level

),

levels as (

    -- Hong Kong and Macao are of the provinces' level, but no national table lists them
    select
        regions.region_id,
        case when expected.region_level is not null and national_units.region_id is null
            then 'outside_nation' else regions.region_level end as region_level,
    from core.regions
    left join expected on regions.region_level = expected.region_level
    left join national_units on regions.region_id = national_units.region_id

),

held as (

    select
        region_values.view_id,
        region_values.indicator_id,
        region_values.period,
        levels.region_level,
        count(*) as n_present,
        list(region_values.region_id) as present_ids,
        string_agg(distinct region_values.basis_text, ', ' order by region_values.basis_text) as basis_text,
        string_agg(distinct region_values.source_id, ', ' order by region_values.source_id) as source_text,
        bool_or(region_values.is_weakly_attributed) as is_weakly_attributed,
    from region_values
    inner join levels on region_values.region_id = levels.region_id
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
    expected.n_expected,
    array_to_string(
        list_filter(expected.expected_ids, lambda unit: not list_contains(held.present_ids, unit)), ' '
    ) as missing_region_ids,
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
left join expected on held.region_level = expected.region_level
inner join indicators on held.indicator_id = indicators.indicator_id
inner join views on held.view_id = views.view_id
order by held.view_id, held.indicator_id, held.period, held.region_level
