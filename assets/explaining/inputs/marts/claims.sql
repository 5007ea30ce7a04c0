/*
optional_parts = ["start", "reference"]

[figures]
computed_value = """
case measure
    when 'share' then 100 * subject / reference
    when 'share_combined' then 100 * subject / reference
    when 'ratio' then subject / reference
    when 'change' then subject - start
    when 'growth' then subject - 100
    else subject
end
"""
*/
with

claims as (

    select asked.row_id, claims.*, claims.measure in ('level', 'change') as is_scaled
    from asked
    inner join core.claims on asked.claim_id = claims.claim_id

),

named as (

    select
        row_id, 'subject' as part, view_id, indicator_id, subject_id, period_end as period, position,
        case when is_scaled then 1 / scale else 1 end as factor,
    from claims
    union all
    select
        row_id, 'start', start_view_id, indicator_id, subject_id, period_start, position, 1 / scale
    from claims
    where measure = 'change'
    union all
    select row_id, 'reference', view_id, indicator_id, reference_id, period_end, position, 1
    from claims
    where reference_id is not null and position = 1

)

select
    named.row_id,
    named.part,
    case when groups.group_id is null then 'region' else 'group' end as scope,
    named.view_id,
    case when groups.group_id is not null then 'dated' end as membership,
    named.indicator_id,
    named.subject_id,
    named.period,
    named.factor,
from named
left join core.groups on named.subject_id = groups.group_id
order by named.row_id, named.part, named.position
