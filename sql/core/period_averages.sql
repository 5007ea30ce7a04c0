/*
description = "Mean of two consecutive year-ends of a stock, both of the same vintage, so that a census revision never enters one mean. One row per indicator, region, period, vintage."
grain = ["indicator_id", "region_id", "period", "vintage_id"]
deps = ["core/observations", "reference/indicators"]
*/
with

indicators as (

    select indicator_id, unit_id, aggregation, numerator_indicator_id
    from reference.indicators

),

observations as (

    select
        indicator_id, region_id, period, vintage_id, basis_id, vintage_rank, value, is_first_print,
        published_on, source_id, is_weakly_attributed
    from core.observations

),

paired_year_ends as (

    select
        indicators.indicator_id,
        year_end.region_id,
        year_end.period,
        year_end.vintage_id,
        year_end.basis_id,
        year_end.vintage_rank,
        (year_before.value + year_end.value) / 2 as value,
        indicators.unit_id,
        year_end.is_first_print,
        year_end.published_on,
        year_end.source_id,
        year_end.is_weakly_attributed,
    from indicators
    inner join observations as year_end
        on indicators.numerator_indicator_id = year_end.indicator_id
    inner join observations as year_before
        on year_end.indicator_id = year_before.indicator_id
        and year_end.region_id = year_before.region_id
        and year_end.vintage_id = year_before.vintage_id
        and year_end.period = year_before.period + 1
    where indicators.aggregation = 'period_average'

)

select
    indicator_id,
    region_id,
    period,
    vintage_id,
    basis_id,
    vintage_rank,
    value,
    unit_id,
    is_first_print,
    published_on,
    source_id,
    is_weakly_attributed,
from paired_year_ends
order by indicator_id, region_id, period, vintage_id
