-- Tables for readers with their row counts.
select schema_name || '/' || table_name as table_key, estimated_size as n_rows, comment as description
from duckdb_tables()
where database_name = current_database() and schema_name = 'marts'
order by table_name
