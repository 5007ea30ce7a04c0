/*
description = "Generalised entropy GE(2), half the squared coefficient of variation, between the regions, split into between and within the groups of a partition. One row per view, membership, indicator, set, period, weighting."
grain = ["view_id", "membership", "indicator_id", "set_id", "period", "weighting"]
deps = ["metrics/theil_by_group", "metrics/coefficient_of_variation"]
method = "between = (sum s_g^2 / p_g - 1) / 2; within = sum s_g^2 / p_g GE(2)_g, GE(2)_g = CV_g^2 / 2 (Shorrocks 1980, 1984); the weights s_g^2 / p_g do not add to 1, so within depends on the gaps between the groups too; sensitive to the top"
*/
with

parts as (

    select
        theil_by_group.view_id, theil_by_group.membership, theil_by_group.indicator_id,
        theil_by_group.set_id, theil_by_group.period, theil_by_group.weighting, theil_by_group.n_members,
        theil_by_group.group_value_share ** 2 / theil_by_group.group_share as group_factor,
        -- one member has nothing inside
        coalesce(coefficient_of_variation.value, 0) ** 2 / 2 as group_value,
    from metrics.theil_by_group
    left join metrics.coefficient_of_variation
        on theil_by_group.view_id = coefficient_of_variation.view_id
        and theil_by_group.membership = coefficient_of_variation.membership
        and theil_by_group.indicator_id = coefficient_of_variation.indicator_id
        and theil_by_group.group_id = coefficient_of_variation.group_id
        and theil_by_group.period = coefficient_of_variation.period
        and theil_by_group.weighting = coefficient_of_variation.weighting

)

select
    view_id,
    membership,
    indicator_id,
    set_id,
    period,
    weighting,
    (sum(group_factor) - 1) / 2 + sum(group_factor * group_value) as value,
    (sum(group_factor) - 1) / 2 as between_groups,
    sum(group_factor * group_value) as within_groups,
    cast(sum(n_members) as bigint) as n_members,
from parts
group by all
order by view_id, membership, indicator_id, set_id, period, weighting
