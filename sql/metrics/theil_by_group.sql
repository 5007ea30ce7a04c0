/*
description = "What each group of a partition adds to inequality between the regions: its part of the between and of the within term of Theil T and L, for years in which every figure is positive. One row per view, membership, indicator, set, group, period, weighting."
grain = ["view_id", "membership", "indicator_id", "set_id", "group_id", "period", "weighting"]
deps = ["core/member_values", "core/group_sets"]
method = "p_g, s_g shares of weight and of total; T within = s_g T_g, T between = s_g ln(s_g / p_g); L within = p_g L_g, L between = p_g ln(p_g / s_g) (Shorrocks 1980, 1984); only for partitions; natural log"
*/
with

partitions as (

    select set_id, membership, period, group_id
    from core.group_sets
    where is_partition

),

member_values as (

    select view_id, membership, indicator_id, group_id, period, region_id, value, weight
    from core.member_values

),

members as (

    select
        partitions.set_id,
        member_values.*,
        1.0 / count(*) over within_set as equal_share,
        case when count(weight) over within_set = count(*) over within_set
            then weight / nullif(sum(weight) over within_set, 0) end as weight_share,
    from member_values
    inner join partitions
        on member_values.group_id = partitions.group_id
        and member_values.membership = partitions.membership
        and member_values.period = partitions.period
    window within_set as (
        partition by member_values.view_id, member_values.membership, member_values.indicator_id,
            partitions.set_id, member_values.period
    )

),

twice as (

    select *, 'unweighted' as weighting, equal_share as share from members
    union all
    select *, 'weighted' as weighting, weight_share as share from members where weight_share is not null

),

shares as (

    select
        *,
        share * value / nullif(sum(share * value) over (
            partition by view_id, membership, indicator_id, set_id, period, weighting
        ), 0) as value_share,
        min(value) over (
            partition by view_id, membership, indicator_id, set_id, period, weighting
        ) > 0 as is_positive,
    from twice

)

select
    view_id,
    membership,
    indicator_id,
    set_id,
    group_id,
    period,
    weighting,
    count(*) as n_members,
    sum(share) as group_share,
    sum(value_share) as group_value_share,
    sum(share * value) / nullif(sum(share), 0) as group_mean,
    sum(value_share * ln(value_share / share))
        - sum(value_share) * ln(sum(value_share) / sum(share)) as theil_t_within,
    sum(value_share) * ln(sum(value_share) / sum(share)) as theil_t_between,
    sum(share * ln(share / value_share))
        - sum(share) * ln(sum(share) / sum(value_share)) as theil_l_within,
    sum(share) * ln(sum(share) / sum(value_share)) as theil_l_between,
from shares
where is_positive
group by all
order by view_id, membership, indicator_id, set_id, group_id, period, weighting
