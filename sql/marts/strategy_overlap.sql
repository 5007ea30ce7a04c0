/*
description = "Gap to the nation by the number of major strategies that reach a province: 0, 1, 2 ... taken together. Descriptive. One row per view, membership, indicator, number of strategies, period."
grain = ["view_id", "membership", "indicator_id", "n_strategies", "period"]
deps = ["metrics/gap_by_dose", "core/indicators", "core/views", "core/methods"]
*/
with

gaps as (

    select view_id, membership, indicator_id, n_strategies, period, value, reference_value, ratio, n_members
    from metrics.gap_by_dose

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
    gaps.n_members,
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
inner join indicators on gaps.indicator_id = indicators.indicator_id
inner join views on gaps.view_id = views.view_id
inner join methods on methods.table_key = 'metrics/gap_by_dose'
order by gaps.view_id, gaps.membership, gaps.indicator_id, gaps.n_strategies, gaps.period
