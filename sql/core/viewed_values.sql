/*
description = "What each view takes for a cell: the newest vintage (latest), the first print (first_print), or the newest vintage of the bases a view names. One row per view, indicator, region, period."
grain = ["view_id", "indicator_id", "region_id", "period"]
deps = ["core/observations", "core/period_averages", "reference/views"]
*/
with

observations as (

    select
        indicator_id, region_id, period, vintage_id, basis_id, vintage_rank, value, unit_id,
        is_first_print, source_id, is_weakly_attributed
    from core.observations

),

period_averages as (

    select
        indicator_id, region_id, period, vintage_id, basis_id, vintage_rank, value, unit_id,
        is_first_print, source_id, is_weakly_attributed
    from core.period_averages

),

views as (

    select view_id, kind, string_split(basis_ids, ' ') as basis_ids
    from reference.views

),

every_vintage as (

    select * from observations
    union all
    select * from period_averages

),

admitted as (

    select
        views.view_id,
        every_vintage.*,
        -- a first print is the oldest candidate, every other view wants the newest
        case when views.kind = 'first_print' then -every_vintage.vintage_rank
            else every_vintage.vintage_rank end as preference,
    from every_vintage
    inner join views
        on views.kind = 'latest'
        or (views.kind = 'first_print' and every_vintage.is_first_print)
        or (views.kind = 'basis' and list_contains(views.basis_ids, every_vintage.basis_id))

)

select
    view_id,
    indicator_id,
    region_id,
    period,
    value,
    unit_id,
    vintage_id,
    basis_id,
    source_id,
    is_weakly_attributed,
from admitted
qualify row_number() over (
    partition by view_id, indicator_id, region_id, period
    order by preference desc
) = 1
order by view_id, indicator_id, region_id, period
