/*
description = "Distance from the nation of the provincial units taken together that are reached by the same number of major strategies; descriptive, no effect of the strategies is implied. One row per view, membership, indicator, number of strategies, period."
grain = ["view_id", "membership", "indicator_id", "n_strategies", "period"]
deps = ["core/region_values", "core/strategy_doses", "core/comparisons", "core/group_observations", "core/groups", "core/region_weights"]
method = "value = sum of numerators / sum of denominators of the units with the same count; ratio = value / the same of all units; log gap = ln(reference / value); membership 'fixed' keeps the units together over all years; a break of any unit is one of both sides"
*/
with

comparisons as (

    select view_id, indicator_id
    from core.comparisons
    where is_compared

),

region_values as (

    select
        view_id, indicator_id, region_id, period, numerator, denominator, basis_text, has_break, source_id,
        is_weakly_attributed
    from core.region_values

),

nation as (

    -- without a value for the nation, the units that report are not the nation either
    select
        group_observations.view_id, group_observations.indicator_id, group_observations.period,
        group_observations.coverage
    from core.group_observations
    inner join core.groups on group_observations.group_id = groups.group_id
    where groups.group_kind = 'nation' and group_observations.value is not null

),

doses as (

    select
        strategy_doses.membership, strategy_doses.period, strategy_doses.region_id,
        strategy_doses.n_strategies, region_weights.weight
    from core.strategy_doses
    left join core.region_weights on strategy_doses.region_id = region_weights.region_id

),

dose_sizes as (

    select membership, period, n_strategies, count(*) as n_units, sum(weight) as dose_weight
    from doses
    group by all

),

years as (

    select view_id, indicator_id, period, bool_or(has_break) as has_break
    from region_values
    where region_id in (select region_id from doses)
    group by all

),

breaks as (

    -- also of years without a gap: a break in one of them lies between the years around it
    select
        view_id, indicator_id, period, has_break,
        count(*) filter (has_break) over (partition by view_id, indicator_id order by period) as n_breaks,
    from years

),

summed as (

    select
        region_values.view_id,
        doses.membership,
        region_values.indicator_id,
        doses.n_strategies,
        region_values.period,
        sum(region_values.numerator) as numerator,
        sum(region_values.denominator) as denominator,
        count(*) as n_members,
        sum(doses.weight) as present_weight,
        min(region_values.basis_text) as first_basis,
        max(region_values.basis_text) as last_basis,
        min(region_values.source_id) as first_source,
        max(region_values.source_id) as last_source,
        bool_or(region_values.is_weakly_attributed) as is_weakly_attributed,
    from region_values
    inner join comparisons
        on region_values.view_id = comparisons.view_id
        and region_values.indicator_id = comparisons.indicator_id
    inner join doses
        on region_values.region_id = doses.region_id
        and region_values.period = doses.period
    where region_values.numerator is not null and region_values.denominator is not null
    group by all

)

select
    summed.view_id,
    summed.membership,
    summed.indicator_id,
    summed.n_strategies,
    summed.period,
    summed.numerator / nullif(summed.denominator, 0) as value,
    sum(summed.numerator) over all_units / nullif(sum(summed.denominator) over all_units, 0) as reference_value,
    value / nullif(reference_value, 0) as ratio,
    case when value > 0 and reference_value > 0 then ln(reference_value / value) end as log_gap,
    summed.n_members,
    -- exactly one when nobody is missing, whatever the order of the additions
    case when summed.n_members = dose_sizes.n_units then 1
        else summed.present_weight / dose_sizes.dose_weight end as coverage,
    nation.coverage as reference_coverage,
    case when summed.first_basis = summed.last_basis then summed.first_basis
        else summed.first_basis || ' … ' || summed.last_basis end as basis_text,
    -- of all units, as all of them stand on one side or the other
    min(summed.first_basis) over all_units <> max(summed.last_basis) over all_units as is_mixed_basis,
    breaks.has_break,
    breaks.n_breaks,
    case when summed.first_source = summed.last_source then summed.first_source
        else summed.first_source || ', ' || summed.last_source end as source_text,
    summed.is_weakly_attributed,
from summed
inner join dose_sizes
    on summed.membership = dose_sizes.membership
    and summed.n_strategies = dose_sizes.n_strategies
    and summed.period = dose_sizes.period
inner join nation
    on summed.view_id = nation.view_id
    and summed.indicator_id = nation.indicator_id
    and summed.period = nation.period
inner join breaks
    on summed.view_id = breaks.view_id
    and summed.indicator_id = breaks.indicator_id
    and summed.period = breaks.period
window all_units as (
    partition by summed.view_id, summed.membership, summed.indicator_id, summed.period
)
order by summed.view_id, summed.membership, summed.indicator_id, summed.n_strategies, summed.period
