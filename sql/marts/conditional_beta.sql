/*
description = "Beta convergence among the units of the nation without and with the controls of a chosen set, side by side over the same regions, for every start and end year. Descriptive: verdicts are in convergence_verdicts. One row per view, indicator, group, set of controls, start year, end year."
grain = ["view_id", "indicator_id", "group_id", "conditioning_set_id", "period_start", "period_end"]
deps = ["metrics/conditional_beta", "core/conditioning", "core/groups", "core/indicators", "core/views", "core/methods"]
*/
with

conditional_beta as (

    select *
    from metrics.conditional_beta

),

conditioning as (

    select conditioning_set_id, indicator_id, control_indicator_id, line_number
    from core.conditioning

),

groups as (

    select
        group_id, group_kind, group_short_name_zh_hans, group_short_name_zh_hant, group_short_name_en
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

),

control_names as (

    select
        conditioning.conditioning_set_id,
        conditioning.indicator_id,
        string_agg(controls.indicator_name_zh_hans, '、' order by conditioning.line_number)
            as control_names_zh_hans,
        string_agg(controls.indicator_name_zh_hant, '、' order by conditioning.line_number)
            as control_names_zh_hant,
        string_agg(controls.indicator_name_en, ', ' order by conditioning.line_number) as control_names_en,
    from conditioning
    inner join indicators as controls on conditioning.control_indicator_id = controls.indicator_id
    group by all

)

select
    conditional_beta.view_id,
    conditional_beta.indicator_id,
    conditional_beta.group_id,
    conditional_beta.conditioning_set_id,
    conditional_beta.period_start,
    conditional_beta.period_end,
    conditional_beta.n_members,
    conditional_beta.n_controls,
    conditional_beta.has_break,
    conditional_beta.unconditional_beta,
    conditional_beta.unconditional_standard_error,
    conditional_beta.unconditional_p_value,
    conditional_beta.unconditional_convergence_rate,
    conditional_beta.unconditional_half_life,
    conditional_beta.beta,
    conditional_beta.standard_error,
    conditional_beta.hc3_standard_error,
    conditional_beta.p_value,
    conditional_beta.r_squared,
    conditional_beta.variance_inflation,
    conditional_beta.convergence_rate,
    conditional_beta.half_life,
    conditional_beta.null_reason,
    methods.method_id,
    control_names.control_names_zh_hans,
    control_names.control_names_zh_hant,
    control_names.control_names_en,
    groups.group_short_name_zh_hans,
    groups.group_short_name_zh_hant,
    groups.group_short_name_en,
    groups.group_kind,
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
from conditional_beta
inner join control_names
    on conditional_beta.conditioning_set_id = control_names.conditioning_set_id
    and conditional_beta.indicator_id = control_names.indicator_id
inner join groups on conditional_beta.group_id = groups.group_id
inner join indicators on conditional_beta.indicator_id = indicators.indicator_id
inner join views on conditional_beta.view_id = views.view_id
inner join methods on methods.table_key = 'metrics/conditional_beta'
order by
    conditional_beta.view_id, conditional_beta.indicator_id, conditional_beta.group_id,
    conditional_beta.conditioning_set_id, conditional_beta.period_start, conditional_beta.period_end
