/*
description = "Distance of every provincial unit, Hong Kong and Macao included where they have figures, from the 31 units taken together. One row per view, indicator, region, period."
grain = ["view_id", "indicator_id", "region_id", "period"]
deps = ["core/region_values", "core/regions", "core/group_members", "core/group_observations", "core/groups", "core/comparisons"]
method = "reference = the nation as sum over sum; ratio, absolute, relative and log gap as in gap_to_nation; rank 1 = highest value of the period among the 31 units; regions outside the nation have no rank"
*/
with

region_values as (

    select view_id, indicator_id, region_id, period, value, basis_text, has_break, source_id, is_weakly_attributed
    from core.region_values
    where value is not null

),

provinces as (

    select region_id
    from core.regions
    where region_level = 'province'

),

comparisons as (

    select view_id, indicator_id
    from core.comparisons
    where is_compared

),

national_units as (

    select distinct group_members.region_id
    from core.group_members
    inner join core.groups on group_members.group_id = groups.group_id
    where groups.group_kind = 'nation'

),

nation as (

    select
        group_observations.view_id,
        group_observations.indicator_id,
        group_observations.period,
        group_observations.value,
        group_observations.has_break,
    from core.group_observations
    inner join core.groups on group_observations.group_id = groups.group_id
    where groups.group_kind = 'nation'

)

select
    region_values.view_id,
    region_values.indicator_id,
    region_values.region_id,
    region_values.period,
    region_values.value,
    nation.value as reference_value,
    region_values.value / nullif(nation.value, 0) as ratio,
    nation.value - region_values.value as absolute_gap,
    1 - region_values.value / nullif(nation.value, 0) as relative_gap,
    case when region_values.value > 0 and nation.value > 0
        then ln(nation.value / region_values.value) end as log_gap,
    case when national_units.region_id is not null
        then rank() over (
            partition by
                region_values.view_id, region_values.indicator_id, region_values.period,
                national_units.region_id is not null
            order by region_values.value desc
        ) end as value_rank,
    case when nation.value is null then 'nation_without_value' end as null_reason,
    region_values.basis_text,
    region_values.has_break or coalesce(nation.has_break, false) as has_break,
    region_values.source_id as source_text,
    region_values.is_weakly_attributed,
from region_values
inner join provinces on region_values.region_id = provinces.region_id
inner join comparisons
    on region_values.view_id = comparisons.view_id
    and region_values.indicator_id = comparisons.indicator_id
left join national_units on region_values.region_id = national_units.region_id
left join nation
    on region_values.view_id = nation.view_id
    and region_values.indicator_id = nation.indicator_id
    and region_values.period = nation.period
order by
    region_values.view_id, region_values.indicator_id, region_values.region_id, region_values.period
