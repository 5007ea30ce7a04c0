/*
description = "Official headline figures, one line for each group or region a claim speaks of, in the order the claim names them. One row per claim, position."
grain = ["claim_id", "position"]
deps = ["reference/claims"]
*/
with

claims as (

    select claim_id, string_split(subject_ids, ' ') as subjects
    from reference.claims

),

numbered as (

    select claim_id, unnest(subjects) as subject_id, generate_subscripts(subjects, 1) as position
    from claims

)

select
    numbered.claim_id,
    cast(numbered.position as integer) as position,
    numbered.subject_id,
    claims.period_start,
    claims.period_end,
    claims.measure,
    claims.indicator_id,
    claims.reference_id,
    claims.view_id,
    coalesce(claims.start_view_id, claims.view_id) as start_view_id,
    claims.scale,
    claims.value as claimed_value,
    claims.tolerance_kind,
    claims.tolerance,
    claims.rounding_decimals,
    claims.unit_id,
    claims.statement_zh,
    claims.statement_en,
    claims.source_title,
    claims.publication_date,
    claims.url,
    claims.text_seen = 'yes' as is_text_seen,
    claims.confidence,
    claims.note,
from numbered
inner join reference.claims on numbered.claim_id = claims.claim_id
order by numbered.claim_id, numbered.position
