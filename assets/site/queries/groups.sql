-- Groups with the name of the partition they belong to.
select
    groups.*,
    partitions.name_zh_hans as partition_name_zh_hans,
    partitions.name_zh_hant as partition_name_zh_hant,
    partitions.name_en as partition_name_en
from core.groups as groups
left join reference.partitions as partitions on groups.partition_id = partitions.partition_id
order by groups.sort_order, groups.group_id
