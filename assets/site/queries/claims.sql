-- Official figures with their units.
select
    claims.*,
    units.symbol_zh_hans as unit_zh_hans,
    units.symbol_zh_hant as unit_zh_hant,
    units.symbol_en as unit_en,
    units.decimals
from marts.claims as claims
left join reference.units as units on claims.unit_id = units.unit_id
order by list_position(['not_reproduced', 'not_computable', 'within_tolerance', 'reproduced'], verdict), claim_id
