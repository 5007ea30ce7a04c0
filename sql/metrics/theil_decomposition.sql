/*
description = "Theil T and L between the regions, split into between and within the groups of a partition; refused, with the alternatives named, for sets of zones that overlap or leave regions out. One row per view, membership, indicator, set, period, weighting, index."
grain = ["view_id", "membership", "indicator_id", "set_id", "period", "weighting", "index_id"]
deps = ["metrics/theil_by_group", "core/group_sets", "core/region_values", "core/comparisons", "core/group_observations", "core/groups"]
method = "sums of the groups' contributions in metrics/theil_by_group; total = between + within exactly; withheld when units carrying less than 0.95 of the nation's weight have a figure"
*/
with

theil_by_group as (

    select
        view_id, membership, indicator_id, set_id, period, weighting, n_members, theil_t_between,
        theil_t_within, theil_l_between, theil_l_within
    from metrics.theil_by_group

),

refused_sets as (

    select distinct set_id, membership, period
    from core.group_sets
    where not is_partition

),

measured_periods as (

    select distinct region_values.view_id, region_values.indicator_id, region_values.period
    from core.region_values
    inner join core.comparisons
        on region_values.view_id = comparisons.view_id
        and region_values.indicator_id = comparisons.indicator_id
    where comparisons.is_compared

),

national_coverage as (

    select
        group_observations.view_id,
        group_observations.indicator_id,
        group_observations.period,
        group_observations.coverage,
    from core.group_observations
    inner join core.groups on group_observations.group_id = groups.group_id
    where groups.group_kind = 'nation'

),

decomposed as (

    select
        view_id, membership, indicator_id, set_id, period, weighting, 'theil_t' as index_id,
        sum(theil_t_between) as between_groups, sum(theil_t_within) as within_groups,
        sum(n_members) as n_members, cast(null as varchar) as null_reason
    from theil_by_group
    group by all
    union all
    select
        view_id, membership, indicator_id, set_id, period, weighting, 'theil_l' as index_id,
        sum(theil_l_between) as between_groups, sum(theil_l_within) as within_groups,
        sum(n_members) as n_members, cast(null as varchar) as null_reason
    from theil_by_group
    group by all
    union all
    -- a between/within split of overlapping zones would count some regions twice and others never
    select
        measured_periods.view_id, refused_sets.membership, measured_periods.indicator_id,
        refused_sets.set_id, measured_periods.period, 'weighted' as weighting, 'theil_t' as index_id,
        null as between_groups, null as within_groups, null as n_members,
        'not_a_partition: use gap_to_rest per zone, or a partition' as null_reason
    from refused_sets
    inner join measured_periods on refused_sets.period = measured_periods.period

),

judged as (

    -- with too few units the split would be one of the units that happen to report
    select
        decomposed.* exclude (null_reason, between_groups, within_groups),
        coalesce(
            decomposed.null_reason,
            case when national_coverage.coverage < 0.95 then 'coverage_below_minimum' end
        ) as null_reason,
        case when national_coverage.coverage >= 0.95 then decomposed.between_groups end as between_groups,
        case when national_coverage.coverage >= 0.95 then decomposed.within_groups end as within_groups,
    from decomposed
    left join national_coverage
        on decomposed.view_id = national_coverage.view_id
        and decomposed.indicator_id = national_coverage.indicator_id
        and decomposed.period = national_coverage.period

)

select
    view_id,
    membership,
    indicator_id,
    set_id,
    period,
    weighting,
    index_id,
    between_groups + within_groups as value,
    between_groups,
    within_groups,
    between_groups / nullif(between_groups + within_groups, 0) as between_share,
    cast(n_members as bigint) as n_members,
    null_reason,
from judged
order by view_id, membership, indicator_id, set_id, period, weighting, index_id
