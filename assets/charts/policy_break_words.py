"""Words of the chart of policy dates: verdicts, heads and sentences in three languages."""

PLACEBO = "placebo"
WORDS = {
    "zh-Hans": {
        "coincides with a change": "与变动同时出现",
        "larger change at another date": "他年变动更大",
        "no change found": "未见变动",
        "not testable (too few years)": "无法检验（年份过少）",
        "not testable (break)": "无法检验（口径变更）",
        PLACEBO: "其他年份（安慰剂）", "p": "p值", "placebo_p": "安慰剂p",
        "event": "{date:%Y-%m}　{name}",
    },
    "zh-Hant": {
        "coincides with a change": "與變動同時出現",
        "larger change at another date": "他年變動更大",
        "no change found": "未見變動",
        "not testable (too few years)": "無法檢驗（年份過少）",
        "not testable (break)": "無法檢驗（口徑變更）",
        PLACEBO: "其他年份（安慰劑）", "p": "p值", "placebo_p": "安慰劑p",
        "event": "{date:%Y-%m}　{name}",
    },
    "en": {
        "coincides with a change": "coincides with a change",
        "larger change at another date": "larger change at another date",
        "no change found": "no change found",
        "not testable (too few years)": "not testable (too few years)",
        "not testable (break)": "not testable (break)",
        PLACEBO: "other dates (placebo)", "p": "p", "placebo_p": "placebo p",
        "event": "{date:%Y-%m} {name}",
    },
}  # fmt: skip
