/*
in_unit_of_indicator = ["value", "reference_value", "absolute_gap"]

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
    row_id, 'subject' as part, 'group' as scope, view_id, membership, indicator_id, group_id as subject_id, period,
from asked
union all by name
select
    asked.row_id, 'reference' as part, 'group' as scope, asked.view_id,
    -- a group whose members never change has no second membership
    case when groups.membership_rule = 'retrospective' then 'dated' else asked.membership end as membership,
    asked.indicator_id, asked.reference_id as subject_id, asked.period,
from asked
inner join core.groups on asked.reference_id = groups.group_id
