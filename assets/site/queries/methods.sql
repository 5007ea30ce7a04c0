-- Method cards: formula with its source, and what the table holds.
select table_key, method_id, method, description from core.methods order by table_key
