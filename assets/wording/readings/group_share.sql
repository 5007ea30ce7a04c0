/*
description = "A group's share of the output of the 31 provincial units in the first and last year of its newest run on one basis."
subject = "group"
mart = "marts/group_share"
message = "share"
place = 20

[figures]
first = { role = "first", column = "share", kind = "percent", digits = 1 }
last = { role = "last", column = "share", kind = "percent", digits = 1 }
first_year = { role = "first", column = "period", kind = "year" }
last_year = { role = "last", column = "period", kind = "year" }

[names]
subject = { role = "last", column = "group_short_name" }
indicator = { role = "last", column = "indicator_name" }

[words]
direction = { role = "last", column = "direction" }
*/
with

levels as (

    select *, max(period) filter (has_break) over (partition by group_id) as newest_break,
    from marts.group_share
    where view_id = 'latest'
        and membership = 'dated'
        and indicator_id = 'gdp_nominal'
        and group_kind <> 'nation'

),

runs as (

    select
        *,
        min(period) over (partition by group_id) as run_start,
        max(period) over (partition by group_id) as run_end,
    from levels
    where share is not null
        and not is_mixed_basis
        and (newest_break is null or period >= newest_break)

),

ends as (

    select
        *,
        -- compared as printed
        round(100 * max(share) filter (period = run_end) over (partition by group_id), 1)
            - round(100 * max(share) filter (period = run_start) over (partition by group_id), 1) as change,
    from runs

)

-- a run of one year has one row, for both roles
select
    *,
    group_id as subject_id,
    unnest(case
        when run_start = run_end then ['first', 'last'] when period = run_end then ['last'] else ['first']
    end) as role,
    case
        when run_start = run_end then 'alone' when change > 0 then 'up' when change < 0 then 'down' else 'same'
    end as direction,
from ends
where period in (run_start, run_end)
order by group_id, period
