/*
description = "Theil L index (mean log deviation) of the members of a group. One row per view, membership, indicator, group, period, weighting."
grain = ["view_id", "membership", "indicator_id", "group_id", "period", "weighting"]
deps = ["core/member_moments"]
method = "sum p ln(p / s) = sum p ln(mu / y) (Theil 1967), natural log; no value when a member is zero or negative"
*/
select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    weighting,
    case when lowest_value > 0 then greatest(ln(group_mean) - log_mean, 0) end as value,
    n_members,
from core.member_moments
order by view_id, membership, indicator_id, group_id, period, weighting
