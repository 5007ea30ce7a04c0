/*
description = "Annual average exchange rates as printed. One row per rate, year."
grain = ["indicator_id", "period"]
deps = ["ingest/embedded_edition", "ingest/snapshots", "reference/series"]
*/
with

printed_figures as (

    select snapshot_id, collection, series_id, region_code, period_text, value_text, cell_address
    from ingest.embedded_edition

),

snapshots as (

    select snapshot_id, vintage_id, source_id
    from ingest.snapshots

),

series as (

    select collection, series_id, indicator_id
    from reference.series

),

renamed as (

    select
        series.indicator_id,
        printed_figures.region_code as region_id,
        cast(printed_figures.period_text as integer) as period,
        snapshots.vintage_id,
        cast(printed_figures.value_text as double) as value,
        printed_figures.value_text,
        printed_figures.cell_address,
        printed_figures.snapshot_id,
        snapshots.source_id,
    from printed_figures
    inner join snapshots on printed_figures.snapshot_id = snapshots.snapshot_id
    inner join series
        on printed_figures.collection = series.collection
        and printed_figures.series_id = series.series_id
    where printed_figures.collection = 'exchange_rates'

)

select
    indicator_id,
    region_id,
    period,
    vintage_id,
    value,
    value_text,
    cell_address,
    snapshot_id,
    source_id,
from renamed
order by indicator_id, period
