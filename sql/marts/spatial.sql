/*
description = "Every unit of the nation beside its neighbours, with Moran's I of the year: what a Moran scatter and a cluster map show; beside the index between neighbours those under distance weights, which say how much hangs on the choice of neighbours. One row per view, indicator, group, period, region."
grain = ["view_id", "indicator_id", "group_id", "period", "region_id"]
deps = ["metrics/spatial_local", "metrics/spatial_moran", "core/regions", "core/indicators", "core/views", "core/methods"]
*/
with

local_figures as (

    select *
    from metrics.spatial_local

),

spatial_moran as (

    select *
    from metrics.spatial_moran
    where weights_id = 'contiguity'

),

nearest_moran as (

    select view_id, indicator_id, group_id, period, moran_index, p_value, permutation_p_value
    from metrics.spatial_moran
    where weights_id = 'nearest_4'

),

distance_moran as (

    select view_id, indicator_id, group_id, period, moran_index, p_value, permutation_p_value
    from metrics.spatial_moran
    where weights_id = 'inverse_distance'

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
    local_figures.view_id,
    local_figures.indicator_id,
    local_figures.group_id,
    local_figures.period,
    local_figures.region_id,
    local_figures.value,
    local_figures.standard_score,
    local_figures.neighbours_score,
    local_figures.local_index,
    local_figures.quadrant,
    local_figures.p_value as local_p_value,
    spatial_moran.moran_index,
    spatial_moran.expected_index,
    spatial_moran.z_score,
    spatial_moran.p_value,
    spatial_moran.permutation_p_value,
    nearest_moran.moran_index as nearest_4_moran_index,
    nearest_moran.p_value as nearest_4_p_value,
    nearest_moran.permutation_p_value as nearest_4_permutation_p_value,
    distance_moran.moran_index as inverse_distance_moran_index,
    distance_moran.p_value as inverse_distance_p_value,
    distance_moran.permutation_p_value as inverse_distance_permutation_p_value,
    spatial_moran.non_neighbour_share,
    spatial_moran.n_members,
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
from local_figures
inner join spatial_moran
    on local_figures.view_id = spatial_moran.view_id
    and local_figures.indicator_id = spatial_moran.indicator_id
    and local_figures.group_id = spatial_moran.group_id
    and local_figures.period = spatial_moran.period
left join nearest_moran
    on local_figures.view_id = nearest_moran.view_id
    and local_figures.indicator_id = nearest_moran.indicator_id
    and local_figures.group_id = nearest_moran.group_id
    and local_figures.period = nearest_moran.period
left join distance_moran
    on local_figures.view_id = distance_moran.view_id
    and local_figures.indicator_id = distance_moran.indicator_id
    and local_figures.group_id = distance_moran.group_id
    and local_figures.period = distance_moran.period
inner join regions on local_figures.region_id = regions.region_id
inner join indicators on local_figures.indicator_id = indicators.indicator_id
inner join views on local_figures.view_id = views.view_id
inner join methods on methods.table_key = 'metrics/spatial_local'
order by
    local_figures.view_id, local_figures.indicator_id, local_figures.group_id,
    local_figures.period, local_figures.region_id
