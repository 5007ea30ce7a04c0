-- Why a group has no figure in the newest year other groups have of an indicator.
with newest as (
    select indicator_id, max(period) as period
    from marts.group_profile
    group by indicator_id
)

select observations.*
from core.group_observations as observations
inner join newest
    on observations.indicator_id = newest.indicator_id and observations.period = newest.period
inner join marts.group_profile as profiles
    on
        observations.group_id = profiles.group_id
        and observations.indicator_id = profiles.indicator_id
        and observations.view_id = profiles.view_id
        and observations.membership = profiles.membership
where observations.value is null and profiles.period < newest.period
order by observations.group_id, observations.period desc, observations.indicator_id
