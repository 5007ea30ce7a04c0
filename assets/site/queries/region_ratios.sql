-- Ratio of every province to the nation by year, for small lines.
select region_id, indicator_id, period, ratio, has_break
from marts.province_gap
where view_id = 'latest' and ratio is not null
order by region_id, indicator_id, period
