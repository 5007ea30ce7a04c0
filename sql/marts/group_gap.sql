/*
description = "Distance of every group from the nation and from its comparator, on every indicator that can be compared. One row per view, membership, indicator, group, reference, period."
grain = ["view_id", "membership", "indicator_id", "group_id", "reference_id", "period"]
deps = ["metrics/gap_to_nation", "metrics/gap_between_groups", "core/group_observations", "core/groups", "core/indicators", "core/views", "core/methods"]
*/
with

gaps as (

    select
        view_id, membership, indicator_id, group_id, reference_id, period, 'nation' as reference_kind,
        'metrics/gap_to_nation' as table_key, value, reference_value, ratio, absolute_gap,
        relative_gap, log_gap, null_reason, is_mixed_basis, has_break
    from metrics.gap_to_nation
    union all by name
    select
        view_id, membership, indicator_id, group_id, reference_id, period, 'group' as reference_kind,
        'metrics/gap_between_groups' as table_key, value, reference_value, ratio, absolute_gap,
        relative_gap, log_gap, null_reason, is_mixed_basis, has_break
    from metrics.gap_between_groups
    where reference_id not in (select group_id from core.groups where group_kind = 'nation')
        and group_id not in (select group_id from core.groups where group_kind = 'nation')

),

group_observations as (

    select
        view_id, membership, indicator_id, group_id, period, n_members, n_present, coverage, basis_text,
        source_text, is_weakly_attributed
    from core.group_observations

),

groups as (

    select
        group_id, group_name_zh_hans, group_name_zh_hant, group_name_en, group_short_name_zh_hans,
        group_short_name_zh_hant, group_short_name_en, group_kind, partition_id
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
    gaps.view_id,
    gaps.membership,
    gaps.indicator_id,
    gaps.period,
    gaps.group_id,
    gaps.reference_id,
    gaps.reference_kind,
    gaps.value,
    gaps.reference_value,
    gaps.ratio,
    gaps.absolute_gap,
    gaps.relative_gap,
    gaps.log_gap,
    gaps.null_reason,
    gaps.is_mixed_basis,
    gaps.has_break,
    group_observations.n_members,
    group_observations.n_present,
    group_observations.coverage,
    group_observations.basis_text,
    group_observations.source_text,
    group_observations.is_weakly_attributed,
    methods.method_id,
    groups.group_name_zh_hans,
    groups.group_name_zh_hant,
    groups.group_name_en,
    groups.group_short_name_zh_hans,
    groups.group_short_name_zh_hant,
    groups.group_short_name_en,
    groups.group_kind,
    groups.partition_id,
    reference_groups.group_short_name_zh_hans as reference_short_name_zh_hans,
    reference_groups.group_short_name_zh_hant as reference_short_name_zh_hant,
    reference_groups.group_short_name_en as reference_short_name_en,
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
inner join group_observations
    on gaps.view_id = group_observations.view_id
    and gaps.membership = group_observations.membership
    and gaps.indicator_id = group_observations.indicator_id
    and gaps.group_id = group_observations.group_id
    and gaps.period = group_observations.period
inner join groups on gaps.group_id = groups.group_id
inner join groups as reference_groups on gaps.reference_id = reference_groups.group_id
inner join indicators on gaps.indicator_id = indicators.indicator_id
inner join views on gaps.view_id = views.view_id
inner join methods on gaps.table_key = methods.table_key
order by
    gaps.view_id, gaps.membership, gaps.indicator_id, gaps.group_id, gaps.reference_id, gaps.period
