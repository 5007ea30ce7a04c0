/*
description = "Members of a group twice: with equal shares and with their shares of the group's weight, so that one formula gives the unweighted and the weighted measure. One row per view, membership, indicator, group, period, weighting, region."
grain = ["view_id", "membership", "indicator_id", "group_id", "period", "weighting", "region_id"]
deps = ["core/member_values"]
*/
with

member_values as (

    select view_id, membership, indicator_id, group_id, period, region_id, value, weight
    from core.member_values

),

-- a measure of differences needs at least two members, and weights of all of them or of none
shares as (

    select
        member_values.*,
        1.0 / count(*) over within_group as equal_share,
        case when count(weight) over within_group = count(*) over within_group
            then weight / nullif(sum(weight) over within_group, 0) end as weight_share,
    from member_values
    window within_group as (partition by view_id, membership, indicator_id, group_id, period)
    qualify count(*) over within_group >= 2

),

twice as (

    select *, 'unweighted' as weighting, equal_share as share from shares
    union all
    select *, 'weighted' as weighting, weight_share as share from shares where weight_share is not null

)

select
    view_id,
    membership,
    indicator_id,
    group_id,
    period,
    weighting,
    region_id,
    value,
    share,
    sum(share * value) over (
        partition by view_id, membership, indicator_id, group_id, period, weighting
    ) as group_mean,
from twice
