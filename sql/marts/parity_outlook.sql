/*
description = "How long the gap of a group to the nation would last at the recent trend, with the fan of the years ahead and, from earlier years of issue, fans beside what came. An extrapolation, no forecast. One row per view, indicator, group, year of issue, year."
grain = ["view_id", "indicator_id", "group_id", "origin_period", "period"]
deps = ["metrics/parity_fan", "metrics/parity_outlook", "core/groups", "core/indicators", "core/views", "core/methods"]
*/
with

fans as (

    select *
    from metrics.parity_fan

),

outlooks as (

    select *
    from metrics.parity_outlook

),

groups as (

    select
        group_id, group_kind, partition_id, group_short_name_zh_hans, group_short_name_zh_hant,
        group_short_name_en
    from core.groups

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
    fans.view_id,
    fans.indicator_id,
    fans.group_id,
    fans.origin_period,
    fans.period,
    fans.gap_low,
    fans.gap_lower_quartile,
    fans.gap_median,
    fans.gap_upper_quartile,
    fans.gap_high,
    fans.observed_gap,
    outlooks.is_above_nation,
    outlooks.log_gap,
    outlooks.yearly_change,
    outlooks.n_changes,
    outlooks.verdict,
    outlooks.years_to_parity,
    outlooks.years_to_parity_low,
    outlooks.years_to_parity_high,
    outlooks.never_share,
    methods.method_id,
    groups.group_short_name_zh_hans,
    groups.group_short_name_zh_hant,
    groups.group_short_name_en,
    groups.group_kind,
    groups.partition_id,
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
from fans
inner join outlooks
    on fans.view_id = outlooks.view_id
    and fans.indicator_id = outlooks.indicator_id
    and fans.group_id = outlooks.group_id
inner join groups on fans.group_id = groups.group_id
inner join indicators on fans.indicator_id = indicators.indicator_id
inner join views on fans.view_id = views.view_id
inner join methods on methods.table_key = 'metrics/parity_outlook'
order by fans.view_id, fans.indicator_id, fans.group_id, fans.origin_period, fans.period
