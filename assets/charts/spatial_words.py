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
