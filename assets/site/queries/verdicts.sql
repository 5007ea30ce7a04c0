-- One window a group and indicator: the longest without a break where there is one, else all years.
select *
from marts.convergence_verdicts
where view_id = 'latest' and window_id in ('longest_without_break', 'all_years')
qualify rank() over (
    partition by indicator_id, group_id
    order by list_position(['longest_without_break', 'all_years'], window_id)
) = 1
order by field, indicator_id, group_id, weighting
