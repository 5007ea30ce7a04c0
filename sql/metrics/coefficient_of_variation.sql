/*
description = "Coefficient of variation of the members of a group. One row per view, membership, indicator, group, period, weighting."
grain = ["view_id", "membership", "indicator_id", "group_id", "period", "weighting"]
deps = ["core/weighted_members"]
method = "sqrt(sum p (y - mu)^2) / mu with population shares p (Williamson 1965) or equal shares; population form, divided by n"
*/
select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    weighting,
    sqrt(sum(share * (value - group_mean) ** 2)) / nullif(any_value(group_mean), 0) as value,
    count(*) as n_members,
from core.weighted_members
group by all
order by view_id, membership, indicator_id, group_id, period, weighting
