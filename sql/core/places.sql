/*
description = "The point that stands for each province where distances matter: the centre of its drawn outline. One row per region."
grain = ["region_id"]
deps = ["reference/places"]
*/
select region_id, longitude, latitude, how
from reference.places
order by region_id
