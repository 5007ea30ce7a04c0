/*
description = "How many of the major regional strategies reach a provincial unit in a year, wholly or through some of its cities. membership 'fixed' counts today's strategies in every year. One row per membership, period, region."
grain = ["membership", "period", "region_id"]
deps = ["core/group_members", "core/groups", "core/regions"]
*/
with

groups as (

    select group_id, group_kind
    from core.groups

),

regions as (

    select region_id, region_level, parent_region_id
    from core.regions

),

group_members as (

    select group_id, membership, period, region_id
    from core.group_members

),

national_members as (

    select group_members.period, group_members.region_id
    from group_members
    inner join groups on group_members.group_id = groups.group_id
    where groups.group_kind = 'nation'

),

reached as (

    -- a city or county counts for the province it lies in
    select distinct
        group_members.membership,
        group_members.period,
        group_members.group_id,
        case
            when regions.region_level = 'province' then regions.region_id
            when parents.region_level = 'province' then parents.region_id
            else parents.parent_region_id
        end as region_id,
    from group_members
    inner join groups on group_members.group_id = groups.group_id
    inner join regions on group_members.region_id = regions.region_id
    left join regions as parents on regions.parent_region_id = parents.region_id
    where groups.group_kind = 'major_strategy'

),

memberships as (

    select unnest(['dated', 'fixed']) as membership

)

select
    memberships.membership,
    national_members.period,
    national_members.region_id,
    count(reached.group_id) as n_strategies,
    coalesce(string_agg(reached.group_id, ' ' order by reached.group_id), '') as strategy_ids,
from national_members
cross join memberships
left join reached
    on memberships.membership = reached.membership
    and national_members.period = reached.period
    and national_members.region_id = reached.region_id
group by all
order by memberships.membership, national_members.period, national_members.region_id
