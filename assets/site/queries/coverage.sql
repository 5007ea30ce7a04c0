-- How many provinces have a figure, year by year.
select *
from marts.coverage
where view_id = 'latest' and region_level = 'province'
order by indicator_id, period
