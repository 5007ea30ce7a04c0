/*
description = "Highest and lowest member of a group and the distance between them. One row per view, membership, indicator, group, period."
grain = ["view_id", "membership", "indicator_id", "group_id", "period"]
deps = ["core/member_values"]
method = "ratio = highest / lowest; absolute = highest - lowest; relative = (highest - lowest) / unweighted mean of the members; ties by region id"
*/
select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    max(value) as highest_value,
    -- portable spelling of 'the region at the maximum', smallest id first on ties
    min_by(region_id, (-value, region_id)) as highest_region_id,
    min(value) as lowest_value,
    min_by(region_id, (value, region_id)) as lowest_region_id,
    case when min(value) > 0 then max(value) / min(value) end as ratio,
    max(value) - min(value) as absolute_gap,
    (max(value) - min(value)) / nullif(avg(value), 0) as relative_gap,
    count(*) as n_members,
from core.member_values
group by all
having count(*) >= 2
order by view_id, membership, indicator_id, group_id, period
