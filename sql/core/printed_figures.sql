/*
description = "Every printed figure of every edition and answer in one shape: basis, rank, publication date, whether it was the first print; of a landed answer only what differs from the vintage before it. Money in the currency printed. One row per indicator, region, period, vintage."
grain = ["indicator_id", "region_id", "period", "vintage_id"]
deps = ["staging/embedded_edition", "staging/landed_figures", "staging/exchange_rates", "core/editions", "reference/release_calendar"]
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

first_revisions as (

    select collection, min(years_after * 10000 + cast(replace(opens, '-', '') as integer)) as opens_after
    from reference.release_calendar
    where release_kind = 'revision'
    group by collection

),

editions as (

    select vintage_id, period, basis_id, vintage_rank, published_on, first_print_from, first_print_to
    from core.editions

),

of_editions as (

    select
        printed.*,
        editions.basis_id,
        editions.vintage_rank,
        coalesce(printed.period between editions.first_print_from and editions.first_print_to, false)
            as is_first_print,
        editions.published_on,
    from (
        from embedded_figures
        union all by name
        -- the rates are observations too: they have cells, sources and vintages like any other figure
        select * exclude (value), value as value_in_currency, false as is_weakly_attributed
        from exchange_rates
    ) as printed
    inner join editions on printed.vintage_id = editions.vintage_id and printed.period = editions.period

),

of_answers as (

    select
        landed_figures.* exclude (collection, published_on),
        false as is_weakly_attributed,
        -- a file that states an edition we know came out when that edition did
        coalesce(editions.published_on, landed_figures.published_on) as published_on,
        -- asked before the publisher first revises the period; whether it is the oldest print, see below
        coalesce(
            landed_figures.period between editions.first_print_from and editions.first_print_to,
            editions.vintage_id is null
                and strftime(landed_figures.published_on, '%Y%m%d') < cast(
                    landed_figures.period * 10000 + coalesce(first_revisions.opens_after, 20101) as varchar
                ),
            false
        ) as is_first_print,
    from landed_figures
    left join editions
        on landed_figures.vintage_id = editions.vintage_id and landed_figures.period = editions.period
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
            max_by(basis_id, vintage_rank) filter (basis_id is not null and not is_landed) over (
                partition by indicator_id, region_id
            ),
            source_id
        ) as basis_id,
        is_first_print and vintage_rank >= 0 and (not is_landed or count(*) over earlier = 0)
            as is_first_print,
        lag(value_in_currency) over (
            partition by indicator_id, region_id, period, vintage_rank < 0 order by vintage_rank
        ) as value_before,
    from every_vintage
    window earlier as (
        -- a fallback, ranked below zero, is no edition before the office's own
        partition by indicator_id, region_id, period, vintage_rank < 0
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
