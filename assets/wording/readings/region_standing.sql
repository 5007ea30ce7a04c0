/*
description = "The indicators on which a province stands furthest to the good and to the bad of the nation."
subject = "region"
mart = "marts/province_gap"
message = "standing"
place = 20

[names]
subject = { role = "any", column = "region_short_name" }

[words]
extent = { role = "any", column = "extent" }

[lists.best]
role = "best"
message = "standing-item"
figures.ratio = { column = "ratio", kind = "percent" }
figures.year = { column = "period", kind = "year" }
names.indicator = { column = "indicator_name" }

[lists.worst]
role = "worst"
message = "standing-item"
figures.ratio = { column = "ratio", kind = "percent" }
figures.year = { column = "period", kind = "year" }
names.indicator = { column = "indicator_name" }
*/
with

standings as (

    select
        *,
        -- the same distance up and down; above zero is to the good
        case polarity when 'higher' then ln(ratio) else -ln(ratio) end as advantage,
        max(period) over (partition by region_id, indicator_id) as own_newest,
        max(period) over (partition by region_id) as newest,
    from marts.province_gap
    where view_id = 'latest'
        and polarity <> 'neutral'
        and ratio > 0
        and round(100 * ratio) <> 100
        and not is_weakly_attributed

),

ranked as (

    select
        *,
        case when advantage > 0 then 'best' else 'worst' end as role,
        row_number() over (
            partition by region_id, advantage > 0 order by abs(advantage) desc, indicator_id
        ) as place,
    from standings
    -- nobody's standing of long ago
    where period = own_newest
        and period >= newest - 5

)

select
    *,
    region_id as subject_id,
    case
        when min(role) over (partition by region_id) = 'worst' then 'worst'
        when max(role) over (partition by region_id) = 'best' then 'best'
        else 'both'
    end as extent,
from ranked
where place <= 2
order by region_id, role, place
