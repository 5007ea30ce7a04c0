/*
made_of = ["metrics/gap_to_rest", "metrics/member_extremes"]
in_unit_of_indicator = ["value", "rest_value", "absolute_gap", "highest_value", "lowest_value"]

[figures]
value = "subject"
rest_value = "(nation_numerator - subject_numerator) / (nation_denominator - subject_denominator)"
ratio = "subject / rest_value"
absolute_gap = "rest_value - subject"
relative_gap = "1 - subject / rest_value"
log_gap = "ln(rest_value / subject)"
highest_value = "list_max(list_transform(subject_members, lambda member: member.value))"
lowest_value = "list_min(list_transform(subject_members, lambda member: member.value))"
highest_to_lowest_ratio = "highest_value / lowest_value"

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
