-- Groups that share members today, wholly or through a city of a province; partitions of the nation left out.
with current_members as (
    select distinct members.group_id, members.region_id, regions.parent_region_id
    from core.group_members as members
    inner join core.regions as regions on members.region_id = regions.region_id
    where members.period = (select max(period) from core.group_members)
)

select ours.group_id, theirs.group_id as other_group_id, count(distinct ours.region_id) as n_shared
from current_members as ours
inner join current_members as theirs
    on ours.group_id <> theirs.group_id
    and (
        ours.region_id = theirs.region_id
        or ours.parent_region_id = theirs.region_id
        or ours.region_id = theirs.parent_region_id
    )
inner join core.groups as others on theirs.group_id = others.group_id
where others.group_kind <> 'nation' and others.partition_id is null
group by ours.group_id, theirs.group_id, others.sort_order
order by ours.group_id, others.sort_order, theirs.group_id
