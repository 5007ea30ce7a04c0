/*
description = "Annual exchange rates beside each other, whatever their making: printed in the embedded edition, printed by a publisher since, cross rate of two dollar rates, mean of daily central parities. `is_used` marks the one that converts money: the first of these that exists for the year. One row per rate, year, kind of rate."
grain = ["indicator_id", "period", "rate_kind"]
deps = ["staging/exchange_rates", "staging/landed_figures"]
method = "Cross rate: yuan per dollar / Hong Kong dollars (or patacas) per dollar, period averages of one publisher in its newest edition. Parity mean: arithmetic mean over the trading days of a complete year, one with at least 235 days, 12 in each month and one after 27 December; patacas per yuan are turned round day by day before. Order: embedded edition, printed, cross rate, parity mean; the parity is a fixing, in 2022-2024 up to 1.5% fewer yuan per dollar than the market."
*/
with

embedded_rates as (

    select
        indicator_id, region_id, period, value, value_text, cell_address, snapshot_id, vintage_id, source_id,
        'embedded' as rate_kind,
        indicator_id || ' ' || period || ' annual average' as conversion_rate_name,
    from staging.exchange_rates

),

landed_figures as (

    -- the newest print of each day or year
    select
        indicator_id, region_id, period, period_text, value_in_currency as value, value_text, cell_address,
        snapshot_id, vintage_id, source_id
    from staging.landed_figures
    qualify row_number() over (
        partition by indicator_id, source_id, period_text order by vintage_rank desc
    ) = 1

),

printed_rates as (

    select
        * exclude (period_text),
        'printed' as rate_kind,
        indicator_id || ' ' || period || ' annual average, ' || source_id as conversion_rate_name,
    from landed_figures
    where indicator_id in ('cny_per_usd', 'hkd_per_usd', 'mop_per_usd')
        and period_text = cast(period as varchar)
    -- several publishers of one rate: one of them, always the same
    qualify row_number() over (partition by indicator_id, period order by source_id) = 1

),

cross_rates as (

    select
        'cny_per_' || left(foreign_rates.indicator_id, 3) as indicator_id,
        foreign_rates.region_id,
        foreign_rates.period,
        yuan_rates.value / foreign_rates.value as value,
        yuan_rates.value_text || ' / ' || foreign_rates.value_text as value_text,
        yuan_rates.cell_address || ' / ' || foreign_rates.cell_address as cell_address,
        foreign_rates.snapshot_id,
        foreign_rates.vintage_id,
        foreign_rates.source_id,
        'cross_rate' as rate_kind,
        'cny_per_usd ' || yuan_rates.value_text || ' / ' || foreign_rates.indicator_id || ' '
            || foreign_rates.value_text || ', ' || foreign_rates.period || ' annual averages, '
            || foreign_rates.source_id as conversion_rate_name,
    from printed_rates as foreign_rates
    inner join printed_rates as yuan_rates
        on foreign_rates.period = yuan_rates.period
        and foreign_rates.source_id = yuan_rates.source_id
        and yuan_rates.indicator_id = 'cny_per_usd'
    where foreign_rates.indicator_id in ('hkd_per_usd', 'mop_per_usd')

),

parities as (

    select
        case indicator_id when 'mop_per_cny_parity' then 'cny_per_mop' else replace(indicator_id, '_parity', '') end
            as indicator_id,
        case indicator_id when 'mop_per_cny_parity' then 1 / value else value end as value,
        indicator_id as parity_id,
        region_id, period, cast(period_text as date) as trading_day, snapshot_id, vintage_id, source_id,
    from landed_figures
    where indicator_id in ('cny_per_usd_parity', 'cny_per_hkd_parity', 'mop_per_cny_parity')

),

parities_by_month as (

    select
        indicator_id, parity_id, region_id, period, source_id,
        month(trading_day) as trading_month,
        count(*) as n_days,
        sum(value) as total,
        max(trading_day) as last_day,
        max_by(snapshot_id, trading_day) as snapshot_id,
        max_by(vintage_id, trading_day) as vintage_id,
    from parities
    group by all

),

parity_means as (

    select
        indicator_id, region_id, period,
        sum(total) / sum(n_days) as value,
        sum(n_days) || ' days' as value_text,
        max_by(snapshot_id, trading_month) as snapshot_id,
        max_by(vintage_id, trading_month) as vintage_id,
        source_id,
        'parity_mean' as rate_kind,
        'mean of ' || sum(n_days) || ' daily central parities (' || parity_id || ') of ' || period || ', ' || source_id
            as conversion_rate_name,
    from parities_by_month
    group by indicator_id, parity_id, region_id, period, source_id
    having count(*) = 12
        and min(n_days) >= 12
        and sum(n_days) >= 235
        and max(last_day) > make_date(period, 12, 27)

),

every_rate as (

    select *, 1 as precedence from embedded_rates
    union all by name
    select *, 2 as precedence from printed_rates
    union all by name
    select *, 3 as precedence from cross_rates
    union all by name
    select *, 4 as precedence from parity_means

)

select
    indicator_id,
    region_id,
    period,
    rate_kind,
    precedence = min(precedence) over (partition by indicator_id, period) as is_used,
    value,
    conversion_rate_name,
    vintage_id,
    value_text,
    cell_address,
    snapshot_id,
    source_id,
from every_rate
order by indicator_id, period, rate_kind
