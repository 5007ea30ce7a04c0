-- The dictionary: every column name of the warehouse once.
select column_name, type, unit, description_en, description_zh from reference.columns order by column_name
