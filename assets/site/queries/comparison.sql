-- Yearly figures of every group for the compare page: the ratio to the nation where that has a meaning, else the
-- share of the nation.
select
    indicator_id, group_id, period, value, ratio as relative, has_break, 'ratio' as relative_kind, reference_id
from marts.group_gap
where view_id = 'latest' and membership = 'dated' and reference_kind = 'nation' and value is not null
union all
select indicator_id, group_id, period, value, share, has_break, 'share', null
from marts.group_share
where
    view_id = 'latest' and membership = 'dated' and value is not null
    and indicator_id not in (select indicator_id from marts.group_gap)
order by indicator_id, group_id, period
