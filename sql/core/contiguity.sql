/*
description = "Which provinces are neighbours, each pair in both directions; the customary link of Hainan with Guangdong is one, or the island would have none. One row per region, neighbour."
grain = ["region_id", "neighbour_region_id"]
deps = ["reference/contiguity"]
*/
select region_id, neighbour_region_id
from reference.contiguity
union all
select neighbour_region_id, region_id
from reference.contiguity
order by region_id, neighbour_region_id
