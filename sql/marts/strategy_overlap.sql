/*
description = "Gap to the nation by the number of major strategies that reach a province: 0, 1, 2 ... taken together, with its course before and after the first of them took effect. Descriptive: no effect is shown. One row per view, membership, indicator, number of strategies, period."
grain = ["view_id", "membership", "indicator_id", "n_strategies", "period"]
deps = ["metrics/gap_by_dose", "metrics/strategy_trend", "core/indicators", "core/views", "core/methods"]
*/
with

gaps as (

    select *
    from metrics.gap_by_dose

),

trends as (

    select *
    from metrics.strategy_trend

),

indicators as (

    select
        indicator_id, indicator_name_zh_hans, indicator_name_zh_hant, indicator_name_en, field,
        polarity, unit_zh_hans, unit_zh_hant, unit_en, decimals, publisher_zh_hans,
        publisher_zh_hant, publisher_en
    from core.indicators

),

views as (

    select view_id, view_name_zh_hans, view_name_zh_hant, view_name_en
    from core.views

),

methods as (

    select table_key, method_id
    from core.methods

)

select
    gaps.view_id,
    gaps.membership,
    gaps.indicator_id,
    gaps.period,
    gaps.n_strategies,
    gaps.value,
    gaps.reference_value,
    gaps.ratio,
    gaps.log_gap,
    gaps.n_members,
    gaps.coverage,
    gaps.reference_coverage,
    gaps.basis_text,
    gaps.is_mixed_basis,
    gaps.has_break,
    gaps.source_text,
    gaps.is_weakly_attributed,
    trends.first_strategy_from,
    gaps.period >= year(trends.first_strategy_from) as is_after_first_strategy,
    trends.first_reached_on,
    trends.last_reached_on,
    trends.n_years_before,
    trends.trend_before,
    trends.trend_before_null_reason,
    trends.n_years_after,
    trends.trend_after,
    trends.trend_after_null_reason,
    -- not across a break: the line belongs to the basis it was fitted to
    case when gaps.n_breaks = trends.trend_before_breaks then
        exp(-trends.trend_before_level
            - trends.trend_before * (gaps.period - year(trends.first_strategy_from)))
    end as trend_before_ratio,
    methods.method_id,
    indicators.indicator_name_zh_hans,
    indicators.indicator_name_zh_hant,
    indicators.indicator_name_en,
    indicators.field,
    indicators.polarity,
    indicators.unit_zh_hans,
    indicators.unit_zh_hant,
    indicators.unit_en,
    indicators.decimals,
    indicators.publisher_zh_hans,
    indicators.publisher_zh_hant,
    indicators.publisher_en,
    views.view_name_zh_hans,
    views.view_name_zh_hant,
    views.view_name_en,
from gaps
inner join trends
    on gaps.view_id = trends.view_id
    and gaps.membership = trends.membership
    and gaps.indicator_id = trends.indicator_id
    and gaps.n_strategies = trends.n_strategies
inner join indicators on gaps.indicator_id = indicators.indicator_id
inner join views on gaps.view_id = views.view_id
inner join methods on methods.table_key = 'metrics/gap_by_dose'
order by gaps.view_id, gaps.membership, gaps.indicator_id, gaps.n_strategies, gaps.period
