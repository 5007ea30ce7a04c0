/*
description = "What our figures give for each official claim, or the reason why they give nothing. One row per claim."
grain = ["claim_id"]
deps = ["core/claims", "core/group_observations", "core/region_values"]
method = "level = value / scale; share = 100 x subjects / reference; ratio = subject / reference; change = (end - start) / scale, each in its own view; growth = chain index - 100; combined subjects are added; groups with their dated membership"
*/
with

claims as (

    select
        claim_id, position, subject_id, period_start, period_end, measure, indicator_id, reference_id,
        view_id, start_view_id, scale
    from core.claims

),

entity_values as (

    select view_id, indicator_id, group_id as subject_id, period, value, null_reason
    from core.group_observations
    where membership = 'dated'
    union all
    select view_id, indicator_id, region_id as subject_id, period, value, null as null_reason
    from core.region_values

),

held_indicators as (

    select indicator_id, min(period) as first_period, max(period) as last_period
    from core.region_values
    group by indicator_id

),

found as (

    select
        claims.*,
        at_end.value as end_value,
        at_start.value as start_value,
        reference.value as reference_value,
        case
            when held_indicators.indicator_id is null then 'indicator_not_held'
            when claims.period_end not between held_indicators.first_period and held_indicators.last_period
                then 'period_not_held: ' || held_indicators.first_period || '-' || held_indicators.last_period
            when at_end.value is null then coalesce(at_end.null_reason, 'no_value_in_this_view')
            when claims.measure = 'change' and at_start.value is null then 'no_value_at_start'
            when claims.reference_id is not null and reference.value is null then 'no_value_of_reference'
        end as null_reason,
    from claims
    left join held_indicators on claims.indicator_id = held_indicators.indicator_id
    left join entity_values as at_end
        on claims.subject_id = at_end.subject_id
        and claims.indicator_id = at_end.indicator_id
        and claims.view_id = at_end.view_id
        and claims.period_end = at_end.period
    left join entity_values as at_start
        on claims.subject_id = at_start.subject_id
        and claims.indicator_id = at_start.indicator_id
        and claims.start_view_id = at_start.view_id
        and claims.period_start = at_start.period
    left join entity_values as reference
        on claims.reference_id = reference.subject_id
        and claims.indicator_id = reference.indicator_id
        and claims.view_id = reference.view_id
        and claims.period_end = reference.period

)

select
    claim_id,
    case when max(null_reason) is null then
        case any_value(measure)
            when 'share' then 100 * sum(end_value) / any_value(reference_value)
            when 'share_combined' then 100 * sum(end_value) / any_value(reference_value)
            when 'ratio' then sum(end_value) / any_value(reference_value)
            when 'change' then (sum(end_value) - sum(start_value)) / any_value(scale)
            when 'growth' then sum(end_value) - 100
            else sum(end_value) / any_value(scale)
        end
    end as value,
    max(null_reason) as null_reason,
from found
group by claim_id
order by claim_id
