/*
description = "Course of the gap to the nation before and after the first of the major strategies took effect, by the number of strategies that reach a unit. It may coincide with the strategies; it is not shown to come from them. One row per view, membership, indicator, number of strategies."
grain = ["view_id", "membership", "indicator_id", "n_strategies"]
deps = ["metrics/gap_by_dose", "core/strategy_doses", "core/groups"]
method = "least squares slope of the log gap on the year, before the year of the first dated strategy and from that year on (who belongs is judged on 31 December); the same year for every number of strategies; at least 4 years; withheld where members or reporting units change or a break lies inside; no test: see metrics/policy_break"
*/
with

strategies as (

    select group_id, effective_from
    from core.groups
    where group_kind = 'major_strategy' and effective_from is not null

),

gaps as (

    select view_id, membership, indicator_id, n_strategies, period, log_gap, reference_coverage, n_breaks
    from metrics.gap_by_dose

),

reaches as (

    select distinct n_strategies, unnest(string_split(strategy_ids, ' ')) as group_id
    from core.strategy_doses
    where membership = 'fixed'

),

reached as (

    select
        reaches.n_strategies,
        min(strategies.effective_from) as first_reached_on,
        max(strategies.effective_from) as last_reached_on,
    from reaches
    inner join strategies on reaches.group_id = strategies.group_id
    group by all

),

first_strategy as (

    select min(effective_from) as first_strategy_from
    from strategies

),

parts as (

    select
        gaps.*,
        first_strategy.first_strategy_from,
        gaps.period - year(first_strategy.first_strategy_from) as years_since,
        years_since < 0 as is_before,
    from gaps
    cross join first_strategy

),

fitted as (

    select
        view_id, membership, indicator_id, n_strategies, is_before, first_strategy_from,
        count(log_gap) as n_years,
        max(n_breaks) as last_breaks,
        case
            when count(log_gap) < 4 then 'too_few_years'
            -- a gap of other units, or from other units, is another gap
            when max(reference_coverage) - min(reference_coverage) > 1e-9 then 'units_differ_between_years'
            when max(n_breaks) <> min(n_breaks) then 'break_between_years'
        end as null_reason,
        membership = 'fixed' and null_reason is null as is_comparable,
        regr_slope(log_gap, years_since) as slope,
        regr_intercept(log_gap, years_since) as level,
    from parts
    group by view_id, membership, indicator_id, n_strategies, is_before, first_strategy_from

)

select
    view_id,
    membership,
    indicator_id,
    fitted.n_strategies,
    any_value(first_strategy_from) as first_strategy_from,
    any_value(reached.first_reached_on) as first_reached_on,
    any_value(reached.last_reached_on) as last_reached_on,
    coalesce(any_value(n_years) filter (is_before), 0) as n_years_before,
    any_value(slope) filter (is_before and is_comparable) as trend_before,
    any_value(level) filter (is_before and is_comparable) as trend_before_level,
    any_value(last_breaks) filter (is_before) as trend_before_breaks,
    case
        when membership <> 'fixed' then 'changing_members'
        when count(*) filter (is_before) = 0 then 'too_few_years'
        else any_value(null_reason) filter (is_before)
    end as trend_before_null_reason,
    coalesce(any_value(n_years) filter (not is_before), 0) as n_years_after,
    any_value(slope) filter (not is_before and is_comparable) as trend_after,
    case
        when membership <> 'fixed' then 'changing_members'
        when count(*) filter (not is_before) = 0 then 'too_few_years'
        else any_value(null_reason) filter (not is_before)
    end as trend_after_null_reason,
from fitted
left join reached on fitted.n_strategies = reached.n_strategies
group by view_id, membership, indicator_id, fitted.n_strategies
order by view_id, membership, indicator_id, fitted.n_strategies
