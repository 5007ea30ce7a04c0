/*
[figures]
value = "subject"
reference_value = "reference"
ratio = "subject / reference"
absolute_gap = "reference - subject"
relative_gap = "1 - subject / reference"
log_gap = "ln(reference / subject)"

[compared_with]
absolute_gap = "reference"
relative_gap = "1"
log_gap = "1"
*/
select
    row_id, 'subject' as part, 'region' as scope, view_id, indicator_id, region_id as subject_id, period,
from asked
union all by name
select
    asked.row_id, 'reference' as part, 'group' as scope, asked.view_id, 'dated' as membership, asked.indicator_id,
    groups.group_id as subject_id, asked.period,
from asked
inner join core.groups on groups.group_kind = 'nation'
