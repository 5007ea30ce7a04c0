/*
description = "A group's part of the sum of the 31 provincial units, for figures that add up. One row per view, membership, indicator, group, period."
grain = ["view_id", "membership", "indicator_id", "group_id", "period"]
deps = ["core/group_observations", "core/groups", "core/comparisons"]
method = "share = group sum / sum of the 31 provincial units, same view and period; the published national figure is not the denominator (official bloc shares divide by the sum of provinces)"
*/
with

group_observations as (

    select
        view_id, membership, indicator_id, group_id, period, value, null_reason, basis_text, is_mixed_basis,
        has_break
    from core.group_observations

),

groups as (

    select group_id, group_kind
    from core.groups

),

comparisons as (

    select view_id, indicator_id
    from core.comparisons
    where is_additive

),

-- the nation is always the same 31 units, whatever the membership rule of the group
nation as (

    select
        group_observations.view_id,
        group_observations.membership,
        group_observations.indicator_id,
        group_observations.period,
        group_observations.value,
        group_observations.null_reason,
        group_observations.basis_text,
        group_observations.is_mixed_basis,
        group_observations.has_break,
    from group_observations
    inner join groups on group_observations.group_id = groups.group_id
    where groups.group_kind = 'nation'

)

select
    group_observations.view_id,
    group_observations.membership,
    group_observations.indicator_id,
    group_observations.group_id,
    group_observations.period,
    group_observations.value,
    nation.value as nation_value,
    group_observations.value / nullif(nation.value, 0) as share,
    coalesce(group_observations.null_reason, 'nation_' || nation.null_reason) as null_reason,
    group_observations.is_mixed_basis
        or nation.is_mixed_basis
        or group_observations.basis_text <> nation.basis_text as is_mixed_basis,
    group_observations.has_break or nation.has_break as has_break,
from group_observations
inner join comparisons
    on group_observations.view_id = comparisons.view_id
    and group_observations.indicator_id = comparisons.indicator_id
inner join nation
    on group_observations.view_id = nation.view_id
    and group_observations.indicator_id = nation.indicator_id
    and group_observations.period = nation.period
order by
    group_observations.view_id, group_observations.membership, group_observations.indicator_id,
    group_observations.group_id, group_observations.period
