/*
description = "Distance of a zone from the provincial units outside it, zones overlapping or not. One row per view, membership, indicator, group, period."
grain = ["view_id", "membership", "indicator_id", "group_id", "period"]
deps = ["core/group_observations", "core/group_reach", "core/groups", "core/comparisons"]
method = "rest = (sum of nation - sum of zone) numerators over denominators, so it holds exactly the units not in the zone; refused when members lie outside the 31 provincial units or are partial; gaps as in gap_to_nation with the rest as reference"
*/
with

group_observations as (

    select
        view_id, membership, indicator_id, group_id, period, value, numerator, denominator, null_reason,
        basis_text, is_mixed_basis, has_break
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

group_reach as (

    select group_id, is_within_nation
    from core.group_reach

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
        zone.*,
        nation.numerator - zone.numerator as rest_numerator,
        nation.denominator - zone.denominator as rest_denominator,
        case
            when not group_reach.is_within_nation then 'members_outside_nation'
            when zone.null_reason is not null then zone.null_reason
            when nation.null_reason is not null then 'nation_' || nation.null_reason
        end as rest_null_reason,
        nation.is_mixed_basis or nation.basis_text <> zone.basis_text as is_nation_mixed,
        nation.has_break as has_nation_break,
    from group_observations as zone
    inner join groups on zone.group_id = groups.group_id and groups.group_kind <> 'nation'
    inner join comparisons
        on zone.view_id = comparisons.view_id
        and zone.indicator_id = comparisons.indicator_id
    inner join nation
        on zone.view_id = nation.view_id
        and zone.indicator_id = nation.indicator_id
        and zone.period = nation.period
    inner join group_reach on zone.group_id = group_reach.group_id

)

select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    value,
    case when rest_null_reason is null then rest_numerator / nullif(rest_denominator, 0) end
        as reference_value,
    value / nullif(reference_value, 0) as ratio,
    reference_value - value as absolute_gap,
    1 - value / nullif(reference_value, 0) as relative_gap,
    case when value > 0 and reference_value > 0 then ln(reference_value / value) end as log_gap,
    rest_null_reason as null_reason,
    is_mixed_basis or is_nation_mixed as is_mixed_basis,
    has_break or has_nation_break as has_break,
from paired
order by view_id, membership, indicator_id, group_id, period
