/*
description = "Numerator and denominator of every ratio in every view: each on its own basis (GDP over population), or both from one vintage basis (sector shares). One row per view, indicator, region, period."
grain = ["view_id", "indicator_id", "region_id", "period"]
deps = ["core/viewed_values", "core/observations", "reference/indicators", "reference/views"]
*/
with

indicators as (

    select indicator_id, ratio_rule, scale, numerator_indicator_id, denominator_indicator_id
    from reference.indicators
    where aggregation = 'ratio'

),

viewed_values as (

    select view_id, indicator_id, region_id, period, value, basis_id, source_id, is_weakly_attributed
    from core.viewed_values

),

observations as (

    select
        indicator_id, region_id, period, basis_id, vintage_rank, value, is_first_print, source_id,
        is_weakly_attributed
    from core.observations

),

views as (

    select view_id, kind, string_split(basis_ids, ' ') as basis_ids
    from reference.views

),

on_own_bases as (

    select
        numerator.view_id,
        indicators.indicator_id,
        numerator.region_id,
        numerator.period,
        indicators.scale,
        numerator.value as numerator,
        denominator.value as denominator,
        numerator.basis_id || ' / ' || denominator.basis_id as basis_text,
        numerator.source_id,
        numerator.is_weakly_attributed or denominator.is_weakly_attributed as is_weakly_attributed,
    from indicators
    inner join viewed_values as numerator
        on indicators.numerator_indicator_id = numerator.indicator_id
    inner join viewed_values as denominator
        on indicators.denominator_indicator_id = denominator.indicator_id
        and numerator.view_id = denominator.view_id
        and numerator.region_id = denominator.region_id
        and numerator.period = denominator.period
    where indicators.ratio_rule = 'own_basis'

),

on_one_basis as (

    select
        views.view_id,
        indicators.indicator_id,
        numerator.region_id,
        numerator.period,
        indicators.scale,
        numerator.value as numerator,
        denominator.value as denominator,
        numerator.basis_id as basis_text,
        numerator.source_id,
        numerator.is_weakly_attributed or denominator.is_weakly_attributed as is_weakly_attributed,
    from indicators
    inner join observations as numerator
        on indicators.numerator_indicator_id = numerator.indicator_id
    inner join observations as denominator
        on indicators.denominator_indicator_id = denominator.indicator_id
        and numerator.region_id = denominator.region_id
        and numerator.period = denominator.period
        and numerator.basis_id = denominator.basis_id
    inner join views
        on views.kind = 'latest'
        or (views.kind = 'first_print' and numerator.is_first_print and denominator.is_first_print)
        or (views.kind = 'basis' and list_contains(views.basis_ids, numerator.basis_id))
    where indicators.ratio_rule = 'same_basis'
    qualify row_number() over (
        partition by
            views.view_id, indicators.indicator_id, numerator.region_id, numerator.period
        order by
            case when views.kind = 'first_print' then -1 else 1 end * numerator.vintage_rank desc,
            case when views.kind = 'first_print' then -1 else 1 end * denominator.vintage_rank desc
    ) = 1

)

select * from on_own_bases
union all
select * from on_one_basis
order by view_id, indicator_id, region_id, period
