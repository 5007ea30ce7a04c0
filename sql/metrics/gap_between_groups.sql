/*
description = "Distance of a group from another group: each group with its declared comparator, and the other way round. One row per view, membership, indicator, group, reference, period."
grain = ["view_id", "membership", "indicator_id", "group_id", "reference_id", "period"]
deps = ["core/group_observations", "core/groups", "core/comparisons"]
method = "ratio = value / reference; absolute = reference - value; relative = 1 - value / reference; log = ln(reference / value); group values are sums over sums"
*/
with

group_observations as (

    select
        view_id, membership, indicator_id, group_id, period, value, null_reason, basis_text, is_mixed_basis,
        has_break
    from core.group_observations

),

groups as (

    select group_id, reference_group_id, membership_rule
    from core.groups

),

comparisons as (

    select view_id, indicator_id
    from core.comparisons
    where is_compared

),

pairs as (

    select group_id, reference_group_id as reference_id
    from groups
    where reference_group_id is not null
    union
    select reference_group_id as group_id, group_id as reference_id
    from groups
    where reference_group_id is not null

),

paired as (

    select
        subject.*,
        pairs.reference_id,
        reference.value as reference_value,
        reference.null_reason as reference_null_reason,
        reference.is_mixed_basis or reference.basis_text <> subject.basis_text as is_reference_mixed,
        reference.has_break as has_reference_break,
    from pairs
    inner join group_observations as subject on pairs.group_id = subject.group_id
    inner join comparisons
        on subject.view_id = comparisons.view_id
        and subject.indicator_id = comparisons.indicator_id
    inner join groups as reference_groups on pairs.reference_id = reference_groups.group_id
    inner join group_observations as reference
        on pairs.reference_id = reference.group_id
        and subject.view_id = reference.view_id
        and (
            subject.membership = reference.membership
            or (subject.membership = 'fixed' and reference_groups.membership_rule = 'retrospective')
        )
        and subject.indicator_id = reference.indicator_id
        and subject.period = reference.period

)

select
    view_id,
    membership,
    indicator_id,
    group_id,
    reference_id,
    period,
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
order by view_id, membership, indicator_id, group_id, reference_id, period
