/*
description = "Which major strategies reach each provincial unit, and how many, year by year; units that none reaches are listed with zero. One row per membership, period, region."
grain = ["membership", "period", "region_id"]
deps = ["core/strategy_doses", "core/regions"]
*/
with

strategy_doses as (

    select membership, period, region_id, n_strategies, strategy_ids
    from core.strategy_doses

),

regions as (

    select
        region_id, region_short_name_zh_hans, region_short_name_zh_hant, region_short_name_en, sort_order
    from core.regions

)

select
    strategy_doses.membership,
    strategy_doses.period,
    strategy_doses.region_id,
    strategy_doses.n_strategies,
    strategy_doses.strategy_ids,
    regions.region_short_name_zh_hans,
    regions.region_short_name_zh_hant,
    regions.region_short_name_en,
    regions.sort_order,
from strategy_doses
inner join regions on strategy_doses.region_id = regions.region_id
order by strategy_doses.membership, strategy_doses.period, strategy_doses.region_id
