/*
description = "Official headline figures beside our recomputation, with a verdict: reproduced, within_tolerance, not_reproduced or not_computable. One row per claim."
grain = ["claim_id"]
deps = ["metrics/claim_values", "core/claims", "core/indicators", "core/views", "core/methods"]
*/
with

claims as (

    select
        claim_id, period_start, period_end, measure, indicator_id, view_id, start_view_id, claimed_value,
        tolerance_kind, tolerance, rounding_decimals, statement_zh, statement_en, source_title,
        publication_date, url, is_text_seen, confidence, note, unit_id,
        string_agg(subject_id, ' ' order by position) as subject_ids
    from core.claims
    group by all

),

compared as (

    select
        claims.*,
        claim_values.value as computed_value,
        claim_values.null_reason,
        claim_values.value - claims.claimed_value as difference,
        case claims.tolerance_kind
            when 'at_least' then claim_values.value >= claims.claimed_value
            when 'relative' then abs(difference) <= claims.tolerance * abs(claims.claimed_value)
            -- half a unit in the sixteenth digit: 0.01 + 0.02 must not fail against 0.03
            else abs(difference) <= coalesce(claims.tolerance, 0) + 1e-9
        end as is_within_tolerance,
        claims.tolerance_kind = 'at_least'
            -- sums of doubles differ in their last digits from run to run; a half must not tip over
            or round(round(claim_values.value, 9), claims.rounding_decimals) = claims.claimed_value
            as is_equal_as_printed,
    from claims
    inner join metrics.claim_values on claims.claim_id = claim_values.claim_id

)

select
    compared.claim_id,
    case
        when compared.computed_value is null then 'not_computable'
        when compared.is_equal_as_printed and compared.is_within_tolerance then 'reproduced'
        when compared.is_within_tolerance then 'within_tolerance'
        else 'not_reproduced'
    end as verdict,
    compared.statement_zh,
    compared.statement_en,
    compared.period_start,
    compared.period_end,
    compared.subject_ids,
    compared.measure,
    compared.indicator_id,
    compared.view_id,
    compared.start_view_id,
    compared.claimed_value,
    compared.computed_value,
    compared.difference,
    compared.tolerance_kind,
    compared.tolerance,
    compared.null_reason,
    compared.unit_id,
    compared.source_title,
    compared.publication_date,
    compared.url,
    compared.is_text_seen,
    compared.confidence,
    compared.note,
    methods.method_id,
    indicators.indicator_name_zh_hans,
    indicators.indicator_name_zh_hant,
    indicators.indicator_name_en,
    views.view_name_zh_hans,
    views.view_name_zh_hant,
    views.view_name_en,
from compared
inner join core.indicators on compared.indicator_id = indicators.indicator_id
inner join core.views on compared.view_id = views.view_id
inner join core.methods on methods.table_key = 'metrics/claim_values'
order by compared.claim_id
