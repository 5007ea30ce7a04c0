/*
description = "Views: which vintage a number takes for each cell. One row per view."
grain = ["view_id"]
deps = ["reference/views"]
*/
select
    view_id,
    kind as view_kind,
    name_zh_hans as view_name_zh_hans,
    name_zh_hant as view_name_zh_hant,
    name_en as view_name_en,
    description as view_description,
from reference.views
order by view_id
