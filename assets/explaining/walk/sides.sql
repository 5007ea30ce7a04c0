/*
description = "What a cell was made of, in the words of indicators.csv: the printed value itself, a numerator and a denominator, or a value and its weight, each with the edition the view took. Follows core.viewed_values, core.viewed_ratios and core.region_values. One row per cell, role."
*/
with

cells as (

    -- a ratio of which one side is missing was never made
    select distinct view_id, indicator_id, region_id, period, vintage_id
    from temp.cells
    where vintage_id is not null
        or (view_id, indicator_id, region_id, period) in (
            select (view_id, indicator_id, region_id, period)
            from core.region_values
        )

),

indicators as (

    select
        indicator_id, aggregation, ratio_rule, numerator_indicator_id, denominator_indicator_id,
        weight_indicator_id
    from reference.indicators

),

views as (

    select view_id, kind, string_split(basis_ids, ' ') as basis_ids
    from reference.views

),

in_one_edition as (

    select
        cells.*, 'value' as role, cells.indicator_id as side_indicator_id, cells.period as side_period,
        cells.vintage_id as side_vintage_id
    from cells
    where cells.vintage_id is not null

),

wanted as (

    select cells.*, 'value' as role, cells.indicator_id as side_indicator_id, cells.period as side_period
    from cells
    where cells.vintage_id is null
    union all
    select
        cells.*, 'weight' as role, indicators.weight_indicator_id,
        -- an index of growth enters a group at the values of the year before
        cells.period - case when indicators.aggregation = 'chain_index' then 1 else 0 end
    from cells
    inner join indicators on cells.indicator_id = indicators.indicator_id
    where cells.vintage_id is null and indicators.weight_indicator_id is not null
    union all
    select
        cells.*, unnest(['numerator', 'denominator']) as role,
        unnest([indicators.numerator_indicator_id, indicators.denominator_indicator_id]), cells.period
    from cells
    inner join indicators on cells.indicator_id = indicators.indicator_id
    where cells.vintage_id is null and indicators.ratio_rule = 'own_basis'

),

viewed as (

    select wanted.*, viewed_values.vintage_id as side_vintage_id
    from wanted
    inner join core.viewed_values
        on wanted.view_id = viewed_values.view_id
        and wanted.side_indicator_id = viewed_values.indicator_id
        and wanted.region_id = viewed_values.region_id
        and wanted.side_period = viewed_values.period

),

on_one_basis as (

    select
        cells.*,
        indicators.numerator_indicator_id,
        indicators.denominator_indicator_id,
        numerator.vintage_id as numerator_vintage_id,
        denominator.vintage_id as denominator_vintage_id,
    from cells
    inner join indicators on cells.indicator_id = indicators.indicator_id
    inner join views on cells.view_id = views.view_id
    inner join core.observations as numerator
        on indicators.numerator_indicator_id = numerator.indicator_id
        and cells.region_id = numerator.region_id
        and cells.period = numerator.period
    inner join core.observations as denominator
        on indicators.denominator_indicator_id = denominator.indicator_id
        and numerator.region_id = denominator.region_id
        and numerator.period = denominator.period
        and numerator.basis_id = denominator.basis_id
    where cells.vintage_id is null
        and indicators.ratio_rule = 'same_basis'
        and (
            views.kind = 'latest'
            or (views.kind = 'first_print' and numerator.is_first_print and denominator.is_first_print)
            or (views.kind = 'basis' and list_contains(views.basis_ids, numerator.basis_id))
        )
    qualify row_number() over (
        partition by cells.view_id, cells.indicator_id, cells.region_id, cells.period
        order by
            case when views.kind = 'first_print' then -1 else 1 end * numerator.vintage_rank desc,
            case when views.kind = 'first_print' then -1 else 1 end * denominator.vintage_rank desc
    ) = 1

)

select * from in_one_edition
union all
select * from viewed
union all
select
    view_id, indicator_id, region_id, period, vintage_id, unnest(['numerator', 'denominator']) as role,
    unnest([numerator_indicator_id, denominator_indicator_id]) as side_indicator_id, period as side_period,
    unnest([numerator_vintage_id, denominator_vintage_id]) as side_vintage_id
from on_one_basis
