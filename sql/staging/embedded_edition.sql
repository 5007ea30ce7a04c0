/*
description = "Printed figures of the embedded edition in our indicator ids and units, money still in the currency printed. One row per indicator, region, period, vintage."
grain = ["indicator_id", "region_id", "period", "vintage_id"]
deps = ["ingest/embedded_edition", "ingest/snapshots", "reference/series"]
*/
with

printed_figures as (

    select snapshot_id, collection, series_id, region_code, period_text, value_text, cell_address
    from ingest.embedded_edition

),

snapshots as (

    select snapshot_id, vintage_id, source_id, attribution
    from ingest.snapshots

),

series as (

    select collection, series_id, indicator_id, unit_factor, currency
    from reference.series

),

renamed as (

    select
        series.indicator_id,
        printed_figures.region_code as region_id,
        cast(printed_figures.period_text as integer) as period,
        snapshots.vintage_id,
        cast(printed_figures.value_text as double) * series.unit_factor as value_in_currency,
        series.currency,
        printed_figures.value_text,
        printed_figures.cell_address,
        printed_figures.snapshot_id,
        snapshots.source_id,
        snapshots.attribution = 'weak' as is_weakly_attributed,
    from printed_figures
    inner join snapshots on printed_figures.snapshot_id = snapshots.snapshot_id
    inner join series
        on printed_figures.collection = series.collection
        and printed_figures.series_id = series.series_id
    where printed_figures.collection <> 'exchange_rates'

)

select
    indicator_id,
    region_id,
    period,
    vintage_id,
    value_in_currency,
    currency,
    value_text,
    cell_address,
    snapshot_id,
    source_id,
    is_weakly_attributed,
from renamed
order by indicator_id, region_id, period, vintage_id
