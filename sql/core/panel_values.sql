/*
description = "What convergence is measured in: figures of the members of the nation, of the blocs that statistics apply to all years and of the major strategies, with one membership for all years, in years in which every member has one; indicators all units of the nation have in at least two years, growth indices left out. One row per view, indicator, group, period, region."
grain = ["view_id", "indicator_id", "group_id", "period", "region_id"]
deps = ["core/member_values", "core/group_members", "core/groups", "core/indicators", "core/region_values"]
*/
with

groups as (

    select group_id, group_kind
    from core.groups
    where group_kind in ('nation', 'major_strategy')
        or (group_kind = 'bloc' and membership_rule = 'retrospective')

),

indicators as (

    select indicator_id
    from core.indicators
    where indicator_kind <> 'index'

),

memberships as (

    -- a convergence of changing members would be one of the list, not of the regions
    select group_members.group_id, max(group_members.membership) as membership
    from core.group_members
    inner join groups on group_members.group_id = groups.group_id
    group by all

),

sizes as (

    select group_members.group_id, group_members.membership, group_members.period, count(*) as n_members
    from core.group_members
    inner join memberships
        on group_members.group_id = memberships.group_id
        and group_members.membership = memberships.membership
    group by all

),

complete as (

    select
        member_values.view_id, member_values.indicator_id, member_values.group_id, member_values.membership,
        member_values.period, sizes.n_members
    from core.member_values
    inner join indicators on member_values.indicator_id = indicators.indicator_id
    inner join sizes
        on member_values.group_id = sizes.group_id
        and member_values.membership = sizes.membership
        and member_values.period = sizes.period
    group by all
    having count(*) = sizes.n_members

),

national_indicators as (

    select complete.view_id, complete.indicator_id
    from complete
    inner join groups on complete.group_id = groups.group_id
    where groups.group_kind = 'nation'
    group by all
    having count(*) >= 2

),

breaks as (

    -- also of years the panel has not: a break in a gap lies between the years around it
    select
        view_id, indicator_id, region_id, period,
        count(*) filter (has_break) over (
            partition by view_id, indicator_id, region_id
            order by period
        ) as n_breaks,
    from core.region_values

)

select
    member_values.view_id,
    member_values.indicator_id,
    member_values.group_id,
    member_values.period,
    member_values.region_id,
    member_values.membership,
    member_values.value,
    member_values.weight,
    breaks.n_breaks,
from core.member_values
inner join complete
    on member_values.view_id = complete.view_id
    and member_values.indicator_id = complete.indicator_id
    and member_values.group_id = complete.group_id
    and member_values.membership = complete.membership
    and member_values.period = complete.period
inner join national_indicators
    on member_values.view_id = national_indicators.view_id
    and member_values.indicator_id = national_indicators.indicator_id
inner join breaks
    on member_values.view_id = breaks.view_id
    and member_values.indicator_id = breaks.indicator_id
    and member_values.region_id = breaks.region_id
    and member_values.period = breaks.period
order by
    member_values.view_id, member_values.indicator_id, member_values.group_id, member_values.period,
    member_values.region_id
