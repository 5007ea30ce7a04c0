/*
description = "Every published figure with its vintage: reference period and publication date side by side, nothing overwritten. Hong Kong and Macao money is converted at the annual average rate named on the row. One row per indicator, region, period, vintage."
grain = ["indicator_id", "region_id", "period", "vintage_id"]
deps = ["staging/embedded_edition", "staging/exchange_rates", "reference/indicators", "reference/regions", "reference/vintages"]
*/
with

figures as (

    select
        indicator_id, region_id, period, vintage_id, value_in_currency, currency, value_text,
        cell_address, snapshot_id, source_id, is_weakly_attributed
    from staging.embedded_edition

),

exchange_rates as (

    select indicator_id, region_id, period, vintage_id, value, value_text, cell_address, snapshot_id, source_id
    from staging.exchange_rates

),

indicators as (

    select indicator_id, unit_id
    from reference.indicators

),

regions as (

    select region_id, level as region_level
    from reference.regions

),

vintages as (

    select vintage_id, basis_id, rank, published_from, publication_lag_months, first_print_from, first_print_to
    from reference.vintages

),

converted as (

    select
        figures.*,
        case when figures.currency in ('HKD', 'MOP') then exchange_rates.value else 1 end
            as conversion_rate,
        case
            when figures.currency in ('HKD', 'MOP')
                then exchange_rates.indicator_id || ' ' || figures.period || ' annual average'
        end as conversion_rate_name,
    from figures
    left join exchange_rates
        on exchange_rates.indicator_id = 'cny_per_' || lower(figures.currency)
        and exchange_rates.period = figures.period

),

with_rates as (

    -- the rates are observations too: they have cells, sources and vintages like any other figure
    select
        indicator_id, region_id, period, vintage_id, value_in_currency, currency, value_text,
        cell_address, snapshot_id, source_id, is_weakly_attributed, conversion_rate, conversion_rate_name
    from converted
    union all by name
    select
        indicator_id, region_id, period, vintage_id, value as value_in_currency, value_text,
        cell_address, snapshot_id, source_id, false as is_weakly_attributed, 1 as conversion_rate
    from exchange_rates

)

select
    with_rates.indicator_id,
    with_rates.region_id,
    -- null for a region regions.csv does not know; the suite stops it
    regions.region_level,
    with_rates.period,
    with_rates.vintage_id,
    vintages.basis_id,
    vintages.rank as vintage_rank,
    with_rates.value_in_currency * with_rates.conversion_rate as value,
    indicators.unit_id,
    with_rates.value_in_currency,
    with_rates.currency,
    with_rates.conversion_rate,
    with_rates.conversion_rate_name,
    coalesce(with_rates.period between vintages.first_print_from and vintages.first_print_to, false)
        as is_first_print,
    -- vintages carry a date when the whole revision appeared, a lag behind each period, or both
    greatest(
        vintages.published_from,
        cast(
            make_date(with_rates.period + 1, 1, 1) + to_months(vintages.publication_lag_months) as date
        )
    ) as published_on,
    with_rates.source_id,
    with_rates.snapshot_id,
    with_rates.cell_address,
    with_rates.value_text,
    with_rates.is_weakly_attributed,
from with_rates
inner join indicators on with_rates.indicator_id = indicators.indicator_id
inner join vintages on with_rates.vintage_id = vintages.vintage_id
left join regions on with_rates.region_id = regions.region_id
order by with_rates.indicator_id, with_rates.region_id, with_rates.period, with_rates.vintage_id
