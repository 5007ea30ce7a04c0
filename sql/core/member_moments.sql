/*
description = "Moments of the members of a group from which its measures of dispersion follow, read once, with equal shares and with shares of the group's weight. One row per view, membership, indicator, group, period, weighting."
grain = ["view_id", "membership", "indicator_id", "group_id", "period", "weighting"]
deps = ["core/member_values"]
*/
with

member_values as (

    select
        view_id, membership, indicator_id, group_id, period, value, weight,
        case when value > 0 then ln(value) end as log_value
    from core.member_values

),

-- a measure of differences needs at least two members
sums as (

    select
        view_id, membership, indicator_id, group_id, period,
        count(*) as n_members,
        min(value) as lowest_value,
        count(log_value) = count(*) as has_logs,
        avg(value) as mean,
        var_pop(value) as variance,
        avg(log_value) as log_mean,
        var_pop(log_value) as log_variance,
        sum(value * log_value) / count(*) as value_log_mean,
        -- weights of all of them or of none
        case when count(weight) = count(*) then nullif(avg(weight), 0) end as weight_mean,
        sum(weight * value * log_value) / count(*) as weight_value_log_mean,
        covar_pop(weight, value) as weight_value,
        covar_pop(weight * value, value) as weight_value_value,
        covar_pop(weight, log_value) as weight_log,
        covar_pop(weight * log_value, log_value) as weight_log_log,
    from member_values
    group by all
    having count(*) >= 2

),

-- squares around the plain mean, moved to the weighted one: E(y - m)^2 = E(y - a)^2 - (m - a)^2.
-- Sums of y^2 less squared sums would lose the digits that say how members differ
weighted as (

    select
        * replace (
            mean + weight_value / weight_mean as mean,
            (weight_value_value - mean * weight_value) / weight_mean - (weight_value / weight_mean) ** 2
                as variance,
            log_mean + weight_log / weight_mean as log_mean,
            (weight_log_log - log_mean * weight_log) / weight_mean - (weight_log / weight_mean) ** 2
                as log_variance,
            weight_value_log_mean / weight_mean as value_log_mean
        ),
        'weighted' as weighting,
    from sums
    where weight_mean is not null

),

twice as (

    select *, 'unweighted' as weighting from sums
    union all
    select * from weighted

)

select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    weighting,
    n_members,
    lowest_value,
    mean as group_mean,
    greatest(variance, 0) as variance,
    case when has_logs then log_mean end as log_mean,
    case when has_logs then greatest(log_variance, 0) end as log_variance,
    coalesce(value_log_mean, 0) as value_log_mean,
from twice
