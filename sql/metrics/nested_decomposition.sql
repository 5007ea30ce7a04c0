/*
description = "Theil T between the units of the nation in two stages, by two of the partitions that statistics apply to all years: between the groups of the first, between the cells the second cuts them into, and within the cells. One row per view, indicator, wide set, narrow set, period, weighting."
grain = ["view_id", "indicator_id", "outer_set_id", "set_id", "period", "weighting"]
deps = ["core/panel_values", "core/group_sets", "core/group_members", "core/groups"]
method = "p_c, s_c shares of a cell in weight and in total; T = sum_b s_b ln(s_b / p_b) between groups + (sum_c s_c ln(s_c / p_c) - the same of groups) between their cells + within (Akita 2003); no partition refines another, so the narrow groups are the cells of both; years in which every unit has a positive figure"
*/
with

set_members as (

    select group_sets.set_id, group_sets.group_id, group_sets.period, group_members.region_id
    from core.group_sets
    inner join core.groups on group_sets.group_id = groups.group_id
    inner join core.group_members
        on group_sets.group_id = group_members.group_id
        and group_sets.membership = group_members.membership
        and group_sets.period = group_members.period
    where group_sets.is_partition and groups.membership_rule = 'retrospective'

),

national_values as (

    select
        panel_values.view_id, panel_values.indicator_id, panel_values.period, panel_values.region_id,
        panel_values.value, panel_values.weight
    from core.panel_values
    inner join core.groups on panel_values.group_id = groups.group_id
    where groups.group_kind = 'nation'
    qualify min(panel_values.value) over (
        partition by panel_values.view_id, panel_values.indicator_id, panel_values.period
    ) > 0

),

twice as (

    select *, 'unweighted' as weighting, 1.0 as people from national_values
    union all
    select *, 'weighted' as weighting, weight as people
    from national_values
    qualify count(weight) over (partition by view_id, indicator_id, period)
        = count(*) over (partition by view_id, indicator_id, period)

),

shares as (

    select
        *,
        people / sum(people) over of_all as share,
        people * value / sum(people * value) over of_all as value_share,
    from twice
    window of_all as (partition by view_id, indicator_id, period, weighting)

),

cells as (

    select
        shares.view_id, shares.indicator_id, shares.period, shares.weighting,
        outer_members.set_id as outer_set_id, inner_members.set_id,
        outer_members.group_id as outer_group_id, inner_members.group_id,
        count(*) as n_members,
        sum(shares.share) as share,
        sum(shares.value_share) as value_share,
        sum(shares.value_share * ln(shares.value_share / shares.share)) as total,
    from shares
    inner join set_members as outer_members
        on shares.region_id = outer_members.region_id
        and shares.period = outer_members.period
    inner join set_members as inner_members
        on shares.region_id = inner_members.region_id
        and shares.period = inner_members.period
        and outer_members.set_id <> inner_members.set_id
    group by all

),

outer_groups as (

    select
        view_id, indicator_id, outer_set_id, set_id, period, weighting, outer_group_id,
        sum(n_members) as n_members,
        sum(total) as total,
        sum(value_share) * ln(sum(value_share) / sum(share)) as between_part,
        sum(value_share * ln(value_share / share)) as between_cells_part,
    from cells
    group by all

)

select
    view_id,
    indicator_id,
    outer_set_id,
    set_id,
    period,
    weighting,
    sum(total) as value,
    sum(between_part) as between_groups,
    sum(between_cells_part) - sum(between_part) as between_inner_groups,
    sum(total) - sum(between_cells_part) as within_groups,
    cast(sum(n_members) as bigint) as n_members,
from outer_groups
group by all
order by view_id, indicator_id, outer_set_id, set_id, period, weighting
