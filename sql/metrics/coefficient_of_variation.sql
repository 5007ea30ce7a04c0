/*
description = "Coefficient of variation of the members of a group. One row per view, membership, indicator, group, period, weighting."
grain = ["view_id", "membership", "indicator_id", "group_id", "period", "weighting"]
deps = ["core/member_moments"]
method = "sqrt(sum p (y - mu)^2) / mu with population shares p (Williamson 1965) or equal shares; population form, divided by n"
*/
select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    weighting,
    sqrt(variance) / nullif(group_mean, 0) as value,
    n_members,
from core.member_moments
order by view_id, membership, indicator_id, group_id, period, weighting
