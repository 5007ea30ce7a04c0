/*
description = "Who belongs to a group in a year. membership 'dated': the members on 31 December of the year (blocs that statistics apply to all years: always). membership 'fixed', only for groups whose membership has dates: the newest membership applied to every year. One row per group, membership, period, region."
grain = ["group_id", "membership", "period", "region_id"]
deps = ["core/observations", "core/region_weights", "reference/groups", "reference/membership"]
*/
with

groups as (

    select group_id, membership_rule, effective_to
    from reference.groups

),

membership as (

    select group_id, region_id, valid_from, valid_to, coverage_kind
    from reference.membership
    where coverage_kind <> 'policy_only'

),

region_weights as (

    select region_id, weight
    from core.region_weights

),

periods as (

    select distinct period, make_date(period, 12, 31) as last_day
    from core.observations

),

dated as (

    select membership.group_id, 'dated' as membership, periods.period, membership.region_id, membership.coverage_kind
    from membership
    inner join groups on membership.group_id = groups.group_id
    inner join periods
        on groups.membership_rule = 'retrospective'
        or (
            periods.last_day >= coalesce(membership.valid_from, date '0001-01-01')
            and periods.last_day < coalesce(membership.valid_to, date '9999-12-31')
        )

),

fixed as (

    -- a group that has ended keeps the members of its last day
    select membership.group_id, 'fixed' as membership, periods.period, membership.region_id, membership.coverage_kind
    from membership
    inner join groups on membership.group_id = groups.group_id
    cross join periods
    where groups.membership_rule = 'dated'
        and (membership.valid_to is null or membership.valid_to = groups.effective_to)

),

together as (

    select * from dated
    union all
    select * from fixed

)

select
    together.group_id,
    together.membership,
    together.period,
    together.region_id,
    together.coverage_kind,
    region_weights.weight as region_weight,
from together
left join region_weights on together.region_id = region_weights.region_id
order by together.group_id, together.membership, together.period, together.region_id
