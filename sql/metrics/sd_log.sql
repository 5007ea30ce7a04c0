/*
description = "Standard deviation of the logs of the members of a group (sigma-convergence). One row per view, membership, indicator, group, period, weighting."
grain = ["view_id", "membership", "indicator_id", "group_id", "period", "weighting"]
deps = ["core/weighted_members"]
method = "sqrt(sum p (ln y - m)^2), m = sum p ln y, natural log, population form (Barro and Sala-i-Martin 1992); no value when a member is zero or negative"
*/
with

logs as (

    select
        view_id, membership, indicator_id, group_id, period, weighting, share,
        case when value > 0 then ln(value) end as log_value
    from core.weighted_members

),

means as (

    select
        logs.*,
        sum(share * log_value) over (
            partition by view_id, membership, indicator_id, group_id, period, weighting
        ) as mean_log,
    from logs

)

select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    weighting,
    case when count(log_value) = count(*)
        then sqrt(sum(share * (log_value - mean_log) ** 2)) end as value,
    count(*) as n_members,
from means
group by all
order by view_id, membership, indicator_id, group_id, period, weighting
