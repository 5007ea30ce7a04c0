/*
description = "Gini coefficient of the members of a group. One row per view, membership, indicator, group, period, weighting."
grain = ["view_id", "membership", "indicator_id", "group_id", "period", "weighting"]
deps = ["core/member_values"]
method = "sum over pairs p_i p_j |y_i - y_j| / (2 mu), computed from the Lorenz curve of the sorted values: 1 - sum p_i (L_i + L_(i-1)); no value when a member is negative"
*/
with

ranked as (

    select
        view_id, membership, indicator_id, group_id, period, value, weight,
        row_number() over from_below as position,
        sum(weight) over from_below as cumulated_weight,
    from core.member_values
    window from_below as (
        partition by view_id, membership, indicator_id, group_id, period
        order by value, region_id
        rows between unbounded preceding and current row
    )

),

-- a measure of differences needs at least two members, and weights of all of them or of none
sums as (

    select
        view_id, membership, indicator_id, group_id, period,
        count(*) as n_members,
        min(value) >= 0 as has_gini,
        sum(value * (2 * position - 1)) / count(*) / nullif(sum(value), 0) as twice_ranked,
        case when count(weight) = count(*) then nullif(sum(weight), 0) end as total_weight,
        nullif(sum(weight * value), 0) as total_value,
        sum(weight * value * (2 * cumulated_weight - weight)) as weighted_sum,
    from ranked
    group by all
    having count(*) >= 2

),

twice as (

    select *, 'unweighted' as weighting, twice_ranked - 1 as gini from sums
    union all
    select *, 'weighted' as weighting, weighted_sum / total_weight / total_value - 1 as gini
    from sums
    where total_weight is not null

)

select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    weighting,
    case when has_gini then gini end as value,
    n_members,
from twice
order by view_id, membership, indicator_id, group_id, period, weighting
