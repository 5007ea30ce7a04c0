/*
description = "How many official figures about a group come out of the warehouse again."
subject = "group"
mart = "marts/claims"
message = "claims"
place = 60

[figures]
checked = { role = "any", is_counted = true }
reproduced = { role = "reproduced", is_counted = true }
within_tolerance = { role = "within_tolerance", is_counted = true }
not_reproduced = { role = "not_reproduced", is_counted = true }
not_computable = { role = "not_computable", is_counted = true }

[words]
scope = { role = "any", column = "scope" }
*/
with

spoken_of as (

    select *, unnest(string_split(subject_ids, ' ')) as subject_id, verdict as role,
    from marts.claims

)

select *, 'subject' as scope,
from spoken_of
-- ids of regions are numbers
where not regexp_full_match(subject_id, '[0-9]+')
order by subject_id, claim_id
