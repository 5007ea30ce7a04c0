"""Words of the chart of policy dates: verdicts, heads and sentences in three languages."""

from assets.charts.reading import Texts

PLACEBO = "placebo"
WORDS = {
    "zh-Hans": {
        "coincides with a change": "与变动同时出现",
        "larger change at another date": "他年变动更大",
        "no change found": "未见变动",
        "not testable (too few years)": "无法检验（年份过少）",
        "not testable (break)": "无法检验（口径变更）",
        PLACEBO: "其他年份（安慰剂）", "p": "p值", "placebo_p": "安慰剂p",
        "none": "{tested}个可检验事件中，没有一个与差距走势的变动同时出现；另有{untestable}个无法检验",
        "some": "{tested}个可检验事件中，{coinciding}个与差距走势的变动同时出现；另有{untestable}个无法检验",
        "and": "，", "count": "{word}{number}个", "event": "{date:%Y-%m}　{name}",
    },
    "zh-Hant": {
        "coincides with a change": "與變動同時出現",
        "larger change at another date": "他年變動更大",
        "no change found": "未見變動",
        "not testable (too few years)": "無法檢驗（年份過少）",
        "not testable (break)": "無法檢驗（口徑變更）",
        PLACEBO: "其他年份（安慰劑）", "p": "p值", "placebo_p": "安慰劑p",
        "none": "{tested}個可檢驗事件中，沒有一個與差距走勢的變動同時出現；另有{untestable}個無法檢驗",
        "some": "{tested}個可檢驗事件中，{coinciding}個與差距走勢的變動同時出現；另有{untestable}個無法檢驗",
        "and": "，", "count": "{word}{number}個", "event": "{date:%Y-%m}　{name}",
    },
    "en": {
        "coincides with a change": "coincides with a change",
        "larger change at another date": "larger change at another date",
        "no change found": "no change found",
        "not testable (too few years)": "not testable (too few years)",
        "not testable (break)": "not testable (break)",
        PLACEBO: "other dates (placebo)", "p": "p", "placebo_p": "placebo p",
        "none": "None of {tested} testable events coincides with a change; {untestable} are not testable",
        "some": "{coinciding} of {tested} testable events coincide with a change; {untestable} are not"
        " testable",
        "and": ", ", "count": "{word} {number}", "event": "{date:%Y-%m} {name}",
    },
}  # fmt: skip

TEXTS = {
    "zh-Hans": Texts(
        title="{finding}",
        subtitle="各地区人均地区生产总值与全国差距在事件年份（大符号）与其他年份（灰圈）的变动统计量F，{first}—{last}年；"
        "数值越大变动越明显",
        alt="点图：{tested}个可检验政策事件的变动统计量与其他年份的统计量，{first}至{last}年。",
        description="{verdicts}。可检验事件中，{exceeded}个至少有一个其他年份的统计量不小于事件年份，"
        "即变动不超出安慰剂年份。同时出现不等于由其引起。",
        note="{exceeded}个可检验事件的变动不超出其他年份中的最大者。"
        "安慰剂p：统计量不小于事件年份的比例（含事件年份）。"
        "一个事件涉及几个地区即计几次；7月起的事件计入次年。序列较短，未见变动不等于没有变动；同时出现不等于由其引起。",
    ),
    "zh-Hant": Texts(
        title="{finding}",
        subtitle="各地區人均地區生產總值與全國差距在事件年份（大符號）與其他年份（灰圈）的變動統計量F，{first}—{last}年；"
        "數值越大變動越明顯",
        alt="點圖：{tested}個可檢驗政策事件的變動統計量與其他年份的統計量，{first}至{last}年。",
        description="{verdicts}。可檢驗事件中，{exceeded}個至少有一個其他年份的統計量不小於事件年份，"
        "即變動不超出安慰劑年份。同時出現不等於由其引起。",
        note="{exceeded}個可檢驗事件的變動不超出其他年份中的最大者。"
        "安慰劑p：統計量不小於事件年份的比例（含事件年份）。"
        "一個事件涉及幾個地區即計幾次；7月起的事件計入次年。序列較短，未見變動不等於沒有變動；同時出現不等於由其引起。",
    ),
    "en": Texts(
        title="{finding}",
        subtitle="F of a change of course in the gap to the nation, gross regional product per head, at the"
        " event (large mark) and at other dates (grey circles), {first}–{last}",
        alt="Dot plot: statistic of change at {tested} testable policy events beside the same statistic at"
        " other dates, {first} to {last}.",
        description="Events: {verdicts}. At {exceeded} of the testable ones another date has as large a"
        " statistic: no change beyond the placebo dates. To coincide is not to be caused.",
        note="At {exceeded} of {tested} testable events: no change beyond the placebo dates. Placebo p: share"
        " of dates, the event's among them, with as large an F. An event counts once for each region it"
        " concerns; from July on it counts to the next year. Series are short: no change found is not"
        " no change. To coincide is not to be caused.",
    ),
}
