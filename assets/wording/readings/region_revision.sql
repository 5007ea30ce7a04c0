/*
description = "The largest revision of a province's output: the figure before, after, and the change."
subject = "region"
mart = "marts/revisions"
message = "revision"
place = 30

[figures]
year = { column = "period", kind = "year" }
before = { column = "previous_value", kind = "amount", digits_column = "decimals" }
after = { column = "value", kind = "amount", digits_column = "decimals" }
change = { column = "relative_change", kind = "change" }

[names]
subject = { column = "subject_name" }
indicator = { column = "indicator_name" }
unit = { column = "unit" }

[words]
basis = { column = "basis" }
*/
select
    *,
    case when is_new_basis then 'new' else 'same' end as basis,
from marts.revisions
where subject_kind = 'province'
    and indicator_id = 'gdp_nominal'
    and relative_change is not null
qualify row_number() over (
    partition by subject_id order by abs(relative_change) desc, period desc, vintage_id
) = 1
order by subject_id
