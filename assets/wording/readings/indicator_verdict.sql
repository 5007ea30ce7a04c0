/*
description = "The verdicts on the convergence of the provincial units in an indicator, weighted by population and not."
subject = "indicator"
mart = "marts/convergence_verdicts"
message = "provinces"
place = 10

[names]
indicator = { role = "any", column = "indicator_name" }

[lists.verdicts]
role = "tested"
message = "provinces-item"
figures.first_year = { column = "period_start", kind = "year" }
figures.last_year = { column = "period_end", kind = "year" }
figures.members = { column = "n_members", kind = "count" }
figures.first = { column = "sigma_start", kind = "index", may_be_missing = true }
figures.last = { column = "sigma_end", kind = "index", may_be_missing = true }
figures.low = { column = "log_change_low", value = "low_change", kind = "change", may_be_missing = true }
figures.high = { column = "log_change_high", value = "high_change", kind = "change", may_be_missing = true }
figures.p = { column = "p_value", kind = "p_value", may_be_missing = true }
words.verdict = { column = "verdict" }
words.weighting = { column = "weighting" }
*/
select
    *,
    indicator_id as subject_id,
    'tested' as role,
    exp(log_change_low) - 1 as low_change,
    exp(log_change_high) - 1 as high_change,
from marts.convergence_verdicts
where view_id = 'latest'
    and group_id = 'national31'
    and verdict is not null
    and window_id in ('longest_without_break', 'all_years')
qualify row_number() over (partition by indicator_id, weighting order by window_id = 'all_years') = 1
order by indicator_id, weighting desc
