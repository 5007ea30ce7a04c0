/*
description = "Quarterly figures, cumulated from January of the year as the publisher prints them, every vintage kept. One row per indicator, region, year, quarter, vintage."
grain = ["indicator_id", "region_id", "period", "quarter", "vintage_id"]
deps = ["staging/landed_figures", "reference/indicators"]
may_be_empty = true
*/
with

landed_figures as (

    select
        indicator_id, region_id, period, quarter, vintage_id, vintage_rank, published_on, value_in_currency,
        currency, value_text, flag, cell_address, snapshot_id, source_id
    from staging.landed_figures
    where quarter is not null

),

indicators as (

    select indicator_id, unit_id
    from reference.indicators

),

beside_the_one_before as (

    select
        *,
        lag(value_in_currency) over (
            partition by indicator_id, region_id, period, quarter order by vintage_rank
        ) as value_before,
    from landed_figures

)

select
    beside_the_one_before.indicator_id,
    beside_the_one_before.region_id,
    beside_the_one_before.period,
    beside_the_one_before.quarter,
    beside_the_one_before.vintage_id,
    beside_the_one_before.vintage_rank,
    beside_the_one_before.value_in_currency as value,
    indicators.unit_id,
    beside_the_one_before.currency,
    beside_the_one_before.published_on,
    beside_the_one_before.source_id,
    beside_the_one_before.snapshot_id,
    beside_the_one_before.cell_address,
    beside_the_one_before.value_text,
    beside_the_one_before.flag,
from beside_the_one_before
inner join indicators on beside_the_one_before.indicator_id = indicators.indicator_id
where beside_the_one_before.value_before is null
    or abs(beside_the_one_before.value_in_currency - beside_the_one_before.value_before)
        > 1e-9 * abs(beside_the_one_before.value_in_currency)
order by
    beside_the_one_before.indicator_id,
    beside_the_one_before.region_id,
    beside_the_one_before.period,
    beside_the_one_before.quarter,
    beside_the_one_before.vintage_id
