/*
description = "What every new vintage changed: regions, and groups as sums of their members, before and after, with names and units. is_new_basis tells a change of method (a census, another accounting) from a revision. One row per indicator, subject, period, vintage."
grain = ["indicator_id", "subject_id", "period", "vintage_id"]
deps = ["core/revisions", "metrics/group_revision", "core/indicators", "core/regions", "core/groups"]
may_be_empty = true
*/
with

revisions as (

    select
        indicator_id, region_id, period, vintage_id, previous_vintage_id, published_on, basis_id,
        previous_basis_id, value, previous_value, change, relative_change
    from core.revisions

),

group_revision as (

    select
        indicator_id, group_id, period, vintage_id, published_on, value, previous_value, change, relative_change,
        n_revised, n_members
    from metrics.group_revision

),

indicators as (

    select
        indicator_id, indicator_name_zh_hans, indicator_name_zh_hant, indicator_name_en, unit_zh_hans, unit_zh_hant,
        unit_en, decimals
    from core.indicators

),

subjects as (

    select
        region_id as subject_id,
        region_level as subject_kind,
        region_short_name_zh_hans as subject_name_zh_hans,
        region_short_name_zh_hant as subject_name_zh_hant,
        region_short_name_en as subject_name_en,
    from core.regions
    union all
    select
        group_id, group_kind, group_short_name_zh_hans, group_short_name_zh_hant, group_short_name_en
    from core.groups

),

moved as (

    select
        indicator_id, region_id as subject_id, period, vintage_id, previous_vintage_id, published_on,
        basis_id <> previous_basis_id as is_new_basis, value, previous_value, change, relative_change
    from revisions
    union all by name
    select
        indicator_id, group_id as subject_id, period, vintage_id, published_on, value, previous_value, change,
        relative_change, n_revised, n_members
    from group_revision

)

select
    moved.indicator_id,
    indicators.indicator_name_zh_hans,
    indicators.indicator_name_zh_hant,
    indicators.indicator_name_en,
    moved.subject_id,
    subjects.subject_kind,
    subjects.subject_name_zh_hans,
    subjects.subject_name_zh_hant,
    subjects.subject_name_en,
    moved.period,
    moved.vintage_id,
    moved.previous_vintage_id,
    moved.published_on,
    moved.is_new_basis,
    moved.value,
    moved.previous_value,
    moved.change,
    moved.relative_change,
    moved.n_revised,
    moved.n_members,
    indicators.unit_zh_hans,
    indicators.unit_zh_hant,
    indicators.unit_en,
    indicators.decimals,
from moved
inner join indicators on moved.indicator_id = indicators.indicator_id
inner join subjects on moved.subject_id = subjects.subject_id
order by moved.indicator_id, moved.subject_id, moved.period, moved.vintage_id
