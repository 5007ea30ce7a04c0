/*
description = "Beta and sigma convergence among the members of the nation, the statistical blocs and the major strategies, for every start and end year, beside each other; sigma unweighted and weighted. Descriptive: verdicts are in convergence_verdicts. One row per view, indicator, group, start year, end year."
grain = ["view_id", "indicator_id", "group_id", "period_start", "period_end"]
deps = ["metrics/beta_window", "metrics/sigma_window", "core/groups", "core/indicators", "core/views", "core/methods"]
*/
with

unweighted as (

    select *
    from metrics.sigma_window
    where weighting = 'unweighted'

),

weighted as (

    select *
    from metrics.sigma_window
    where weighting = 'weighted'

),

beta_window as (

    select *
    from metrics.beta_window

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
    unweighted.view_id,
    unweighted.indicator_id,
    unweighted.group_id,
    unweighted.period_start,
    unweighted.period_end,
    unweighted.n_members,
    unweighted.has_break,
    beta_window.beta,
    beta_window.standard_error,
    beta_window.p_value,
    beta_window.r_squared,
    beta_window.convergence_rate,
    beta_window.half_life,
    unweighted.sigma_start,
    unweighted.sigma_end,
    unweighted.sigma_change,
    unweighted.relative_sigma_change,
    weighted.sigma_start as weighted_sigma_start,
    weighted.sigma_end as weighted_sigma_end,
    weighted.sigma_change as weighted_sigma_change,
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
from unweighted
left join weighted
    on unweighted.view_id = weighted.view_id
    and unweighted.indicator_id = weighted.indicator_id
    and unweighted.group_id = weighted.group_id
    and unweighted.period_start = weighted.period_start
    and unweighted.period_end = weighted.period_end
left join beta_window
    on unweighted.view_id = beta_window.view_id
    and unweighted.indicator_id = beta_window.indicator_id
    and unweighted.group_id = beta_window.group_id
    and unweighted.period_start = beta_window.period_start
    and unweighted.period_end = beta_window.period_end
inner join groups on unweighted.group_id = groups.group_id
inner join indicators on unweighted.indicator_id = indicators.indicator_id
inner join views on unweighted.view_id = views.view_id
inner join methods on methods.table_key = 'metrics/beta_window'
order by
    unweighted.view_id, unweighted.indicator_id, unweighted.group_id,
    unweighted.period_start, unweighted.period_end
