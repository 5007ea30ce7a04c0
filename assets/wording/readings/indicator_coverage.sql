/*
description = "How many provincial units have a figure of an indicator in its newest year, and since when figures are held."
subject = "indicator"
mart = "marts/coverage"
message = "coverage"
place = 40

[figures]
present = { role = "last", column = "n_present", kind = "count" }
expected = { role = "last", column = "n_expected", kind = "count" }
first_year = { role = "first", column = "period", kind = "year" }
last_year = { role = "last", column = "period", kind = "year" }

[names]
indicator = { role = "last", column = "indicator_name" }

[words]
years = { role = "last", column = "years" }
*/
with

held as (

    select
        *,
        min(period) over (partition by indicator_id) as held_from,
        max(period) over (partition by indicator_id) as held_to,
    from marts.coverage
    where view_id = 'latest'
        and region_level = 'province'
        and n_present > 0

)

select
    *,
    indicator_id as subject_id,
    unnest(case
        when held_from = held_to then ['first', 'last'] when period = held_to then ['last'] else ['first']
    end) as role,
    case when held_from = held_to then 'one' else 'several' end as years,
from held
where period in (held_from, held_to)
order by indicator_id, period
