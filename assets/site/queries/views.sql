-- Views: which edition a number takes.
select * from core.views order by list_position(['latest', 'first_print'], view_id) nulls last, view_id
