/*
description = "Figures landed from publishers in our indicator ids and units, money still in the currency printed; the day of retrieval is the vintage where the publisher names none. One row per indicator, region, printed period, vintage."
grain = ["indicator_id", "region_id", "period_text", "vintage_id"]
deps = ["ingest/landed_figures", "ingest/landed_series", "ingest/answers", "reference/live_collections", "reference/vintages"]
may_be_empty = true
*/
with

printed_figures as (

    -- a gap is kept in ingest with its reason; it is no observation
    select answer_id, series_id, region_code, period_text, value_text, flag, cell_address
    from ingest.landed_figures
    where value_text is not null

),

landed_series as (

    select
        answer_id, series_id, indicator_id, unit_factor, currency, basis_id, source_id, vintage_id, published_on
    from ingest.landed_series

),

answers as (

    select answer_id, collection, cast(retrieved_at as date) as retrieved_on, retrieved_at
    from ingest.answers

),

live_collections as (

    select collection, source_id, is_fallback, line_number
    from reference.live_collections

),

vintages as (

    select vintage_id, basis_id, rank
    from reference.vintages

),

dated as (

    select
        printed_figures.*,
        landed_series.indicator_id,
        landed_series.unit_factor,
        landed_series.currency,
        landed_series.basis_id,
        landed_series.vintage_id as stated_vintage_id,
        answers.collection,
        coalesce(landed_series.source_id, live_collections.source_id) as source_id,
        coalesce(landed_series.published_on, answers.retrieved_on) as published_on,
        live_collections.is_fallback,
        -- where two collections print one figure on one day, the one named first in the file counts
        100 - live_collections.line_number as precedence,
        -- a second answer of the same day is a vintage of its own
        dense_rank() over (
            partition by
                landed_series.indicator_id, printed_figures.region_code, printed_figures.period_text,
                answers.collection, coalesce(landed_series.published_on, answers.retrieved_on)
            order by answers.retrieved_at
        ) as edition_of_day,
    from printed_figures
    inner join landed_series
        on printed_figures.answer_id = landed_series.answer_id
        and printed_figures.series_id = landed_series.series_id
    inner join answers on printed_figures.answer_id = answers.answer_id
    inner join live_collections on answers.collection = live_collections.collection

),

named as (

    select
        *,
        coalesce(
            stated_vintage_id,
            collection || '_' || strftime(published_on, '%Y_%m_%d')
                || case when edition_of_day > 1 then '_' || edition_of_day else '' end
        ) as vintage_id,
        -- later days rank above earlier ones and above every embedded edition; a fallback below them all
        (published_on - date '2000-01-01') * 50000 + precedence * 100 + least(edition_of_day, 99)
            - case when is_fallback then 2000000000 else 0 end as rank_by_day,
    from dated

)

select
    named.indicator_id,
    named.region_code as region_id,
    cast(left(named.period_text, 4) as integer) as period,
    try_cast(nullif(split_part(named.period_text, 'Q', 2), '') as integer) as quarter,
    named.period_text,
    named.vintage_id,
    coalesce(vintages.basis_id, named.basis_id) as basis_id,
    cast(coalesce(vintages.rank, named.rank_by_day) as integer) as vintage_rank,
    named.published_on,
    cast(named.value_text as double) * named.unit_factor as value_in_currency,
    named.currency,
    named.value_text,
    named.flag,
    named.cell_address,
    named.answer_id as snapshot_id,
    named.collection,
    named.source_id,
from named
left join vintages on named.stated_vintage_id = vintages.vintage_id
order by named.indicator_id, region_id, named.period_text, named.vintage_id
