-- Editions, newest first.
select vintage_id, basis_id, rank, published_from, name_zh_hans, name_zh_hant, name_en, note
from reference.vintages
order by rank desc, vintage_id
