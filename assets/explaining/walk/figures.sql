/*
description = "Printed figures with everything that leads back to the page they were printed on: text, factor of the unit, rate of conversion, edition, publisher, table, cell, sha256 of the file. One row per side, step."
*/
with

landed_factors as (

    -- where one answer has two series of an indicator in different units, the factor stays open
    select
        answer_id,
        indicator_id,
        case when min(unit_factor) = max(unit_factor) then min(unit_factor) end as unit_factor,
    from ingest.landed_series
    group by answer_id, indicator_id

)

select
    leaves.region_id,
    leaves.side_indicator_id,
    leaves.side_period,
    leaves.side_vintage_id,
    leaves.step,
    observations.indicator_id,
    observations.period,
    observations.vintage_id,
    observations.value,
    observations.value_text,
    coalesce(snapshots.unit_printed, indicators.unit_en) as unit_printed,
    coalesce(series.unit_factor, landed_factors.unit_factor) as unit_factor,
    observations.currency,
    observations.conversion_rate,
    observations.conversion_rate_name,
    rates.rate_kind,
    rates.value_text as rate_text,
    rates.cell_address as rate_cell,
    rate_snapshots.sha256 as rate_sha256,
    observations.published_on,
    observations.basis_id,
    vintages.name_en as vintage_name,
    observations.source_id,
    sources.publisher_en as publisher,
    coalesce(snapshots.table_title, answers.question, answers.url) as table_title,
    observations.snapshot_id,
    observations.cell_address,
    coalesce(snapshots.sha256, answers.sha256) as sha256,
    coalesce(snapshots.retrieved, cast(answers.retrieved_at as varchar)) as retrieved,
    observations.is_weakly_attributed,
    snapshots.attribution_note,
from temp.leaves
inner join core.observations
    on leaves.leaf_indicator_id = observations.indicator_id
    and leaves.region_id = observations.region_id
    and leaves.leaf_period = observations.period
    and leaves.side_vintage_id = observations.vintage_id
left join core.indicators on observations.indicator_id = indicators.indicator_id
left join ingest.snapshots on observations.snapshot_id = snapshots.snapshot_id
left join ingest.answers on observations.snapshot_id = answers.answer_id
left join reference.series
    on snapshots.collection = series.collection
    and snapshots.series_id = series.series_id
left join landed_factors
    on observations.snapshot_id = landed_factors.answer_id
    and observations.indicator_id = landed_factors.indicator_id
left join reference.sources on observations.source_id = sources.source_id
left join reference.vintages on observations.vintage_id = vintages.vintage_id
left join core.exchange_rates as rates
    on observations.conversion_rate_name is not null
    and rates.indicator_id = 'cny_per_' || lower(observations.currency)
    and rates.period = observations.period
    and rates.is_used
left join ingest.snapshots as rate_snapshots on rates.snapshot_id = rate_snapshots.snapshot_id
order by
    leaves.region_id, leaves.side_indicator_id, leaves.side_period, leaves.side_vintage_id, leaves.step
