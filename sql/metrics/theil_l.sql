/*
description = "Theil L index (mean log deviation) of the members of a group. One row per view, membership, indicator, group, period, weighting."
grain = ["view_id", "membership", "indicator_id", "group_id", "period", "weighting"]
deps = ["core/weighted_members"]
method = "sum p ln(p / s) = sum p ln(mu / y) (Theil 1967), natural log; no value when a member is zero or negative"
*/
select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    weighting,
    case when min(value) > 0 then sum(share * ln(group_mean / value)) end as value,
    count(*) as n_members,
from core.weighted_members
group by all
order by view_id, membership, indicator_id, group_id, period, weighting
