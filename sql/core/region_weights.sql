/*
description = "How much a region counts when coverage is judged: its newest resident population, else its newest census count, in 10 thousand persons. One row per region."
grain = ["region_id"]
deps = ["core/observations", "reference/regions"]
*/
with

regions as (

    select region_id
    from reference.regions

),

observations as (

    select indicator_id, region_id, period, vintage_rank, value
    from core.observations
    where indicator_id in ('population_resident', 'census_population')

),

candidates as (

    select
        region_id,
        indicator_id,
        period,
        vintage_rank,
        case when indicator_id = 'census_population' then value / 10000 else value end as weight,
    from observations

)

select
    regions.region_id,
    candidates.weight,
    candidates.indicator_id as weight_indicator_id,
    candidates.period as weight_period,
from regions
inner join candidates on regions.region_id = candidates.region_id
qualify row_number() over (
    partition by regions.region_id
    order by
        candidates.indicator_id = 'population_resident' desc,
        candidates.period desc,
        candidates.vintage_rank desc
) = 1
order by regions.region_id
