-- The largest revisions of every subject and of every indicator.
select *
from marts.revisions
where relative_change <> 0
qualify
    row_number() over (
        partition by subject_id order by abs(relative_change) desc, indicator_id, period, vintage_id
    ) <= 8
    or row_number() over (
        partition by indicator_id order by abs(relative_change) desc, subject_id, period, vintage_id
    ) <= 10
order by abs(relative_change) desc, indicator_id, subject_id, period, vintage_id
