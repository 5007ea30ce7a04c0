/*
description = "How far a new vintage moves the sum of a group: all members as they stood before it against the same members with its figures. Only indicators that add up, only groups all of whose members had a figure before. One row per indicator, group, period, vintage."
grain = ["indicator_id", "group_id", "period", "vintage_id"]
deps = ["core/revisions", "core/observations", "core/group_members", "core/indicators"]
method = "sum over members of the newest figures up to and including the vintage, over the sum of the newest figures before it, minus 1; the two-vintage comparison of revision triangles (Croushore & Stark 2001, Journal of Econometrics 105)"
may_be_empty = true
*/
with

revisions as (

    select distinct indicator_id, period, vintage_id
    from core.revisions

),

observations as (

    select indicator_id, region_id, period, vintage_id, vintage_rank, published_on, value
    from core.observations

),

group_members as (

    select group_id, period, region_id
    from core.group_members
    where membership = 'dated'

),

indicators as (

    select indicator_id
    from core.indicators
    where aggregation = 'sum'

),

releases as (

    select
        observations.indicator_id,
        observations.period,
        observations.vintage_id,
        min(observations.vintage_rank) as vintage_rank,
        max(observations.published_on) as published_on,
    from observations
    inner join revisions
        on observations.indicator_id = revisions.indicator_id
        and observations.period = revisions.period
        and observations.vintage_id = revisions.vintage_id
    inner join indicators on observations.indicator_id = indicators.indicator_id
    group by observations.indicator_id, observations.period, observations.vintage_id

),

regions_around as (

    select
        releases.indicator_id,
        releases.period,
        releases.vintage_id,
        releases.published_on,
        observations.region_id,
        max_by(observations.value, observations.vintage_rank)
            filter (observations.vintage_rank < releases.vintage_rank) as value_before,
        max_by(observations.value, observations.vintage_rank) as value_after,
        coalesce(bool_or(observations.vintage_id = releases.vintage_id), false) as is_in_release,
    from releases
    inner join observations
        on releases.indicator_id = observations.indicator_id
        and releases.period = observations.period
        and observations.vintage_rank <= releases.vintage_rank
    group by
        releases.indicator_id, releases.period, releases.vintage_id, releases.published_on,
        observations.region_id

),

sums as (

    select
        regions_around.indicator_id,
        group_members.group_id,
        regions_around.period,
        regions_around.vintage_id,
        regions_around.published_on,
        count(regions_around.value_before) as n_present,
        count(*) filter (regions_around.is_in_release) as n_revised,
        sum(regions_around.value_before) as previous_value,
        sum(regions_around.value_after) as value,
    from regions_around
    inner join group_members
        on regions_around.period = group_members.period
        and regions_around.region_id = group_members.region_id
    group by
        regions_around.indicator_id, group_members.group_id, regions_around.period,
        regions_around.vintage_id, regions_around.published_on

),

sizes as (

    select group_id, period, count(*) as n_members
    from group_members
    group by group_id, period

)

select
    sums.indicator_id,
    sums.group_id,
    sums.period,
    sums.vintage_id,
    sums.published_on,
    sums.value,
    sums.previous_value,
    sums.value - sums.previous_value as change,
    sums.value / nullif(sums.previous_value, 0) - 1 as relative_change,
    sums.n_revised,
    sizes.n_members,
from sums
inner join sizes on sums.group_id = sizes.group_id and sums.period = sizes.period
where sums.n_present = sizes.n_members and sums.n_revised > 0
order by sums.indicator_id, sums.group_id, sums.period, sums.vintage_id
