-- Groups with yearly figures for the compare page.
select group_id
from marts.group_gap
where view_id = 'latest' and membership = 'dated' and reference_kind = 'nation' and value is not null
union
select group_id
from marts.group_share
where
    view_id = 'latest' and membership = 'dated' and value is not null
    and indicator_id not in (select indicator_id from marts.group_gap)
order by group_id
