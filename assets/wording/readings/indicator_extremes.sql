/*
description = "The provinces with the highest and the lowest value of an indicator in its newest year."
subject = "indicator"
mart = "marts/province_gap"
message = "extremes"
place = 20

[figures]
year = { role = "highest", column = "period", kind = "year" }
highest = { role = "highest", column = "value", kind = "amount", digits_column = "decimals" }
lowest = { role = "lowest", column = "value", kind = "amount", digits_column = "decimals" }

[names]
indicator = { role = "highest", column = "indicator_name" }
highest_region = { role = "highest", column = "region_short_name" }
lowest_region = { role = "lowest", column = "region_short_name" }
unit = { role = "highest", column = "unit" }

[words]
measured = { role = "highest", column = "measured" }
*/
with

newest as (

    select *
    from marts.province_gap
    where view_id = 'latest'
        -- ranked are the 31 provincial units
        and value_rank is not null
    qualify period = max(period) over (partition by indicator_id)

),

placed as (

    select
        *,
        row_number() over (partition by indicator_id order by value desc, region_id) as from_top,
        row_number() over (partition by indicator_id order by value, region_id) as from_bottom,
        count(*) over (partition by indicator_id) as n_regions,
    from newest

)

select
    *,
    indicator_id as subject_id,
    case when from_top = 1 then 'highest' else 'lowest' end as role,
    case unit_en when '%' then 'percent' else 'other' end as measured,
from placed
where n_regions > 1
    and (from_top = 1 or from_bottom = 1)
order by indicator_id, from_top
