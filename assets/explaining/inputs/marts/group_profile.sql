/*
made_of = ["metrics/group_standing", "metrics/gap_to_nation", "metrics/group_share"]
in_unit_of_indicator = ["value", "nation_value"]

[figures]
value = "subject"
nation_value = "nation"
ratio_to_nation = "subject / nation"
share_of_nation = "subject / nation"
change_since_earlier = "subject / earlier - 1"

[compared_with]
change_since_earlier = "1"
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
where asked.ratio_to_nation is not null or asked.share_of_nation is not null
union all by name
select
    row_id, 'earlier' as part, 'group' as scope, view_id, membership, indicator_id, group_id as subject_id,
    earlier_period as period,
from asked
where change_since_earlier is not null
