/*
description = "Numerators and denominators of a group's members added up, with how many of the members, carrying how much weight, have a figure. One row per view, membership, indicator, group, period."
grain = ["view_id", "membership", "indicator_id", "group_id", "period"]
deps = ["core/region_values", "core/group_members"]
*/
with

region_values as (

    select
        view_id, indicator_id, region_id, period, numerator, denominator, basis_text, source_id,
        is_weakly_attributed
    from core.region_values

),

group_members as (

    select group_id, membership, period, region_id, coverage_kind, region_weight
    from core.group_members

),

group_sizes as (

    select
        group_id,
        membership,
        period,
        count(*) as n_members,
        sum(region_weight) as group_weight,
        bool_and(coverage_kind = 'full') as is_whole,
    from group_members
    group by all

),

summed as (

    select
        region_values.view_id,
        group_members.membership,
        region_values.indicator_id,
        group_members.group_id,
        region_values.period,
        count(*) as n_present,
        sum(group_members.region_weight) as present_weight,
        sum(region_values.numerator) as numerator,
        sum(region_values.denominator) as denominator,
        count(*) = count(region_values.numerator) as is_every_numerator_known,
        sum(region_values.numerator) filter (group_members.coverage_kind = 'full') as full_members_numerator,
        min(region_values.basis_text) as first_basis,
        max(region_values.basis_text) as last_basis,
        min(region_values.source_id) as first_source,
        max(region_values.source_id) as last_source,
        bool_or(region_values.is_weakly_attributed) as is_weakly_attributed,
    from region_values
    inner join group_members
        on region_values.region_id = group_members.region_id
        and region_values.period = group_members.period
    group by all

)

select
    summed.view_id,
    summed.membership,
    summed.indicator_id,
    summed.group_id,
    summed.period,
    group_sizes.n_members,
    summed.n_present,
    -- exactly one when nobody is missing, whatever the order of the additions
    case when summed.n_present = group_sizes.n_members then 1
        else summed.present_weight / group_sizes.group_weight end as coverage,
    group_sizes.is_whole,
    summed.numerator,
    summed.denominator,
    summed.is_every_numerator_known,
    summed.full_members_numerator,
    case when summed.first_basis = summed.last_basis then summed.first_basis
        else summed.first_basis || ' … ' || summed.last_basis end as basis_text,
    summed.first_basis <> summed.last_basis as is_mixed_basis,
    case when summed.first_source = summed.last_source then summed.first_source
        else summed.first_source || ', ' || summed.last_source end as source_text,
    summed.is_weakly_attributed,
from summed
inner join group_sizes
    on summed.group_id = group_sizes.group_id
    and summed.membership = group_sizes.membership
    and summed.period = group_sizes.period
