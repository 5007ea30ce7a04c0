/*
description = "Leaves of every row by indicator and edition. A cell is counted once a row, although a member's figure may stand on both sides of a gap. One row per row of the table, indicator, edition."
*/
with

sides_of_cells as (

    select cells.* exclude (vintage_id, coverage_kind), cells.vintage_id, leaves.leaf_indicator_id,
        leaves.leaf_period, leaves.side_vintage_id
    from temp.cells
    inner join temp.sides
        on cells.view_id is not distinct from sides.view_id
        and cells.indicator_id = sides.indicator_id
        and cells.region_id = sides.region_id
        and cells.period = sides.period
        and cells.vintage_id is not distinct from sides.vintage_id
    inner join temp.leaves
        on sides.region_id = leaves.region_id
        and sides.side_indicator_id = leaves.side_indicator_id
        and sides.side_period = leaves.side_period
        and sides.side_vintage_id = leaves.side_vintage_id

),

leaves_of_rows as (

    select distinct
        requests.row_id, sides_of_cells.leaf_indicator_id as indicator_id,
        sides_of_cells.side_vintage_id as vintage_id, sides_of_cells.leaf_period as period,
        sides_of_cells.region_id,
    from temp.requests
    inner join sides_of_cells
        on requests.scope = sides_of_cells.scope
        and requests.view_id is not distinct from sides_of_cells.view_id
        and requests.membership is not distinct from sides_of_cells.membership
        and requests.indicator_id = sides_of_cells.indicator_id
        and requests.subject_id = sides_of_cells.subject_id
        and requests.period = sides_of_cells.period
        and requests.vintage_id is not distinct from sides_of_cells.vintage_id

),

editions as (

    select
        indicator_id, vintage_id, period,
        min(published_on) as published_from,
        max(published_on) as published_to,
        list(distinct source_id) as source_ids,
    from core.observations
    group by indicator_id, vintage_id, period

),

counted as (

    select row_id, indicator_id, vintage_id, period, count(*) as cells
    from leaves_of_rows
    group by all

)

select
    counted.row_id, counted.indicator_id, counted.vintage_id,
    cast(sum(counted.cells) as integer) as cells,
    min(editions.published_from) as published_from,
    max(editions.published_to) as published_to,
    list_sort(list_distinct(flatten(list(editions.source_ids)))) as source_ids,
from counted
inner join editions using (indicator_id, vintage_id, period)
group by counted.row_id, counted.indicator_id, counted.vintage_id
order by counted.row_id, counted.indicator_id, counted.vintage_id
