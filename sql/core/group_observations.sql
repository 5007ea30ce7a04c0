/*
description = "Every indicator of every group as each view sees it: sums over sums, with coverage, bounds and the reason when a value is withheld. One row per view, membership, indicator, group, period."
grain = ["view_id", "membership", "indicator_id", "group_id", "period"]
deps = ["core/group_sums", "core/group_reach", "core/known_breaks", "core/region_values", "reference/groups", "reference/indicators"]
*/
with

group_sums as (

    select
        view_id, membership, indicator_id, group_id, period, n_members, n_present, coverage, is_whole,
        numerator, denominator, is_every_numerator_known, full_members_numerator, basis_text,
        is_mixed_basis, source_text, is_weakly_attributed
    from core.group_sums

),

groups as (

    select group_id, partial_rule
    from reference.groups

),

indicators as (

    select indicator_id, unit_id, aggregation, min_coverage, plausible_min
    from reference.indicators
    where aggregation <> 'none' or is_compared

),

published_ranges as (

    select view_id, indicator_id, period, min(value) as lowest, max(value) as highest
    from core.region_values
    group by all

),

judged as (

    select
        group_sums.*,
        indicators.unit_id,
        indicators.aggregation in ('sum', 'period_average') as is_additive,
        indicators.plausible_min,
        published_ranges.lowest,
        published_ranges.highest,
        case when is_additive then group_sums.numerator
            else group_sums.numerator / nullif(group_sums.denominator, 0) end as computed_value,
        case
            when indicators.aggregation = 'none' then 'not_aggregated'
            when not group_sums.is_every_numerator_known then 'no_weight'
            when not group_sums.is_whole and groups.partial_rule = 'bounds' then 'partial_members'
            -- without Hong Kong and Macao a '9+2' would be the nine under another name
            when not group_reach.is_within_nation and group_sums.n_present < group_sums.n_members
                then 'coverage_below_minimum'
            when group_sums.coverage < indicators.min_coverage then 'coverage_below_minimum'
            when computed_value is null then 'zero_denominator'
        end as null_reason,
    from group_sums
    inner join indicators on group_sums.indicator_id = indicators.indicator_id
    inner join groups on group_sums.group_id = groups.group_id
    inner join core.group_reach on group_sums.group_id = group_reach.group_id
    inner join published_ranges
        on group_sums.view_id = published_ranges.view_id
        and group_sums.indicator_id = published_ranges.indicator_id
        and group_sums.period = published_ranges.period

)

select
    view_id,
    membership,
    judged.indicator_id,
    group_id,
    judged.period,
    case when null_reason is null then computed_value end as value,
    unit_id,
    null_reason,
    -- a missing member of a sum that cannot be negative adds at least nothing; the missing members of
    -- a mean are taken to lie within the range of all regions published for that period
    case
        when coverage = 1 and null_reason is null then computed_value
        when is_additive and plausible_min >= 0 then coalesce(full_members_numerator, 0)
        when not is_additive and coalesce(null_reason, '') not in ('partial_members', 'no_weight')
            then coverage * computed_value + (1 - coverage) * lowest
    end as lower_bound,
    case
        when coverage = 1 and null_reason is null then computed_value
        when is_additive and coverage = 1 then computed_value
        when not is_additive and coalesce(null_reason, '') not in ('partial_members', 'no_weight')
            then coverage * computed_value + (1 - coverage) * highest
    end as upper_bound,
    numerator,
    denominator,
    n_members,
    n_present,
    coverage,
    basis_text,
    is_mixed_basis,
    known_breaks.period is not null
        or coalesce(
            judged.basis_text <> lag(judged.basis_text) over (
                partition by judged.view_id, judged.membership, judged.indicator_id, judged.group_id
                order by judged.period
            ),
            false
        ) as has_break,
    source_text,
    is_weakly_attributed,
from judged
left join core.known_breaks
    on judged.indicator_id = known_breaks.indicator_id
    and judged.period = known_breaks.period
order by judged.view_id, judged.membership, judged.indicator_id, judged.group_id, judged.period
