/*
description = "Gini between the regions split by the groups of a partition: within them, between their means, and the rest that comes from their overlap. One row per view, membership, indicator, set, period, weighting."
grain = ["view_id", "membership", "indicator_id", "set_id", "period", "weighting"]
deps = ["metrics/theil_by_group", "metrics/gini", "core/groups"]
method = "Dagum 1997: within = sum p_g s_g Gini_g; net between = sum over pairs of groups p_g p_h |mu_g - mu_h| / mu, the Gini of the group means; overlap (transvariation) = Gini - within - net between; with p_g, s_g shares of weight and of total; years in which every figure is positive and every unit is measured in both"
*/
with

parts as (

    select
        view_id, membership, indicator_id, set_id, group_id, period, weighting, n_members, group_share,
        group_value_share
    from metrics.theil_by_group

),

national_gini as (

    select gini.*
    from metrics.gini
    inner join core.groups on gini.group_id = groups.group_id
    where groups.group_kind = 'nation'

),

within_parts as (

    select
        parts.view_id, parts.membership, parts.indicator_id, parts.set_id, parts.period, parts.weighting,
        sum(parts.n_members) as n_members,
        -- one member has no Gini and nothing inside
        sum(parts.group_share * parts.group_value_share * coalesce(gini.value, 0)) as within_groups,
    from parts
    left join metrics.gini
        on parts.view_id = gini.view_id
        and parts.membership = gini.membership
        and parts.indicator_id = gini.indicator_id
        and parts.group_id = gini.group_id
        and parts.period = gini.period
        and parts.weighting = gini.weighting
    group by all

),

between_parts as (

    -- p_g p_h |mu_g - mu_h| / mu = |s_g p_h - s_h p_g|; each pair comes twice
    select
        parts.view_id, parts.membership, parts.indicator_id, parts.set_id, parts.period, parts.weighting,
        sum(abs(
            parts.group_value_share * others.group_share - others.group_value_share * parts.group_share
        )) / 2 as between_groups,
    from parts
    inner join parts as others
        on parts.view_id = others.view_id
        and parts.membership = others.membership
        and parts.indicator_id = others.indicator_id
        and parts.set_id = others.set_id
        and parts.period = others.period
        and parts.weighting = others.weighting
    group by all

)

select
    within_parts.view_id,
    within_parts.membership,
    within_parts.indicator_id,
    within_parts.set_id,
    within_parts.period,
    within_parts.weighting,
    national_gini.value,
    between_parts.between_groups,
    within_parts.within_groups,
    national_gini.value - between_parts.between_groups - within_parts.within_groups as overlap_of_groups,
    cast(within_parts.n_members as bigint) as n_members,
from within_parts
inner join between_parts
    on within_parts.view_id = between_parts.view_id
    and within_parts.membership = between_parts.membership
    and within_parts.indicator_id = between_parts.indicator_id
    and within_parts.set_id = between_parts.set_id
    and within_parts.period = between_parts.period
    and within_parts.weighting = between_parts.weighting
-- the nation has one membership, a partition may have two
inner join national_gini
    on within_parts.view_id = national_gini.view_id
    and within_parts.indicator_id = national_gini.indicator_id
    and within_parts.period = national_gini.period
    and within_parts.weighting = national_gini.weighting
    and within_parts.n_members = national_gini.n_members
order by
    within_parts.view_id, within_parts.membership, within_parts.indicator_id, within_parts.set_id,
    within_parts.period, within_parts.weighting
