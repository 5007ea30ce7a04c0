/*
description = "A province's output per head relative to the nation, and its rank, in the first and last year of its newest run on one basis."
subject = "region"
mart = "marts/province_gap"
message = "region-level"
place = 10

[figures]
first = { role = "first", column = "ratio", kind = "percent", digits = 1 }
last = { role = "last", column = "ratio", kind = "percent", digits = 1 }
first_year = { role = "first", column = "period", kind = "year" }
last_year = { role = "last", column = "period", kind = "year" }
first_rank = { role = "first", column = "value_rank", kind = "count", may_be_missing = true }
last_rank = { role = "last", column = "value_rank", kind = "count", may_be_missing = true }

[names]
subject = { role = "last", column = "region_short_name" }
indicator = { role = "last", column = "indicator_name" }

[words]
ranked = { role = "last", column = "ranked" }
direction = { role = "last", column = "direction" }
*/
with

levels as (

    -- the nation's basis changes with that of its provinces, for Hong Kong and Macao too
    select *, max(period) filter (has_break) over () as newest_break,
    from marts.province_gap
    where view_id = 'latest'
        and indicator_id = 'gdp_per_head'

),

runs as (

    select
        *,
        min(period) over (partition by region_id) as run_start,
        max(period) over (partition by region_id) as run_end,
    from levels
    where ratio is not null
        and (newest_break is null or period >= newest_break)

),

ends as (

    select
        *,
        -- compared as printed
        round(100 * max(ratio) filter (period = run_end) over (partition by region_id), 1)
            - round(100 * max(ratio) filter (period = run_start) over (partition by region_id), 1) as change,
    from runs

)

-- a run of one year has one row, for both roles
select
    *,
    region_id as subject_id,
    unnest(case
        when run_start = run_end then ['first', 'last'] when period = run_end then ['last'] else ['first']
    end) as role,
    case
        when run_start = run_end then 'alone' when change > 0 then 'up' when change < 0 then 'down' else 'same'
    end as direction,
    case when min(value_rank) over (partition by region_id) is null then 'no' else 'yes' end as ranked,
from ends
where period in (run_start, run_end)
order by region_id, period
