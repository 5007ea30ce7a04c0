/*
description = "Policy events and other dates, one line for each group an event concerns. One row per event, group."
grain = ["event_id", "group_id"]
deps = ["reference/events"]
*/
with

events as (

    select
        event_id, event_date, event_type, name_zh_hans, name_zh_hant, name_en, confidence,
        unnest(string_split(group_ids, ' ')) as group_id,
    from reference.events

)

select
    event_id,
    group_id,
    event_date,
    event_type,
    name_zh_hans as event_name_zh_hans,
    name_zh_hant as event_name_zh_hant,
    name_en as event_name_en,
    confidence,
from events
order by event_id, group_id
