/*
[figures]
value = "subject"
numerator = "subject_numerator"
denominator = "subject_denominator"
*/
select
    row_id, 'subject' as part, 'group' as scope, view_id, membership, indicator_id, group_id as subject_id, period,
from asked
