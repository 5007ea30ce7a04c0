/*
description = "How many indicators have each verdict on the convergence of the provincial units, weighted by population."
subject = "release"
mart = "marts/convergence_verdicts"
message = "verdicts"
place = 20

[figures]
indicators = { role = "any", is_counted = true }
converging = { role = "converging", is_counted = true }
diverging = { role = "diverging", is_counted = true }
inconclusive = { role = "inconclusive", is_counted = true }
few_units = { role = "too few units", is_counted = true }
breaks = { role = "not testable (break)", is_counted = true }
values = { role = "not testable (values)", is_counted = true }
*/
select *, 'release' as subject_id, verdict as role,
from marts.convergence_verdicts
where view_id = 'latest'
    and group_id = 'national31'
    and weighting = 'weighted'
    and verdict is not null
    and window_id in ('longest_without_break', 'all_years')
qualify row_number() over (partition by indicator_id order by window_id = 'all_years') = 1
order by indicator_id
