/*
[figures]
value = "subject"
reference_value = "(nation_numerator - subject_numerator) / (nation_denominator - subject_denominator)"
ratio = "subject / reference_value"
absolute_gap = "reference_value - subject"
relative_gap = "1 - subject / reference_value"
log_gap = "ln(reference_value / subject)"

[compared_with]
absolute_gap = "subject"
relative_gap = "1"
log_gap = "1"
*/
select
    row_id, 'subject' as part, 'group' as scope, view_id, membership, indicator_id, group_id as subject_id, period,
from asked
union all by name
select
    asked.row_id, 'nation' as part, 'group' as scope, asked.view_id, 'dated' as membership, asked.indicator_id,
    groups.group_id as subject_id, asked.period,
from asked
inner join core.groups on groups.group_kind = 'nation'
