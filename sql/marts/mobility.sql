/*
description = "How units of the nation move between classes from year to year: probabilities with intervals, and what they imply for the class before and for the whole. One row per view, indicator, group, class scheme, class before, class after."
grain = ["view_id", "indicator_id", "group_id", "class_scheme", "from_class", "to_class"]
deps = ["metrics/mobility_matrix", "metrics/mobility_index", "core/indicators", "core/views", "core/methods"]
*/
with

moves as (

    select *
    from metrics.mobility_matrix

),

of_classes as (

    select
        view_id, indicator_id, group_id, class_scheme, from_class,
        max(value) filter (measure_id = 'sojourn_years') as sojourn_years,
        max(value) filter (measure_id = 'ergodic_share') as ergodic_share,
    from metrics.mobility_index
    where from_class > 0
    group by all

),

of_matrices as (

    select
        view_id, indicator_id, group_id, class_scheme,
        max(value) filter (measure_id = 'shorrocks') as shorrocks_index,
        max(value) filter (measure_id = 'half_life_years') as half_life,
    from metrics.mobility_index
    where from_class = 0
    group by all

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
    moves.view_id,
    moves.indicator_id,
    moves.group_id,
    moves.class_scheme,
    moves.from_class,
    moves.to_class,
    moves.period_start,
    moves.period_end,
    moves.n_moves,
    moves.probability,
    moves.probability_low,
    moves.probability_high,
    moves.first_passage_years,
    of_classes.sojourn_years,
    of_classes.ergodic_share,
    of_matrices.shorrocks_index,
    of_matrices.half_life,
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
from moves
left join of_classes
    on moves.view_id = of_classes.view_id
    and moves.indicator_id = of_classes.indicator_id
    and moves.group_id = of_classes.group_id
    and moves.class_scheme = of_classes.class_scheme
    and moves.from_class = of_classes.from_class
left join of_matrices
    on moves.view_id = of_matrices.view_id
    and moves.indicator_id = of_matrices.indicator_id
    and moves.group_id = of_matrices.group_id
    and moves.class_scheme = of_matrices.class_scheme
inner join indicators on moves.indicator_id = indicators.indicator_id
inner join views on moves.view_id = views.view_id
inner join methods on methods.table_key = 'metrics/mobility_matrix'
order by
    moves.view_id, moves.indicator_id, moves.group_id, moves.class_scheme,
    moves.from_class, moves.to_class
