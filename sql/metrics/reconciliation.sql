/*
description = "Whether parts add up: the groups of each partition against the sum of the 31 provincial units, and that sum against the national figure the publisher prints. The residual is carried, never spread over the parts. One row per view, indicator, period, set."
grain = ["view_id", "indicator_id", "period", "set_id"]
deps = ["core/group_observations", "core/group_sets", "core/groups", "core/region_values", "core/regions", "core/indicators"]
method = "difference = sum over the set's groups - sum of the 31 provincial units; residual = printed national figure - sum of the 31 provincial units"
*/
with

group_observations as (

    select view_id, membership, indicator_id, group_id, period, value, n_present, n_members, basis_text
    from core.group_observations
    where membership = 'dated'

),

additive_indicators as (

    select indicator_id
    from core.indicators
    where aggregation = 'sum'

),

partitions as (

    select set_id, period, group_id
    from core.group_sets
    where is_partition and membership = 'dated'

),

nation as (

    select group_observations.*
    from group_observations
    inner join core.groups on group_observations.group_id = groups.group_id
    inner join additive_indicators on group_observations.indicator_id = additive_indicators.indicator_id
    where groups.group_kind = 'nation' and group_observations.n_present = group_observations.n_members

),

printed_national as (

    select region_values.view_id, region_values.indicator_id, region_values.period, region_values.value,
        region_values.basis_text
    from core.region_values
    inner join core.regions on region_values.region_id = regions.region_id
    where regions.region_level = 'country'

),

set_sums as (

    select
        group_observations.view_id, group_observations.indicator_id, group_observations.period,
        partitions.set_id, sum(group_observations.value) as set_sum
    from group_observations
    inner join partitions
        on group_observations.group_id = partitions.group_id
        and group_observations.period = partitions.period
    group by all

)

select
    nation.view_id,
    nation.indicator_id,
    nation.period,
    set_sums.set_id,
    set_sums.set_sum,
    nation.value as nation_value,
    set_sums.set_sum - nation.value as difference,
    printed_national.value as printed_national_value,
    printed_national.value - nation.value as residual,
    printed_national.value / nullif(nation.value, 0) - 1 as residual_share,
from nation
inner join set_sums
    on nation.view_id = set_sums.view_id
    and nation.indicator_id = set_sums.indicator_id
    and nation.period = set_sums.period
left join printed_national
    on nation.view_id = printed_national.view_id
    and nation.indicator_id = printed_national.indicator_id
    and nation.period = printed_national.period
    -- a national figure of another edition would show the revision, not the residual
    and nation.basis_text = printed_national.basis_text
order by nation.view_id, nation.indicator_id, nation.period, set_sums.set_id
