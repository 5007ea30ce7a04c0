/*
description = "Every indicator, published or derived, of every region as each view sees it, with the numerator and denominator a group sums. One row per view, indicator, region, period."
grain = ["view_id", "indicator_id", "region_id", "period"]
deps = ["core/viewed_values", "core/viewed_ratios", "core/known_breaks", "reference/indicators"]
*/
with

indicators as (

    select indicator_id, unit_id, aggregation, weight_indicator_id
    from reference.indicators

),

viewed_values as (

    select view_id, indicator_id, region_id, period, value, basis_id, source_id, is_weakly_attributed
    from core.viewed_values

),

viewed_ratios as (

    select
        view_id, indicator_id, region_id, period, scale, numerator, denominator, basis_text, source_id,
        is_weakly_attributed
    from core.viewed_ratios

),

printed as (

    -- a rate enters a group as rate x weight over weight, an index at last year's prices
    select
        printed_value.view_id,
        printed_value.indicator_id,
        printed_value.region_id,
        printed_value.period,
        printed_value.value,
        case
            when indicators.aggregation in ('sum', 'period_average') then printed_value.value
            when indicators.aggregation in ('weighted_mean', 'chain_index')
                then printed_value.value * weight.value
        end as numerator,
        weight.value as denominator,
        printed_value.basis_id || coalesce(' / ' || weight.basis_id, '') as basis_text,
        printed_value.basis_id as own_basis,
        printed_value.source_id,
        printed_value.is_weakly_attributed,
    from viewed_values as printed_value
    inner join indicators on printed_value.indicator_id = indicators.indicator_id
    left join viewed_values as weight
        on indicators.weight_indicator_id = weight.indicator_id
        and printed_value.view_id = weight.view_id
        and printed_value.region_id = weight.region_id
        and printed_value.period - case when indicators.aggregation = 'chain_index' then 1 else 0 end
            = weight.period

),

computed as (

    select
        view_id,
        indicator_id,
        region_id,
        period,
        scale * numerator / nullif(denominator, 0) as value,
        scale * numerator as numerator,
        denominator,
        basis_text,
        basis_text as own_basis,
        source_id,
        is_weakly_attributed,
    from viewed_ratios

),

together as (

    select * from printed
    union all
    select * from computed

)

select
    together.view_id,
    together.indicator_id,
    together.region_id,
    together.period,
    together.value,
    indicators.unit_id,
    together.numerator,
    together.denominator,
    together.basis_text,
    -- the region's own figure changed its edition, or what it counts, since the period before
    known_breaks.period is not null
        or coalesce(
            together.own_basis <> lag(together.own_basis) over (
                partition by together.view_id, together.indicator_id, together.region_id
                order by together.period
            ),
            false
        ) as has_break,
    together.source_id,
    together.is_weakly_attributed,
from together
inner join indicators on together.indicator_id = indicators.indicator_id
left join core.known_breaks
    on together.indicator_id = known_breaks.indicator_id
    and together.period = known_breaks.period
order by together.view_id, together.indicator_id, together.region_id, together.period
