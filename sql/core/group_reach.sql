/*
description = "Whether every member of a group lies inside one of the provincial units of the nation, so that 'the rest of the nation' has a meaning. One row per group."
grain = ["group_id"]
deps = ["core/group_members", "core/groups", "core/regions"]
*/
with

groups as (

    select group_id, group_kind
    from core.groups

),

group_members as (

    select distinct group_id, region_id
    from core.group_members

),

regions as (

    select region_id, parent_region_id
    from core.regions

),

national_regions as (

    select group_members.region_id
    from group_members
    inner join groups on group_members.group_id = groups.group_id
    where groups.group_kind = 'nation'

)

select
    group_members.group_id,
    bool_and(coalesce(
        member.region_id in (select region_id from national_regions)
        or parent.region_id in (select region_id from national_regions)
        or parent.parent_region_id in (select region_id from national_regions),
        false
    )) as is_within_nation,
from group_members
inner join regions as member on group_members.region_id = member.region_id
left join regions as parent on member.parent_region_id = parent.region_id
group by group_members.group_id
order by group_members.group_id
