/*
description = "What the verdict on the nation becomes without each of its members: the whole test made again, beside the verdict of all, and the sentence that may be printed. One row per view, indicator, group, membership, window, weighting, member left out."
grain = ["view_id", "indicator_id", "group_id", "membership", "window_id", "weighting", "left_out_region_id"]
deps = ["metrics/verdict_influence", "metrics/convergence_test", "core/groups", "core/regions", "core/indicators", "core/indicator_phrases", "core/views", "core/methods"]
*/
with

tests as (

    select
        *,
        replace(printf('%+.1f%%', 100 * (exp(log_change) - 1)), '-', '−') as change_text,
        if(verdict = 'inconclusive', change_text, ltrim(change_text, '+−')) as size_text,
        replace(printf('%+.1f%%', 100 * (exp(log_change_low) - 1)), '-', '−') as low_text,
        replace(printf('%+.1f%%', 100 * (exp(log_change_high) - 1)), '-', '−') as high_text,
        case when p_value < 0.001 then 'p < 0.001' else printf('p = %.3f', p_value) end as p_text,
        low_text || '至' || high_text || '，' || p_text as evidence_zh,
    from metrics.verdict_influence

),

wholes as (

    select view_id, indicator_id, group_id, window_id, weighting,
        verdict as whole_verdict, log_change as whole_log_change, p_value as whole_p_value
    from metrics.convergence_test

),

groups as (

    select group_id, group_short_name_zh_hans, group_short_name_zh_hant, group_short_name_en
    from core.groups

),

regions as (

    select region_id, region_short_name_zh_hans, region_short_name_zh_hant, region_short_name_en
    from core.regions

),

indicators as (

    select
        indicators.indicator_id, indicator_name_zh_hans, indicator_name_zh_hant, indicator_name_en, field,
        publisher_zh_hans, publisher_zh_hant, publisher_en, indicator_phrase_en
    from core.indicators
    inner join core.indicator_phrases on indicators.indicator_id = indicator_phrases.indicator_id

),

views as (

    select view_id, view_name_zh_hans, view_name_zh_hant, view_name_en
    from core.views

),

methods as (

    select table_key, method_id
    from core.methods

)

select
    tests.view_id,
    tests.indicator_id,
    tests.group_id,
    tests.membership,
    tests.window_id,
    tests.weighting,
    tests.left_out_region_id,
    tests.period_start,
    tests.period_end,
    tests.n_members,
    tests.verdict,
    tests.null_reason,
    tests.statistic,
    tests.p_value,
    tests.log_change,
    tests.log_change_low,
    tests.log_change_high,
    tests.sigma_start,
    tests.sigma_end,
    wholes.whole_verdict,
    wholes.whole_log_change,
    wholes.whole_p_value,
    tests.verdict <> wholes.whole_verdict as has_other_verdict,
    methods.method_id,
    tests.period_start || '—' || tests.period_end || '年，' || groups.group_short_name_zh_hans || '剔除'
        || regions.region_short_name_zh_hans || '后，' || indicators.indicator_name_zh_hans || '的差异'
        || case when tests.log_change is null then '不可检验' else
            case when tests.verdict = 'inconclusive' then '的变化为' when tests.log_change < 0 then '缩小' else '扩大' end
            || tests.size_text || if(tests.weighting = 'weighted', '（', '（不') || '加权，95%区间' || tests.evidence_zh
            || '）：' || case tests.verdict when 'converging' then '收敛' when 'diverging' then '发散' else '尚无定论' end
            || if(tests.verdict = wholes.whole_verdict, '，结论不变', '，结论改变')
        end || '。' as statement_zh_hans,
    tests.period_start || '—' || tests.period_end || '年，' || groups.group_short_name_zh_hant || '剔除'
        || regions.region_short_name_zh_hant || '後，' || indicators.indicator_name_zh_hant || '的差異'
        || case when tests.log_change is null then '不可檢驗' else
            case when tests.verdict = 'inconclusive' then '的變化為' when tests.log_change < 0 then '縮小' else '擴大' end
            || tests.size_text || if(tests.weighting = 'weighted', '（', '（不') || '加權，95%區間' || tests.evidence_zh
            || '）：' || case tests.verdict when 'converging' then '收斂' when 'diverging' then '發散' else '尚無定論' end
            || if(tests.verdict = wholes.whole_verdict, '，結論不變', '，結論改變')
        end || '。' as statement_zh_hant,
    tests.period_start || '–' || tests.period_end || ', ' || groups.group_short_name_en || ' without '
        || regions.region_short_name_en || ': dispersion of ' || indicators.indicator_phrase_en
        || case when tests.log_change is null then ' not testable.' else
            case when tests.verdict = 'inconclusive' then ', measured change ' when tests.log_change < 0
                then ' fell by ' else ' rose by ' end || tests.size_text || ' (' || tests.weighting
            || ', 95% interval ' || tests.low_text || ' to ' || tests.high_text || ', ' || tests.p_text
            || '): ' || tests.verdict || case when tests.verdict = wholes.whole_verdict
                then ', as with all members.' else '; with all members ' || wholes.whole_verdict || '.' end
        end as statement_en,
    regions.region_short_name_zh_hans as left_out_region_name_zh_hans,
    regions.region_short_name_zh_hant as left_out_region_name_zh_hant,
    regions.region_short_name_en as left_out_region_name_en,
    groups.group_short_name_zh_hans,
    groups.group_short_name_zh_hant,
    groups.group_short_name_en,
    indicators.indicator_name_zh_hans,
    indicators.indicator_name_zh_hant,
    indicators.indicator_name_en,
    indicators.field,
    indicators.publisher_zh_hans,
    indicators.publisher_zh_hant,
    indicators.publisher_en,
    views.view_name_zh_hans,
    views.view_name_zh_hant,
    views.view_name_en,
from tests
inner join wholes
    on tests.view_id = wholes.view_id
    and tests.indicator_id = wholes.indicator_id
    and tests.group_id = wholes.group_id
    and tests.window_id = wholes.window_id
    and tests.weighting = wholes.weighting
inner join groups on tests.group_id = groups.group_id
inner join regions on tests.left_out_region_id = regions.region_id
inner join indicators on tests.indicator_id = indicators.indicator_id
inner join views on tests.view_id = views.view_id
inner join methods on methods.table_key = 'metrics/verdict_influence'
order by tests.view_id, tests.indicator_id, tests.group_id, tests.membership, tests.window_id,
    tests.weighting, tests.left_out_region_id
