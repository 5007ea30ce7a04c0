/*
description = "Newest value of every group on every indicator in the latest view, its rank among groups of its kind, and its change over five years where no break lies between. One row per group, indicator."
grain = ["group_id", "indicator_id"]
deps = ["core/group_observations", "core/groups"]
method = "newest period with a value, dated membership; rank 1 = highest value among groups of the same partition, else the same kind, in that period; change = value / value five years before - 1, refused when the basis differs"
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

    select group_id, coalesce(partition_id, group_kind) as peer_set
    from core.groups

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

    select *
    from ranked
    qualify row_number() over (partition by group_id, indicator_id order by period desc) = 1

)

select
    newest.group_id,
    newest.indicator_id,
    newest.period,
    newest.value,
    newest.value_rank,
    newest.n_ranked,
    newest.n_members,
    newest.n_present,
    newest.coverage,
    newest.basis_text,
    newest.source_text,
    newest.is_mixed_basis,
    newest.is_weakly_attributed,
    earlier.period as earlier_period,
    case when earlier.basis_text = newest.basis_text
        then newest.value / nullif(earlier.value, 0) - 1 end as change_since_earlier,
    case
        when earlier.period is null then 'no_value_five_years_before'
        when earlier.basis_text <> newest.basis_text then 'break_between'
    end as change_null_reason,
from newest
left join group_observations as earlier
    on newest.group_id = earlier.group_id
    and newest.indicator_id = earlier.indicator_id
    and newest.period = earlier.period + 5
order by newest.group_id, newest.indicator_id
