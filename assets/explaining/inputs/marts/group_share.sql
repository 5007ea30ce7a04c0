/*
in_unit_of_indicator = ["value", "nation_value"]

[figures]
value = "subject"
nation_value = "nation"
share = "subject / nation"
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
