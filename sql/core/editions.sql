/*
description = "When each edition had printed the figures of each year: the day its whole revision appeared, a lag behind the year, or the later of both. One row per vintage, period."
grain = ["vintage_id", "period"]
deps = ["reference/vintages"]
*/
with

vintages as (

    select vintage_id, basis_id, rank, published_from, publication_lag_months, first_print_from, first_print_to
    from reference.vintages

),

periods as (

    select cast(unnest(range(1900, 2100)) as integer) as period

)

select
    vintages.vintage_id,
    periods.period,
    vintages.basis_id,
    vintages.rank as vintage_rank,
    greatest(
        vintages.published_from,
        cast(make_date(periods.period + 1, 1, 1) + to_months(vintages.publication_lag_months) as date)
    ) as published_on,
    vintages.first_print_from,
    vintages.first_print_to,
from vintages
cross join periods
order by vintages.vintage_id, periods.period
