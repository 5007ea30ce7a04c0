/*
[figures]
value = "subject_numerator / subject_denominator"
reference_value = "nation_numerator / nation_denominator"
ratio = "value / reference_value"
log_gap = "ln(reference_value / value)"

[compared_with]
log_gap = "1"
*/
select
    row_id, 'subject' as part, 'dose' as scope, view_id, membership, indicator_id,
    cast(n_strategies as varchar) as subject_id, period,
from asked
union all by name
select
    asked.row_id, 'nation' as part, 'group' as scope, asked.view_id, 'dated' as membership, asked.indicator_id,
    groups.group_id as subject_id, asked.period,
from asked
inner join core.groups on groups.group_kind = 'nation'
