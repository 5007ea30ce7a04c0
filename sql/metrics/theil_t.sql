/*
description = "Theil T index of the members of a group. One row per view, membership, indicator, group, period, weighting."
grain = ["view_id", "membership", "indicator_id", "group_id", "period", "weighting"]
deps = ["core/weighted_members"]
method = "sum s ln(s / p), s = p y / mu the share of the total (Theil 1967), natural log; a zero adds zero; no value when a member is negative"
*/
select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    weighting,
    case when min(value) >= 0
        then sum(
            case when value = 0 then 0
                else share * value / group_mean * ln(value / group_mean) end
        ) end as value,
    count(*) as n_members,
from core.weighted_members
group by all
order by view_id, membership, indicator_id, group_id, period, weighting
