/*
# the row is the printed figure; nothing is worked out
*/
select
    row_id, 'subject' as part, 'printed' as scope, indicator_id, region_id as subject_id, period, vintage_id,
from asked
