/*
description = "How much of the inequality of an indicator lies between the four blocs, in the first and last year of its newest run on one basis."
subject = "indicator"
mart = "marts/inequality_accounting"
message = "between"
place = 30

[figures]
first = { role = "first", column = "between_share", kind = "percent" }
last = { role = "last", column = "between_share", kind = "percent" }
first_year = { role = "first", column = "period", kind = "year" }
last_year = { role = "last", column = "period", kind = "year" }

[names]
indicator = { role = "last", column = "indicator_name" }

[words]
direction = { role = "last", column = "direction" }
weighting = { role = "last", column = "weighting" }
*/
with

shares as (

    select
        *,
        max(period) filter (has_break) over (partition by indicator_id, weighting) as newest_break,
        max(weighting) over (partition by indicator_id) as usual_weighting,
    from marts.inequality_accounting
    where view_id = 'latest'
        and membership = 'dated'
        and set_id = 'nbs4'
        and group_id = 'all'
        and index_id = 'theil_t'

),

runs as (

    select
        *,
        min(period) over (partition by indicator_id) as run_start,
        max(period) over (partition by indicator_id) as run_end,
    from shares
    where between_share is not null
        and not is_mixed_basis
        and weighting = usual_weighting
        and (newest_break is null or period >= newest_break)

),

ends as (

    select
        *,
        -- compared as printed
        round(100 * max(between_share) filter (period = run_end) over (partition by indicator_id))
            - round(100 * max(between_share) filter (period = run_start) over (partition by indicator_id))
            as change,
    from runs

)

-- a run of one year has one row, for both roles
select
    *,
    indicator_id as subject_id,
    unnest(case
        when run_start = run_end then ['first', 'last'] when period = run_end then ['last'] else ['first']
    end) as role,
    case
        when run_start = run_end then 'alone' when change > 0 then 'up' when change < 0 then 'down' else 'same'
    end as direction,
from ends
where period in (run_start, run_end)
order by indicator_id, period
