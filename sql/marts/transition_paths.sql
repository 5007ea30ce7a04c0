/*
description = "Relative transition path of every unit of the nation with its convergence club and the mean path of the club; 1 is the mean of all units. One row per view, indicator, group, convention, merging, region, period."
grain = ["view_id", "indicator_id", "group_id", "convention", "merging", "region_id", "period"]
deps = ["metrics/transition_path", "metrics/club", "core/regions", "core/indicators", "core/views", "core/methods"]
*/
with

paths as (

    select
        *,
        -- regions in no club have no path in common
        case when club_number > 0 then
            avg(transition_coefficient) over (
                partition by view_id, indicator_id, group_id, convention, merging, club_number, period
            )
        end as club_mean_coefficient,
    from metrics.transition_path

),

clubs as (

    select
        view_id, indicator_id, group_id, convention, merging, region_id, n_clubs, n_members, log_t_slope,
        t_statistic
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
    paths.view_id,
    paths.indicator_id,
    paths.group_id,
    paths.convention,
    paths.merging,
    paths.region_id,
    paths.period,
    paths.transition_coefficient,
    paths.club_number,
    paths.club_mean_coefficient,
    clubs.n_clubs,
    clubs.n_members,
    clubs.log_t_slope,
    clubs.t_statistic,
    clubs.t_statistic <= -1.65 as is_rejected,
    paths.null_reason,
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
from paths
inner join clubs
    on paths.view_id = clubs.view_id
    and paths.indicator_id = clubs.indicator_id
    and paths.group_id = clubs.group_id
    and paths.convention = clubs.convention
    and paths.merging = clubs.merging
    and paths.region_id = clubs.region_id
inner join regions on paths.region_id = regions.region_id
inner join indicators on paths.indicator_id = indicators.indicator_id
inner join views on paths.view_id = views.view_id
inner join methods on methods.table_key = 'metrics/transition_path'
order by
    paths.view_id, paths.indicator_id, paths.group_id, paths.convention, paths.merging, paths.region_id,
    paths.period
