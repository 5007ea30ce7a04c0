/*
description = "Every published figure with its vintage: reference period and publication date side by side, nothing overwritten. Hong Kong and Macao money is converted at the annual average rate named on the row. One row per indicator, region, period, vintage."
grain = ["indicator_id", "region_id", "period", "vintage_id"]
deps = ["core/exchange_rates", "core/printed_figures", "reference/indicators", "reference/regions"]
*/
with

printed_figures as (

    select
        indicator_id, region_id, period, vintage_id, basis_id, vintage_rank, is_first_print, published_on,
        value_in_currency, currency, value_text, cell_address, snapshot_id, source_id, is_weakly_attributed
    from core.printed_figures

),

exchange_rates as (

    select indicator_id, period, value, conversion_rate_name
    from core.exchange_rates
    where is_used

),

indicators as (

    select indicator_id, unit_id
    from reference.indicators

),

regions as (

    select region_id, level as region_level
    from reference.regions

),

converted as (

    select
        printed_figures.*,
        case when printed_figures.currency in ('HKD', 'MOP') then exchange_rates.value else 1 end
            as conversion_rate,
        case when printed_figures.currency in ('HKD', 'MOP') then exchange_rates.conversion_rate_name end
            as conversion_rate_name,
    from printed_figures
    left join exchange_rates
        on exchange_rates.indicator_id = 'cny_per_' || lower(printed_figures.currency)
        and exchange_rates.period = printed_figures.period

)

select
    converted.indicator_id,
    converted.region_id,
    -- null for a region regions.csv does not know; the suite stops it
    regions.region_level,
    converted.period,
    converted.vintage_id,
    converted.basis_id,
    converted.vintage_rank,
    converted.value_in_currency * converted.conversion_rate as value,
    indicators.unit_id,
    converted.value_in_currency,
    converted.currency,
    converted.conversion_rate,
    converted.conversion_rate_name,
    converted.is_first_print,
    converted.published_on,
    converted.source_id,
    converted.snapshot_id,
    converted.cell_address,
    converted.value_text,
    converted.is_weakly_attributed,
from converted
inner join indicators on converted.indicator_id = indicators.indicator_id
left join regions on converted.region_id = regions.region_id
-- money of a year whose rate nobody has printed yet waits in core.printed_figures
where converted.conversion_rate is not null
order by converted.indicator_id, converted.region_id, converted.period, converted.vintage_id
