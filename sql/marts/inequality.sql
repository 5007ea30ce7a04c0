/*
description = "Inequality between the members of the nation and of every group of at least five, several measures side by side, weighted and unweighted; smaller groups have their extremes in zone_gap. One row per view, membership, indicator, group, period, measure, weighting."
grain = ["view_id", "membership", "indicator_id", "group_id", "period", "measure_id", "weighting"]
deps = ["metrics/coefficient_of_variation", "metrics/sd_log", "metrics/gini", "metrics/theil_t", "metrics/theil_l", "core/group_observations", "core/groups", "core/indicators", "core/views", "core/methods"]
*/
with

measures as (

    select *, 'coefficient_of_variation' as measure_id
    from metrics.coefficient_of_variation
    union all
    select *, 'sd_log' as measure_id
    from metrics.sd_log
    union all
    select *, 'gini' as measure_id
    from metrics.gini
    union all
    select *, 'theil_t' as measure_id
    from metrics.theil_t
    union all
    select *, 'theil_l' as measure_id
    from metrics.theil_l

),

group_observations as (

    select
        view_id, membership, indicator_id, group_id, period, n_members as n_expected, coverage, basis_text,
        is_mixed_basis, has_break, source_text, is_weakly_attributed
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
    measures.view_id,
    measures.membership,
    measures.indicator_id,
    measures.period,
    measures.group_id,
    measures.measure_id,
    measures.weighting,
    case when group_observations.coverage >= 0.95 then measures.value end as value,
    measures.n_members as n_present,
    group_observations.n_expected as n_members,
    group_observations.coverage,
    case
        when group_observations.coverage < 0.95 then 'coverage_below_minimum'
        when measures.value is null then 'undefined_for_these_values'
    end as null_reason,
    group_observations.is_mixed_basis,
    group_observations.has_break,
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
from measures
inner join group_observations
    on measures.view_id = group_observations.view_id
    and measures.membership = group_observations.membership
    and measures.indicator_id = group_observations.indicator_id
    and measures.group_id = group_observations.group_id
    and measures.period = group_observations.period
inner join groups on measures.group_id = groups.group_id
inner join indicators on measures.indicator_id = indicators.indicator_id
inner join views on measures.view_id = views.view_id
inner join methods on methods.table_key = 'metrics/' || measures.measure_id
-- an index over two to four members says less than the members themselves
where group_observations.n_expected >= 5
order by
    measures.view_id, measures.membership, measures.indicator_id, measures.group_id,
    measures.period, measures.measure_id, measures.weighting
