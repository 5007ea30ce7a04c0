/*
description = "The printed figures under every side of a cell: the figure itself, or both year-ends of a period average. One row per side, step."
*/
with

sides as (

    select distinct region_id, side_indicator_id, side_period, side_vintage_id
    from temp.sides

),

averaged as (

    select indicator_id, numerator_indicator_id
    from reference.indicators
    where aggregation = 'period_average'

)

select
    sides.*,
    'printed' as step,
    sides.side_indicator_id as leaf_indicator_id,
    sides.side_period as leaf_period,
from sides
where sides.side_indicator_id not in (select indicator_id from averaged)
union all
select
    sides.*,
    unnest(['year_before', 'year_end']) as step,
    averaged.numerator_indicator_id as leaf_indicator_id,
    unnest([sides.side_period - 1, sides.side_period]) as leaf_period,
from sides
inner join averaged on sides.side_indicator_id = averaged.indicator_id
