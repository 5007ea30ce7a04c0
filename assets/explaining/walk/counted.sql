/*
description = "All leaves of the walk by indicator, edition and publisher, a cell counted once. One row per indicator, edition, publisher."
*/
select
    observations.indicator_id,
    observations.vintage_id,
    observations.source_id,
    sources.publisher_en as publisher,
    min(observations.published_on) as published_from,
    max(observations.published_on) as published_to,
    min(observations.period) as period_start,
    max(observations.period) as period_end,
    cast(count(*) as integer) as cells,
    cast(count(*) filter (observations.is_weakly_attributed) as integer) as weakly_attributed,
from (select distinct leaf_indicator_id, region_id, leaf_period, side_vintage_id from temp.leaves) as leaves
inner join core.observations
    on leaves.leaf_indicator_id = observations.indicator_id
    and leaves.region_id = observations.region_id
    and leaves.leaf_period = observations.period
    and leaves.side_vintage_id = observations.vintage_id
left join reference.sources on observations.source_id = sources.source_id
group by all
order by observations.indicator_id, observations.vintage_id, observations.source_id
