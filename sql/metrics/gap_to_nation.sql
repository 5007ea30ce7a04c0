/*
description = "Distance of a group from the 31 provincial units taken together. One row per view, membership, indicator, group, period."
grain = ["view_id", "membership", "indicator_id", "group_id", "period"]
deps = ["core/group_observations", "core/groups", "core/comparisons"]
method = "reference = the nation as sum over sum of the 31 provincial units; ratio = value / reference; absolute = reference - value; relative = 1 - value / reference; log = ln(reference / value)"
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
    where is_compared

),

-- the nation is always the same 31 units, whatever the membership rule of the group
nation as (

    select group_observations.*
    from group_observations
    inner join groups on group_observations.group_id = groups.group_id
    where groups.group_kind = 'nation'

),

paired as (

    select
        group_observations.*,
        nation.group_id as reference_id,
        nation.value as reference_value,
        nation.null_reason as reference_null_reason,
        nation.is_mixed_basis or nation.basis_text <> group_observations.basis_text as is_reference_mixed,
        nation.has_break as has_reference_break,
    from group_observations
    inner join comparisons
        on group_observations.view_id = comparisons.view_id
        and group_observations.indicator_id = comparisons.indicator_id
    inner join nation
        on group_observations.view_id = nation.view_id
        and group_observations.indicator_id = nation.indicator_id
        and group_observations.period = nation.period
        and group_observations.group_id <> nation.group_id

)

select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    reference_id,
    value,
    reference_value,
    value / nullif(reference_value, 0) as ratio,
    reference_value - value as absolute_gap,
    1 - value / nullif(reference_value, 0) as relative_gap,
    case when value > 0 and reference_value > 0 then ln(reference_value / value) end as log_gap,
    coalesce(null_reason, 'reference_' || reference_null_reason) as null_reason,
    is_mixed_basis or is_reference_mixed as is_mixed_basis,
    has_break or has_reference_break as has_break,
from paired
order by view_id, membership, indicator_id, group_id, period
