/*
description = "Sigma convergence among the members of a group, of at least five, for every start and end year: standard deviation of logs at both ends. One row per view, indicator, group, start year, end year, weighting."
grain = ["view_id", "indicator_id", "group_id", "period_start", "period_end", "weighting"]
deps = ["metrics/sd_log", "core/panel_values"]
method = "standard deviation of logs as in metrics/sd_log (Barro and Sala-i-Martin 1992) in years in which every member has a figure; change = end - start, relative change = end / start - 1; negative: the members came closer; no test, see metrics/convergence_test"
*/
with

panels as (

    select
        view_id, indicator_id, group_id, membership, period,
        count(*) as n_members,
        sum(n_breaks) as n_breaks,
    from core.panel_values
    group by all
    having count(*) >= 5

),

measured as (

    select
        panels.view_id, panels.indicator_id, panels.group_id, panels.period, panels.n_members, panels.n_breaks,
        sd_log.weighting, sd_log.value
    from panels
    inner join metrics.sd_log
        on panels.view_id = sd_log.view_id
        and panels.membership = sd_log.membership
        and panels.indicator_id = sd_log.indicator_id
        and panels.group_id = sd_log.group_id
        and panels.period = sd_log.period
    where sd_log.value is not null

)

select
    starts.view_id,
    starts.indicator_id,
    starts.group_id,
    starts.period as period_start,
    ends.period as period_end,
    starts.weighting,
    starts.n_members,
    starts.value as sigma_start,
    ends.value as sigma_end,
    ends.value - starts.value as sigma_change,
    ends.value / nullif(starts.value, 0) - 1 as relative_sigma_change,
    starts.n_breaks <> ends.n_breaks as has_break,
from measured as starts
inner join measured as ends
    on starts.view_id = ends.view_id
    and starts.indicator_id = ends.indicator_id
    and starts.group_id = ends.group_id
    and starts.weighting = ends.weighting
    and starts.period < ends.period
order by
    starts.view_id, starts.indicator_id, starts.group_id, starts.period, ends.period, starts.weighting
