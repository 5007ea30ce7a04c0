/*
description = "Whether the gap of a group to the nation changed its course at an event that concerns the group, with the course before and the same statistic at other dates. It may coincide with the event; it is not shown to come from it. One row per view, indicator, group, event, tested year."
grain = ["view_id", "indicator_id", "group_id", "event_id", "period"]
deps = ["metrics/policy_break", "core/events", "core/groups", "core/indicators", "core/views", "core/methods"]
*/
with

breaks as (

    select *
    from metrics.policy_break

),

events as (

    select
        event_id, group_id, event_date, event_type, event_name_zh_hans, event_name_zh_hant, event_name_en
    from core.events

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
    breaks.view_id,
    breaks.indicator_id,
    breaks.group_id,
    breaks.event_id,
    breaks.period,
    breaks.is_event,
    breaks.verdict,
    breaks.statistic,
    breaks.p_value,
    breaks.placebo_p,
    breaks.n_placebos,
    breaks.largest_period,
    breaks.level_change,
    breaks.level_error,
    breaks.slope_change,
    breaks.slope_error,
    breaks.slope_before,
    breaks.slope_before_p,
    breaks.bend_before,
    breaks.bend_before_p,
    breaks.period_start,
    breaks.period_end,
    breaks.null_reason,
    events.event_date,
    events.event_type,
    events.event_name_zh_hans,
    events.event_name_zh_hant,
    events.event_name_en,
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
from breaks
inner join events
    on breaks.event_id = events.event_id
    and breaks.group_id = events.group_id
inner join groups on breaks.group_id = groups.group_id
inner join indicators on breaks.indicator_id = indicators.indicator_id
inner join views on breaks.view_id = views.view_id
inner join methods on methods.table_key = 'metrics/policy_break'
order by breaks.view_id, breaks.indicator_id, breaks.group_id, breaks.event_id, breaks.period
