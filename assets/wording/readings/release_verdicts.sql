/*
description = "How many indicators have each verdict on the convergence of the provincial units, weighted by population, and how many have no such test."
subject = "release"
mart = "marts/convergence_verdicts"
message = "verdicts"
place = 20

[figures]
indicators = { role = "weighted", is_counted = true }
converging = { role = "converging", is_counted = true }
diverging = { role = "diverging", is_counted = true }
inconclusive = { role = "inconclusive", is_counted = true }
few_units = { role = "too few units", is_counted = true }
breaks = { role = "not testable (break)", is_counted = true }
unweighted = { role = "unweighted", is_counted = true }
values = { role = "not testable (values)", is_counted = true }
*/
with

tested as (

    select *
    from marts.convergence_verdicts
    where view_id = 'latest'
        and group_id = 'national31'
        and verdict is not null
        and window_id in ('longest_without_break', 'all_years')
    -- the weighted test where there is one, over the run on one basis where there is one
    qualify row_number() over (
        partition by indicator_id order by weighting = 'unweighted', window_id = 'all_years'
    ) = 1

)

-- a weighted test is counted among all and under its verdict
select
    *,
    'release' as subject_id,
    unnest(if(weighting = 'weighted', ['weighted', verdict], ['unweighted'])) as role,
from tested
order by indicator_id, role
