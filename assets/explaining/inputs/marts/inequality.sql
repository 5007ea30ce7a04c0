/*
[figures]
value = """
select case any_value(measure_id)
    when 'coefficient_of_variation' then sqrt(sum(share * (value - mean) ** 2)) / any_value(mean)
    when 'sd_log' then sqrt(sum(share * (log_value - mean_log) ** 2))
    when 'gini' then 1 - sum(share * (2 * cumulated - share * value)) / any_value(mean)
    when 'theil_t' then sum(case when value = 0 then 0 else share * value / mean * ln(value / mean) end)
    when 'theil_l' then sum(share * (ln(mean) - log_value))
end
from (
    select
        *,
        sum(share * value) over () as mean,
        sum(share * log_value) over () as mean_log,
        sum(share * value) over (order by value, region_id) as cumulated,
    from (
        select
            measure_id, member.region_id, member.value,
            case when member.value > 0 then ln(member.value) end as log_value,
            case weighting when 'weighted' then member.weight / sum(member.weight) over ()
                else 1 / count(*) over () end as share,
        from terms, unnest(subject_members) as listed(member)
    )
)
"""

[compared_with]
value = "1"
*/
select
    row_id, 'subject' as part, 'group' as scope, view_id, membership, indicator_id, group_id as subject_id, period,
from asked
