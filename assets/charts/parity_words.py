"""Words of the chart of outlooks: verdicts, panel heads and sentences in three languages."""

from assets.charts.reading import Texts

NEVER = "never at the current trend"
VERDICTS = {
    "zh-Hans": {"closing at the current trend": "按当前趋势缩小", NEVER: "按当前趋势永不消失"},
    "zh-Hant": {"closing at the current trend": "按當前趨勢縮小", NEVER: "按當前趨勢永不消失"},
    "en": {"closing at the current trend": "closing at the current trend", NEVER: NEVER},
}
SAID = {
    "zh-Hans": {
        "closing": "{name}{years}年", "never": "{name}永不", "and": "，", "no_end": "永不",
        "head": "按当前趋势{years}年后与全国持平", "span": "八成重抽样趋势：{low}年至{high}",
        "year": "{}年", "head_never": "按当前趋势永不与全国持平", "span_never": "{share}的重抽样趋势永不持平",
        "past": "{}年时的展望",
    },
    "zh-Hant": {
        "closing": "{name}{years}年", "never": "{name}永不", "and": "，", "no_end": "永不",
        "head": "按當前趨勢{years}年後與全國持平", "span": "八成重抽樣趨勢：{low}年至{high}",
        "year": "{}年", "head_never": "按當前趨勢永不與全國持平", "span_never": "{share}的重抽樣趨勢永不持平",
        "past": "{}年時的展望",
    },
    "en": {
        "closing": "{name} {years}", "never": "{name} never", "and": ", ", "no_end": "never",
        "head": "Level in {years} years at the current trend",
        "span": "80% of resampled trends: {low} years to {high}", "year": "{} years",
        "head_never": "Never level at the current trend",
        "span_never": "Never in {share} of resampled trends", "past": "{} outlook",
    },
}  # fmt: skip

TEXTS = {
    "zh-Hans": Texts(
        title="按近{changes}年趋势与全国持平所需时间：{outlooks}",
        subtitle="人均地区生产总值相当于全国的百分比：实线为{seen}—{issued}年实际值，其后为重抽样趋势的中位数、"
        "五成（深）与八成（浅）范围",
        alt="小型多图：四大板块人均地区生产总值与全国之比，{seen}至{issued}年实际值与至{until}年的扇形展望。",
        description="趋势外推，不是预测。{past}年时所作展望的八成范围内，有{checked}个实际值中的{inside}个。"
        "各板块：{outlooks}。",
        note="趋势外推，不是预测。虚线框为{past}年时所作展望的八成范围（用修订后数据），"
        "{checked}个实际值中有{inside}个落在其内（应约八成）。",
    ),
    "zh-Hant": Texts(
        title="按近{changes}年趨勢與全國持平所需時間：{outlooks}",
        subtitle="人均地區生產總值相當於全國的百分比：實線為{seen}—{issued}年實際值，其後為重抽樣趨勢的中位數、"
        "五成（深）與八成（淺）範圍",
        alt="小型多圖：四大板塊人均地區生產總值與全國之比，{seen}至{issued}年實際值與至{until}年的扇形展望。",
        description="趨勢外推，不是預測。{past}年時所作展望的八成範圍內，有{checked}個實際值中的{inside}個。"
        "各板塊：{outlooks}。",
        note="趨勢外推，不是預測。虛線框為{past}年時所作展望的八成範圍（用修訂後數據），"
        "{checked}個實際值中有{inside}個落在其內（應約八成）。",
    ),
    "en": Texts(
        title="Years to parity with the nation at the trend of the last {changes} years: {outlooks}",
        subtitle="Gross regional product per head as a percentage of the nation: line {seen}–{issued}"
        " observed, then median, 50% (dark) and 80% (light) of resampled trends",
        alt="Small multiples: output per head of the four blocs relative to the nation, observed {seen} to"
        " {issued}, with fans to {until}.",
        description="An extrapolation, no forecast. Of {checked} observed values {inside} lay within the"
        " outer fans issued from {past}. Years to parity: {outlooks}.",
        note="An extrapolation, no forecast. Dashed outline: 80% fan issued from {past} (with figures as"
        " revised since); {inside} of {checked} observed values lay inside, about 80% should.",
    ),
}
