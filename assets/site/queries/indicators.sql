-- Indicators with what a ratio is made of. Unit symbols and names in three languages.
select
    indicators.*,
    reference.denominator_indicator_id,
    reference.weight_indicator_id,
    reference.note,
    exists (
        select 1 from core.region_values as held
        where held.indicator_id = indicators.indicator_id and held.view_id = 'latest'
    ) as is_held
from core.indicators as indicators
inner join reference.indicators as reference on indicators.indicator_id = reference.indicator_id
order by indicators.field, indicators.indicator_id
