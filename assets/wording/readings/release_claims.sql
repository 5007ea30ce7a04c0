/*
description = "How many official figures of all documents come out of the warehouse again."
subject = "release"
mart = "marts/claims"
message = "claims"
place = 10

[figures]
checked = { role = "any", is_counted = true }
reproduced = { role = "reproduced", is_counted = true }
within_tolerance = { role = "within_tolerance", is_counted = true }
not_reproduced = { role = "not_reproduced", is_counted = true }
not_computable = { role = "not_computable", is_counted = true }

[words]
scope = { role = "any", column = "scope" }
*/
select *, 'release' as subject_id, verdict as role, 'release' as scope,
from marts.claims
order by claim_id
