/*
made_of = ["core/revisions", "metrics/group_revision"]
in_unit_of_indicator = ["value", "previous_value", "change"]

[figures]
value = "after"
previous_value = "before"
change = "after - before"
relative_change = "after / before - 1"

[compared_with]
change = "after"
relative_change = "1"
*/
with

regions as (

    select asked.*
    from asked
    where asked.previous_vintage_id is not null

),

releases as (

    select
        asked.row_id, asked.indicator_id, asked.subject_id as group_id, asked.period,
        min(observations.vintage_rank) as vintage_rank,
    from asked
    inner join core.observations
        on asked.indicator_id = observations.indicator_id
        and asked.period = observations.period
        and asked.vintage_id = observations.vintage_id
    where asked.previous_vintage_id is null
    group by all

),

printed as (

    select
        releases.row_id, releases.indicator_id, releases.period, observations.region_id,
        max_by(observations.vintage_id, observations.vintage_rank) as after_vintage_id,
        max_by(observations.vintage_id, observations.vintage_rank)
            filter (observations.vintage_rank < releases.vintage_rank) as before_vintage_id,
    from releases
    inner join core.group_members
        on releases.group_id = group_members.group_id
        and releases.period = group_members.period
        and group_members.membership = 'dated'
    inner join core.observations
        on releases.indicator_id = observations.indicator_id
        and releases.period = observations.period
        and group_members.region_id = observations.region_id
        and observations.vintage_rank <= releases.vintage_rank
    group by all

)

select
    row_id, unnest(['after', 'before']) as part, 'printed' as scope, indicator_id, subject_id, period,
    unnest([vintage_id, previous_vintage_id]) as vintage_id,
from regions
union all by name
select
    row_id, unnest(['after', 'before']) as part, 'printed' as scope, indicator_id, region_id as subject_id,
    period, unnest([after_vintage_id, before_vintage_id]) as vintage_id,
from printed
order by row_id, part, subject_id
