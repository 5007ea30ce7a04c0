/*
description = "The indicators on which a group stands furthest to the good and to the bad of the nation."
subject = "group"
mart = "marts/group_profile"
message = "standing"
place = 50

[names]
subject = { role = "any", column = "group_short_name" }

[words]
extent = { role = "any", column = "extent" }

[lists.best]
role = "best"
message = "standing-item"
figures.ratio = { column = "ratio_to_nation", kind = "percent" }
figures.year = { column = "period", kind = "year" }
names.indicator = { column = "indicator_name" }

[lists.worst]
role = "worst"
message = "standing-item"
figures.ratio = { column = "ratio_to_nation", kind = "percent" }
figures.year = { column = "period", kind = "year" }
names.indicator = { column = "indicator_name" }
*/
with

standings as (

    select
        *,
        -- the same distance up and down; above zero is to the good
        case polarity when 'higher' then ln(ratio_to_nation) else -ln(ratio_to_nation) end as advantage,
        max(period) over (partition by group_id) as newest,
    from marts.group_profile
    where polarity <> 'neutral'
        and ratio_to_nation > 0
        and round(100 * ratio_to_nation) <> 100
        and not is_mixed_basis
        and not is_weakly_attributed

),

ranked as (

    select
        *,
        case when advantage > 0 then 'best' else 'worst' end as role,
        row_number() over (
            partition by group_id, advantage > 0 order by abs(advantage) desc, indicator_id
        ) as place,
    from standings
    -- nobody's standing of long ago
    where period >= newest - 5

)

select
    *,
    group_id as subject_id,
    case
        when min(role) over (partition by group_id) = 'worst' then 'worst'
        when max(role) over (partition by group_id) = 'best' then 'best'
        else 'both'
    end as extent,
from ranked
where place <= 2
order by group_id, role, place
