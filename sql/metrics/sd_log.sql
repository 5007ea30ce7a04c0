/*
description = "Standard deviation of the logs of the members of a group (sigma-convergence). One row per view, membership, indicator, group, period, weighting."
grain = ["view_id", "membership", "indicator_id", "group_id", "period", "weighting"]
deps = ["core/member_moments"]
method = "sqrt(sum p (ln y - m)^2), m = sum p ln y, natural log, population form (Barro and Sala-i-Martin 1992); no value when a member is zero or negative"
*/
select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    weighting,
    sqrt(log_variance) as value,
    n_members,
from core.member_moments
order by view_id, membership, indicator_id, group_id, period, weighting
