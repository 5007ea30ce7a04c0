/*
description = "Groups of regions: blocs, strategy zones, city clusters, with names and the document that defines them. One row per group."
grain = ["group_id"]
deps = ["reference/groups"]
*/
select
    group_id,
    kind as group_kind,
    partition_id,
    name_zh_hans as group_name_zh_hans,
    name_zh_hant as group_name_zh_hant,
    name_en as group_name_en,
    short_name_zh_hans as group_short_name_zh_hans,
    short_name_zh_hant as group_short_name_zh_hant,
    short_name_en as group_short_name_en,
    geography_level,
    membership_rule,
    reference_group_id,
    basis_document,
    effective_from,
    effective_to,
    sort_order,
from reference.groups
order by group_id
