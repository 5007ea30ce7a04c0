-- Files of printed figures: who printed, who carried, under which licence.
select snapshot_id, source_id, table_title, retrieved, carrier, carrier_licence, attribution, cells, sha256
from ingest.snapshots
order by snapshot_id
