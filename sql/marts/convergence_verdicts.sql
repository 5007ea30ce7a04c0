/*
description = "Whether the members of the nation, of a bloc or of a major strategy drew closer: one of six verdicts, the evidence it rests on, and the sentence that may be printed. Inconclusive is not 'no change'. One row per view, indicator, group, window, weighting."
grain = ["view_id", "indicator_id", "group_id", "window_id", "weighting"]
deps = ["metrics/convergence_test", "core/groups", "core/regions", "core/indicators", "core/indicator_phrases", "core/views", "core/methods"]
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
    from metrics.convergence_test

),

groups as (

    select group_id, group_kind, partition_id,
        group_short_name_zh_hans, group_short_name_zh_hant, group_short_name_en
    from core.groups

),

regions as (

    select region_id, region_short_name_zh_hans, region_short_name_zh_hant, region_short_name_en
    from core.regions

),

indicators as (

    select
        indicators.indicator_id, indicator_name_zh_hans, indicator_name_zh_hant, indicator_name_en, field,
        polarity, unit_zh_hans, unit_zh_hant, unit_en, decimals, publisher_zh_hans, publisher_zh_hant,
        publisher_en, indicator_phrase_en
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
    tests.window_id,
    tests.weighting,
    tests.period_start,
    tests.period_end,
    tests.verdict,
    tests.null_reason,
    tests.has_break,
    tests.n_members,
    tests.test_name,
    tests.statistic,
    tests.p_value,
    tests.p_adjusted,
    tests.p_clustered,
    tests.log_change,
    tests.log_change_low,
    tests.log_change_high,
    tests.sigma_start,
    tests.sigma_end,
    tests.lowest_log_change,
    tests.highest_log_change,
    tests.most_influential_region_id,
    tests.beta,
    methods.method_id,
    tests.period_start || '—' || tests.period_end || '年，' || groups.group_short_name_zh_hans || '内部'
        || indicators.indicator_name_zh_hans || '的差异' || case tests.verdict
            when 'too few units' then '：成员仅' || tests.n_members || '个，不作检验'
            when 'not testable (break)' then '：时段内口径有变，不可检验'
            when 'not testable (values)' then case tests.null_reason when 'undefined_for_these_values'
                then '：有成员数值不大于零，无法取对数，不可检验' else '：成员之间没有可比的差异，不可检验' end
            else case when tests.verdict = 'inconclusive' then '的变化为' when tests.log_change < 0 then '缩小' else '扩大' end
                || tests.size_text || if(tests.weighting = 'weighted', '（', '（不') || '加权，95%区间' || tests.evidence_zh
                || '）：' || case tests.verdict when 'converging' then '收敛' when 'diverging' then '发散' else '尚无定论' end
        end || '。' as statement_zh_hans,
    tests.period_start || '—' || tests.period_end || '年，' || groups.group_short_name_zh_hant || '內部'
        || indicators.indicator_name_zh_hant || '的差異' || case tests.verdict
            when 'too few units' then '：成員僅' || tests.n_members || '個，不作檢驗'
            when 'not testable (break)' then '：時段內口徑有變，不可檢驗'
            when 'not testable (values)' then case tests.null_reason when 'undefined_for_these_values'
                then '：有成員數值不大於零，無法取對數，不可檢驗' else '：成員之間沒有可比的差異，不可檢驗' end
            else case when tests.verdict = 'inconclusive' then '的變化為' when tests.log_change < 0 then '縮小' else '擴大' end
                || tests.size_text || if(tests.weighting = 'weighted', '（', '（不') || '加權，95%區間' || tests.evidence_zh
                || '）：' || case tests.verdict when 'converging' then '收斂' when 'diverging' then '發散' else '尚無定論' end
        end || '。' as statement_zh_hant,
    tests.period_start || '–' || tests.period_end || ', ' || groups.group_short_name_en || ': dispersion of '
        || indicators.indicator_phrase_en || case tests.verdict
            when 'too few units' then ': not tested, as there are only ' || tests.n_members || ' members.'
            when 'not testable (break)' then ': not testable, as figures change their basis in between.'
            when 'not testable (values)' then case tests.null_reason when 'undefined_for_these_values'
                then ': not testable, as a member''s figure is zero or below and has no logarithm.'
                else ': not testable, as members have no dispersion to compare.' end
            else case when tests.verdict = 'inconclusive' then ', measured change ' when tests.log_change < 0
                then ' fell by ' else ' rose by ' end || tests.size_text || ' (' || tests.weighting
                || ', 95% interval ' || tests.low_text || ' to ' || tests.high_text || ', ' || tests.p_text
                || '): ' || tests.verdict || '.'
        end as statement_en,
    regions.region_short_name_zh_hans as most_influential_region_name_zh_hans,
    regions.region_short_name_zh_hant as most_influential_region_name_zh_hant,
    regions.region_short_name_en as most_influential_region_name_en,
    groups.group_short_name_zh_hans,
    groups.group_short_name_zh_hant,
    groups.group_short_name_en,
    groups.group_kind,
    groups.partition_id,
    indicators.indicator_name_zh_hans,
    indicators.indicator_name_zh_hant,
    indicators.indicator_name_en,
    indicators.field,
    indicators.polarity,
    indicators.unit_zh_hans,
    indicators.unit_zh_hant,
    indicators.unit_en,
    indicators.decimals,
    indicators.publisher_zh_hans,
    indicators.publisher_zh_hant,
    indicators.publisher_en,
    views.view_name_zh_hans,
    views.view_name_zh_hant,
    views.view_name_en,
from tests
inner join groups on tests.group_id = groups.group_id
inner join indicators on tests.indicator_id = indicators.indicator_id
inner join views on tests.view_id = views.view_id
left join regions on tests.most_influential_region_id = regions.region_id
inner join methods on methods.table_key = 'metrics/convergence_test'
order by tests.view_id, tests.indicator_id, tests.group_id, tests.window_id, tests.weighting
