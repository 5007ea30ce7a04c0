/*
description = "Figures of one cell in two successive vintages: what was printed before, what is printed now. Same basis means a revision; another basis a change of method. One row per indicator, region, period, vintage that has one before it."
grain = ["indicator_id", "region_id", "period", "vintage_id"]
deps = ["core/observations"]
may_be_empty = true
*/
with

observations as (

    select
        indicator_id, region_id, region_level, period, vintage_id, vintage_rank, basis_id, published_on, value,
        unit_id, conversion_rate
    from core.observations
    -- a fallback, ranked below zero, is no earlier edition of what the office itself prints
    where vintage_rank >= 0

),

with_previous as (

    select
        *,
        lag(vintage_id) over one_before as previous_vintage_id,
        lag(basis_id) over one_before as previous_basis_id,
        lag(value) over one_before as previous_value,
        lag(published_on) over one_before as previous_published_on,
    from observations
    window one_before as (partition by indicator_id, region_id, period order by vintage_rank)

)

select
    indicator_id,
    region_id,
    region_level,
    period,
    vintage_id,
    previous_vintage_id,
    published_on,
    basis_id,
    previous_basis_id,
    value,
    previous_value,
    unit_id,
    value - previous_value as change,
    value / nullif(previous_value, 0) - 1 as relative_change,
from with_previous
where previous_vintage_id is not null
    -- another publisher's younger collection ranks lower and is no edition before this one
    and previous_published_on <= published_on
order by indicator_id, region_id, period, vintage_id
