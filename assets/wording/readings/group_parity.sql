/*
description = "How long a group's gap to the nation in output per head would last at the recent trend."
subject = "group"
mart = "marts/parity_outlook"
message = "parity"
place = 40

[figures]
issued = { column = "origin_period", kind = "year" }
changes = { column = "n_changes", kind = "count" }
years = { column = "years_to_parity", kind = "years", may_be_missing = true }
low = { column = "years_to_parity_low", kind = "years", may_be_missing = true }
high = { column = "years_to_parity_high", kind = "years", may_be_missing = true }
never = { column = "never_share", kind = "percent" }

[names]
subject = { column = "group_short_name" }
indicator = { column = "indicator_name" }

[words]
verdict = { column = "verdict" }
side = { column = "side" }
range = { column = "range" }
*/
select
    *,
    group_id as subject_id,
    case when is_above_nation then 'above' else 'below' end as side,
    case
        when years_to_parity_low is null then 'none' when years_to_parity_high is null then 'open' else 'both'
    end as range,
from marts.parity_outlook
where view_id = 'latest'
    and indicator_id = 'gdp_per_head'
qualify row_number() over (partition by group_id order by origin_period desc, period) = 1
order by group_id
