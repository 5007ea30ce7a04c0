-- Regions in the order of provincial tables.
select * from core.regions order by sort_order, region_id
