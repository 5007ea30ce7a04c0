/*
description = "Sets of groups that somebody may want to decompose by: the declared partitions, and the major strategies, which overlap. Whether a set divides the nation without rest or overlap is found from the members, year by year. One row per set, membership, period, group."
grain = ["set_id", "membership", "period", "group_id"]
deps = ["core/groups", "core/group_members"]
*/
with

groups as (

    select group_id, group_kind, partition_id
    from core.groups

),

group_members as (

    select group_id, membership, period, region_id
    from core.group_members

),

sets as (

    select coalesce(partition_id, group_kind) as set_id, group_id
    from groups
    where partition_id is not null or group_kind = 'major_strategy'

),

national_members as (

    select group_members.period, group_members.region_id
    from group_members
    inner join groups on group_members.group_id = groups.group_id
    where groups.group_kind = 'nation'

),

set_members as (

    select sets.set_id, sets.group_id, group_members.membership, group_members.period, group_members.region_id
    from sets
    inner join group_members on sets.group_id = group_members.group_id

),

national_counts as (

    select period, count(*) as n_national
    from national_members
    group by all

),

set_counts as (

    select
        set_members.set_id,
        set_members.membership,
        set_members.period,
        count(*) as n_memberships,
        count(distinct set_members.region_id) as n_regions,
        count(national_members.region_id) as n_national_memberships,
    from set_members
    left join national_members
        on set_members.period = national_members.period
        and set_members.region_id = national_members.region_id
    group by all

),

judged as (

    select
        set_counts.set_id,
        set_counts.membership,
        set_counts.period,
        set_counts.n_memberships = set_counts.n_regions
            and set_counts.n_national_memberships = set_counts.n_memberships
            and set_counts.n_regions = national_counts.n_national as is_partition,
    from set_counts
    inner join national_counts
        on set_counts.period = national_counts.period

)

select distinct
    set_members.set_id,
    set_members.membership,
    set_members.period,
    set_members.group_id,
    judged.is_partition,
from set_members
inner join judged
    on set_members.set_id = judged.set_id
    and set_members.membership = judged.membership
    and set_members.period = judged.period
order by set_members.set_id, set_members.membership, set_members.period, set_members.group_id
