/*
[figures]
value = "subject"
numerator = "subject_numerator"
denominator = "subject_denominator"
*/
select
    row_id, 'subject' as part, 'region' as scope, view_id, indicator_id, region_id as subject_id, period,
from asked
