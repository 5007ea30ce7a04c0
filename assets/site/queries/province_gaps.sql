-- Newest distance of every province from the nation.
select *
from marts.province_gap
where view_id = 'latest' and ratio is not null
qualify row_number() over (partition by indicator_id, region_id order by period desc) = 1
order by indicator_id, region_id
