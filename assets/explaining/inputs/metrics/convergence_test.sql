/*
[figures]
sigma_start = """
select sqrt(sum(share * (ln(value) - mean) ** 2))
from (
    select *, sum(share * ln(value)) over () as mean
    from (
        select
            one.value,
            case weighting when 'weighted' then (one.weight + other.weight) / sum(one.weight + other.weight) over ()
                else 1 / count(*) over () end as share,
        from terms
        inner join unnest(first_members) as ones(one) on true
        inner join unnest(last_members) as others(other) on one.region_id = other.region_id
    )
)
"""
sigma_end = """
select sqrt(sum(share * (ln(value) - mean) ** 2))
from (
    select *, sum(share * ln(value)) over () as mean
    from (
        select
            one.value,
            case weighting when 'weighted' then (one.weight + other.weight) / sum(one.weight + other.weight) over ()
                else 1 / count(*) over () end as share,
        from terms
        inner join unnest(last_members) as ones(one) on true
        inner join unnest(first_members) as others(other) on one.region_id = other.region_id
    )
)
"""
log_change = "ln(sigma_end / sigma_start)"

[compared_with]
log_change = "1"
*/
with

memberships as (

    -- a convergence of changing members would be one of the list, not of the regions
    select group_id, max(membership) as membership
    from core.group_members
    group by group_id

)

select
    asked.row_id,
    unnest(['first', 'last']) as part,
    'group' as scope,
    asked.view_id,
    memberships.membership,
    asked.indicator_id,
    asked.group_id as subject_id,
    unnest([asked.period_start, asked.period_end]) as period,
from asked
inner join memberships on asked.group_id = memberships.group_id
