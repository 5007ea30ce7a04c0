/*
description = "Theil T index of the members of a group. One row per view, membership, indicator, group, period, weighting."
grain = ["view_id", "membership", "indicator_id", "group_id", "period", "weighting"]
deps = ["core/member_moments"]
method = "sum s ln(s / p), s = p y / mu the share of the total (Theil 1967), natural log; a zero adds zero; no value when a member is negative"
*/
select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    weighting,
    case
        when lowest_value < 0 then null
        when group_mean = 0 then 0
        else greatest(value_log_mean / group_mean - ln(group_mean), 0)
    end as value,
    n_members,
from core.member_moments
order by view_id, membership, indicator_id, group_id, period, weighting
