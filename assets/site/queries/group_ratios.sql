-- Ratio of every group to the nation by year, for small lines.
select group_id, indicator_id, period, ratio, has_break
from marts.group_gap
where view_id = 'latest' and membership = 'dated' and reference_kind = 'nation' and ratio is not null
order by group_id, indicator_id, period
