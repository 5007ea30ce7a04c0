/*
description = "Regions with their level, parent and names. One row per region."
grain = ["region_id"]
deps = ["reference/regions"]
*/
select
    region_id,
    level as region_level,
    parent_region_id,
    name_zh_hans as region_name_zh_hans,
    name_zh_hant as region_name_zh_hant,
    name_en as region_name_en,
    short_name_zh_hans as region_short_name_zh_hans,
    short_name_zh_hant as region_short_name_zh_hant,
    short_name_en as region_short_name_en,
    sort_order,
from reference.regions
order by region_id
