-- Newest value of every region on every indicator.
select
    newest.*,
    indicators.field,
    indicators.decimals
from core.region_values as newest
inner join core.indicators as indicators on newest.indicator_id = indicators.indicator_id
where newest.view_id = 'latest' and newest.value is not null
qualify row_number() over (
    partition by newest.indicator_id, newest.region_id order by newest.period desc
) = 1
order by indicators.field, newest.indicator_id, newest.region_id
