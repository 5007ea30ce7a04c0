/*
description = "Gini coefficient of the members of a group. One row per view, membership, indicator, group, period, weighting."
grain = ["view_id", "membership", "indicator_id", "group_id", "period", "weighting"]
deps = ["core/weighted_members"]
method = "sum over pairs p_i p_j |y_i - y_j| / (2 mu), computed from the Lorenz curve of the sorted values: 1 - sum p_i (L_i + L_(i-1)); no value when a member is negative"
*/
with

ranked as (

    select
        view_id, membership, indicator_id, group_id, period, weighting, value, share, group_mean,
        sum(share * value) over (
            partition by view_id, membership, indicator_id, group_id, period, weighting
            order by value, region_id
        ) as cumulated_value
    from core.weighted_members

)

select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    weighting,
    case when min(value) >= 0
        then 1 - sum(share * (2 * cumulated_value - share * value)) / nullif(any_value(group_mean), 0)
        end as value,
    count(*) as n_members,
from ranked
group by all
order by view_id, membership, indicator_id, group_id, period, weighting
