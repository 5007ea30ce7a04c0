-- Publishers whose figures are held, with terms.
select source_id, publisher_zh_hans, publisher_zh_hant, publisher_en, licence, licence_note, landing_page, citation
from reference.sources
where source_id in (select source_id from core.observations)
order by source_id
