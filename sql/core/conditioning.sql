/*
description = "Sets of controls beside which beta is measured, each for the indicator whose growth it may explain; line_number keeps the order of the file. One row per set, indicator, control."
grain = ["conditioning_set_id", "indicator_id", "control_indicator_id"]
deps = ["reference/conditioning"]
*/
select conditioning_set_id, indicator_id, control_indicator_id, transformation, line_number
from reference.conditioning
order by conditioning_set_id, indicator_id, control_indicator_id
