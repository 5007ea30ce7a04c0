/*
description = "The cells behind every request: one region, indicator, period, seen through a view or in one printed edition. A group asks for each of its members, whether they have a figure or not. One row per request, region."
*/
with

asked_for as (

    select distinct scope, view_id, membership, indicator_id, subject_id, period, vintage_id
    from temp.requests

),

of_groups as (

    select asked_for.*, group_members.region_id, group_members.coverage_kind
    from asked_for
    inner join core.group_members
        on asked_for.subject_id = group_members.group_id
        and asked_for.membership = group_members.membership
        and asked_for.period = group_members.period
    where asked_for.scope = 'group'

),

of_doses as (

    select asked_for.*, strategy_doses.region_id, 'full' as coverage_kind
    from asked_for
    inner join core.strategy_doses
        on asked_for.subject_id = cast(strategy_doses.n_strategies as varchar)
        and asked_for.membership = strategy_doses.membership
        and asked_for.period = strategy_doses.period
    where asked_for.scope = 'dose'

),

of_regions as (

    select asked_for.*, asked_for.subject_id as region_id, 'full' as coverage_kind
    from asked_for
    where asked_for.scope in ('region', 'printed')

)

select * from of_groups
union all
select * from of_doses
union all
select * from of_regions
