/*
description = "Volume index of a group from its yearly growth at previous-year prices, first published year = 100. One row per view, membership, indicator, group, period."
grain = ["view_id", "membership", "indicator_id", "group_id", "period"]
deps = ["core/group_observations", "core/indicators"]
method = "growth = sum(level[t-1] x index[t]) / sum(level[t-1]), a Laspeyres chain at previous-year prices; index = product of growth since the first year without a gap, never a mean of rates"
*/
with

group_observations as (

    select view_id, membership, indicator_id, group_id, period, value, basis_text
    from core.group_observations
    where value is not null

),

chained_indicators as (

    select indicator_id
    from core.indicators
    where aggregation = 'chain_index'

),

runs as (

    -- a gap in the years starts a new run, so that a product never jumps over a missing year
    select
        group_observations.*,
        group_observations.period - row_number() over (
            partition by
                group_observations.view_id, group_observations.membership,
                group_observations.indicator_id, group_observations.group_id
            order by group_observations.period
        ) as run_id,
    from group_observations
    inner join chained_indicators on group_observations.indicator_id = chained_indicators.indicator_id

)

select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    value as growth_index,
    100 * exp(sum(ln(value / 100)) over (
        partition by view_id, membership, indicator_id, group_id, run_id
        order by period
    )) as value,
    min(period) over (
        partition by view_id, membership, indicator_id, group_id, run_id
    ) - 1 as base_period,
from runs
order by view_id, membership, indicator_id, group_id, period
