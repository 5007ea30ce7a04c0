-- Newest value of every group on every indicator.
select * from marts.group_profile order by field, indicator_id, group_id
