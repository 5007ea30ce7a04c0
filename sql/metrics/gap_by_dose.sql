/*
description = "Distance from the nation of the provincial units taken together that are reached by the same number of major strategies; descriptive, no effect of the strategies is implied. One row per view, membership, indicator, number of strategies, period."
grain = ["view_id", "membership", "indicator_id", "n_strategies", "period"]
deps = ["core/region_values", "core/strategy_doses", "core/comparisons", "core/group_observations", "core/groups"]
method = "value = sum of numerators / sum of denominators of the units with the same count; ratio = value / the same of all units; membership 'fixed' keeps the units together over all years"
*/
with

comparisons as (

    select view_id, indicator_id
    from core.comparisons
    where is_compared

),

region_values as (

    select view_id, indicator_id, region_id, period, numerator, denominator
    from core.region_values
    where numerator is not null and denominator is not null

),

nation as (

    -- without a value for the nation, the units that report are not the nation either
    select group_observations.view_id, group_observations.indicator_id, group_observations.period
    from core.group_observations
    inner join core.groups on group_observations.group_id = groups.group_id
    where groups.group_kind = 'nation' and group_observations.value is not null

),

strategy_doses as (

    select membership, period, region_id, n_strategies
    from core.strategy_doses

),

summed as (

    select
        region_values.view_id,
        strategy_doses.membership,
        region_values.indicator_id,
        strategy_doses.n_strategies,
        region_values.period,
        sum(region_values.numerator) as numerator,
        sum(region_values.denominator) as denominator,
        count(*) as n_members,
    from region_values
    inner join comparisons
        on region_values.view_id = comparisons.view_id
        and region_values.indicator_id = comparisons.indicator_id
    inner join nation
        on region_values.view_id = nation.view_id
        and region_values.indicator_id = nation.indicator_id
        and region_values.period = nation.period
    inner join strategy_doses
        on region_values.region_id = strategy_doses.region_id
        and region_values.period = strategy_doses.period
    group by all

)

select
    view_id,
    membership,
    indicator_id,
    n_strategies,
    period,
    numerator / nullif(denominator, 0) as value,
    sum(numerator) over all_units / nullif(sum(denominator) over all_units, 0) as reference_value,
    value / nullif(reference_value, 0) as ratio,
    n_members,
from summed
window all_units as (partition by view_id, membership, indicator_id, period)
order by view_id, membership, indicator_id, n_strategies, period
