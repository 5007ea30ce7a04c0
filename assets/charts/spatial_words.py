"""Words of the Moran scatter plot per language: quadrants, axes, findings and the line."""

QUADRANTS = {
    "zh-Hans": {
        "high_high": "高值邻高值", "low_low": "低值邻低值",
        "low_high": "低值邻高值", "high_low": "高值邻低值",
    },
    "zh-Hant": {
        "high_high": "高值鄰高值", "low_low": "低值鄰低值",
        "low_high": "低值鄰高值", "high_low": "高值鄰低值",
    },
    "en": {
        "high_high": "High beside high", "low_low": "Low beside low", "low_high": "Low beside high",
        "high_low": "High beside low",
    },
}  # fmt: skip
AXES = {
    "zh-Hans": ("该省份（距各省均值的标准差倍数）", "相邻省份平均"),
    "zh-Hant": ("該省份（距各省均值的標準差倍數）", "相鄰省份平均"),
    "en": ("Province (standard deviations from the mean of provinces)", "Mean of its neighbours"),
}
# Alike, unlike, neither beyond chance.
FINDINGS = {
    "zh-Hans": (
        "相邻省份人均产出相近，超出偶然",
        "相邻省份人均产出相异，超出偶然",
        "相邻省份人均产出是否相近，尚无定论",
    ),
    "zh-Hant": (
        "相鄰省份人均產出相近，超出偶然",
        "相鄰省份人均產出相異，超出偶然",
        "相鄰省份人均產出是否相近，尚無定論",
    ),
    "en": (
        "Neighbours are more alike in output per head than by chance",
        "Neighbours are less alike in output per head than by chance",
        "Whether neighbours are alike in output per head is inconclusive",
    ),
}
SLOPE = {
    "zh-Hans": "斜率即莫兰指数 {index}，{p}",
    "zh-Hant": "斜率即莫蘭指數 {index}，{p}",
    "en": "slope = Moran's I {index}, {p}",
}
