/*
description = "Newest value of every group on every indicator in the latest view, of a year the nation has too, its rank among groups of its kind, and its change over five years where no break lies between. One row per group, indicator."
grain = ["group_id", "indicator_id"]
deps = ["core/group_observations", "core/groups", "core/indicators", "core/known_breaks"]
method = "newest period with a value, one for which the nation has a value wherever it ever has, dated membership; rank 1 = highest value among groups of the same partition, else the same kind, in that period; change = value / value five years before - 1, refused across a break, between different members, and for an index of growth"
*/
with

group_observations as (

    select
        indicator_id, group_id, period, value, n_members, n_present, coverage, basis_text, source_text,
        is_mixed_basis, is_weakly_attributed
    from core.group_observations
    where view_id = 'latest' and membership = 'dated' and value is not null

),

groups as (

    select group_id, group_kind, coalesce(partition_id, group_kind) as peer_set
    from core.groups

),

national_periods as (

    select group_observations.indicator_id, group_observations.period
    from group_observations
    inner join groups on group_observations.group_id = groups.group_id
    where groups.group_kind = 'nation'

),

ranked as (

    select
        group_observations.*,
        rank() over peers as value_rank,
        count(*) over (
            partition by group_observations.indicator_id, group_observations.period, groups.peer_set
        ) as n_ranked,
    from group_observations
    inner join groups on group_observations.group_id = groups.group_id
    window peers as (
        partition by group_observations.indicator_id, group_observations.period, groups.peer_set
        order by group_observations.value desc
    )

),

newest as (

    -- a year the nation has no value for would leave a group without anything to stand against
    select ranked.*
    from ranked
    left join national_periods
        on ranked.indicator_id = national_periods.indicator_id
        and ranked.period = national_periods.period
    where national_periods.period is not null
        or ranked.indicator_id not in (select indicator_id from national_periods)
    qualify row_number() over (
        partition by ranked.group_id, ranked.indicator_id order by ranked.period desc
    ) = 1

),

compared as (

    select
        newest.*,
        indicators.aggregation,
        earlier.period as earlier_period,
        earlier.value as earlier_value,
        case
            when indicators.aggregation = 'chain_index' then 'index_of_growth'
            when earlier.period is null then 'no_value_five_years_before'
            when earlier.basis_text <> newest.basis_text or exists (
                select 1
                from core.known_breaks
                where known_breaks.indicator_id = newest.indicator_id
                    and known_breaks.period > earlier.period
                    and known_breaks.period <= newest.period
            ) then 'break_between'
            when earlier.n_present <> newest.n_present then 'members_differ'
            when earlier.value = 0 then 'zero_five_years_before'
        end as change_null_reason,
    from newest
    inner join core.indicators on newest.indicator_id = indicators.indicator_id
    left join group_observations as earlier
        on newest.group_id = earlier.group_id
        and newest.indicator_id = earlier.indicator_id
        and newest.period = earlier.period + 5

)

select
    group_id,
    indicator_id,
    period,
    value,
    value_rank,
    n_ranked,
    n_members,
    n_present,
    coverage,
    basis_text,
    source_text,
    is_mixed_basis,
    is_weakly_attributed,
    earlier_period,
    case when change_null_reason is null then value / nullif(earlier_value, 0) - 1 end
        as change_since_earlier,
    change_null_reason,
from compared
order by group_id, indicator_id
