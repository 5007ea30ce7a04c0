/*
description = "The verdict on the convergence of a group's members in output per head, weighted by population."
subject = "group"
mart = "marts/convergence_verdicts"
message = "members"
place = 30

[figures]
first_year = { column = "period_start", kind = "year" }
last_year = { column = "period_end", kind = "year" }
members = { column = "n_members", kind = "count" }
first = { column = "sigma_start", kind = "index", may_be_missing = true }
last = { column = "sigma_end", kind = "index", may_be_missing = true }
low = { column = "log_change_low", value = "low_change", kind = "change", may_be_missing = true }
high = { column = "log_change_high", value = "high_change", kind = "change", may_be_missing = true }
p = { column = "p_value", kind = "p_value", may_be_missing = true }

[names]
subject = { column = "group_short_name" }
indicator = { column = "indicator_name" }

[words]
verdict = { column = "verdict" }
*/
select
    *,
    group_id as subject_id,
    exp(log_change_low) - 1 as low_change,
    exp(log_change_high) - 1 as high_change,
from marts.convergence_verdicts
where view_id = 'latest'
    and indicator_id = 'gdp_per_head'
    and weighting = 'weighted'
    and verdict is not null
    and window_id in ('longest_without_break', 'all_years')
qualify row_number() over (partition by group_id order by window_id = 'all_years') = 1
order by group_id
