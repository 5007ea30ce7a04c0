/*
description = "Every printed figure of every edition and answer in one shape: basis, rank, publication date, whether it was the first print; of a landed answer only what differs from the vintage before it. Money in the currency printed. One row per indicator, region, period, vintage."
grain = ["indicator_id", "region_id", "period", "vintage_id"]
deps = ["staging/embedded_edition", "staging/landed_figures", "staging/exchange_rates", "reference/release_calendar", "reference/vintages"]
*/
with

embedded_figures as (

    select
        indicator_id, region_id, period, vintage_id, value_in_currency, currency, value_text,
        cell_address, snapshot_id, source_id, is_weakly_attributed
    from staging.embedded_edition

),

exchange_rates as (

    select indicator_id, region_id, period, vintage_id, value, value_text, cell_address, snapshot_id, source_id
    from staging.exchange_rates

),

landed_figures as (

    select
        indicator_id, region_id, period, vintage_id, basis_id, vintage_rank, published_on, value_in_currency,
        currency, value_text, cell_address, snapshot_id, source_id, collection
    from staging.landed_figures
    where period_text = cast(period as varchar)

),

vintages as (

    select vintage_id, basis_id, rank, published_from, publication_lag_months, first_print_from, first_print_to
    from reference.vintages

),

first_revisions as (

    select collection, min(years_after * 10000 + cast(replace(opens, '-', '') as integer)) as opens_after
    from reference.release_calendar
    where release_kind = 'revision'
    group by collection

),

of_editions as (

    select
        printed.*,
        vintages.basis_id,
        vintages.rank as vintage_rank,
        coalesce(printed.period between vintages.first_print_from and vintages.first_print_to, false)
            as is_first_print,
        -- vintages carry a date when the whole revision appeared, a lag behind each period, or both
        greatest(
            vintages.published_from,
            cast(make_date(printed.period + 1, 1, 1) + to_months(vintages.publication_lag_months) as date)
        ) as published_on,
    from (
        from embedded_figures
        union all by name
        -- the rates are observations too: they have cells, sources and vintages like any other figure
        select * exclude (value), value as value_in_currency, false as is_weakly_attributed
        from exchange_rates
    ) as printed
    inner join vintages on printed.vintage_id = vintages.vintage_id

),

of_answers as (

    select
        landed_figures.* exclude (collection),
        false as is_weakly_attributed,
        -- asked before the publisher first revises the period; whether it is the oldest print, see below
        strftime(landed_figures.published_on, '%Y%m%d') < cast(
            landed_figures.period * 10000 + coalesce(first_revisions.opens_after, 20101) as varchar
        ) as is_first_print,
    from landed_figures
    left join first_revisions on landed_figures.collection = first_revisions.collection

),

every_vintage as (

    select *, false as is_landed from of_editions
    union all by name
    select *, true as is_landed from of_answers

),

beside_the_one_before as (

    select
        * exclude (basis_id, is_first_print),
        -- an answer that names no basis goes on with that of the edition before it
        coalesce(
            basis_id,
            last_value(basis_id ignore nulls) over earlier,
            max_by(basis_id, vintage_rank) filter (basis_id is not null) over (
                partition by indicator_id, region_id
            ),
            source_id
        ) as basis_id,
        is_first_print and (not is_landed or count(*) over earlier = 0) as is_first_print,
        lag(value_in_currency) over (
            partition by indicator_id, region_id, period order by vintage_rank
        ) as value_before,
    from every_vintage
    window earlier as (
        partition by indicator_id, region_id, period
        order by vintage_rank
        rows between unbounded preceding and 1 preceding
    )

)

select
    indicator_id,
    region_id,
    period,
    vintage_id,
    basis_id,
    vintage_rank,
    is_first_print,
    published_on,
    value_in_currency,
    currency,
    value_text,
    cell_address,
    snapshot_id,
    source_id,
    is_weakly_attributed,
from beside_the_one_before
where not is_landed
    or value_before is null
    or abs(value_in_currency - value_before) > 1e-9 * abs(value_in_currency)
order by indicator_id, region_id, period, vintage_id
