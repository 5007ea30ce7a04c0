/*
description = "Values of a group's members that can be compared with each other, with their weights (the denominator of the ratio, or the weight of the mean). One row per view, membership, indicator, group, period, region."
grain = ["view_id", "membership", "indicator_id", "group_id", "period", "region_id"]
deps = ["core/region_values", "core/group_members", "core/comparisons"]
*/
with

comparisons as (

    select view_id, indicator_id
    from core.comparisons
    where is_compared

),

region_values as (

    select view_id, indicator_id, region_id, period, value, denominator
    from core.region_values
    where value is not null

),

group_members as (

    select group_id, membership, period, region_id
    from core.group_members

)

select
    region_values.view_id,
    group_members.membership,
    region_values.indicator_id,
    group_members.group_id,
    region_values.period,
    region_values.region_id,
    region_values.value,
    region_values.denominator as weight,
from region_values
inner join comparisons
    on region_values.view_id = comparisons.view_id
    and region_values.indicator_id = comparisons.indicator_id
inner join group_members
    on region_values.region_id = group_members.region_id
    and region_values.period = group_members.period
