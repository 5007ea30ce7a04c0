/*
description = "Which indicator is worth measuring in which view: all in the latest one, in any other view only indicators that are, or whose numerator is, held in at least two editions; a second edition of the population alone makes no second figure. One row per view, indicator."
grain = ["view_id", "indicator_id"]
deps = ["core/observations", "core/indicators", "core/views"]
*/
with

indicators as (

    select indicator_id, aggregation, is_compared, numerator_indicator_id
    from core.indicators

),

views as (

    select view_id, view_kind
    from core.views

),

revised_cells as (

    select indicator_id, region_id, period
    from core.observations
    group by all
    having count(*) >= 2

),

revised_indicators as (

    select distinct indicator_id
    from revised_cells

)

select
    views.view_id,
    indicators.indicator_id,
    indicators.is_compared,
    indicators.aggregation in ('sum', 'period_average') as is_additive,
from indicators
cross join views
left join revised_indicators
    on coalesce(indicators.numerator_indicator_id, indicators.indicator_id) = revised_indicators.indicator_id
where views.view_kind = 'latest' or revised_indicators.indicator_id is not null
order by views.view_id, indicators.indicator_id
