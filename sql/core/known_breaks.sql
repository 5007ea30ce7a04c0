/*
description = "Years in which what a figure counts changed, for printed indicators and for those derived from them. One row per indicator, period."
grain = ["indicator_id", "period"]
deps = ["reference/breaks", "reference/indicators"]
*/
with

breaks as (

    select indicator_id, period
    from reference.breaks

),

indicators as (

    select indicator_id, numerator_indicator_id, denominator_indicator_id
    from reference.indicators

)

select distinct
    indicators.indicator_id,
    breaks.period,
from indicators
inner join breaks
    on breaks.indicator_id in (
        indicators.indicator_id, indicators.numerator_indicator_id, indicators.denominator_indicator_id
    )
order by indicators.indicator_id, breaks.period
