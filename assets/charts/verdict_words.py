"""Groups, windows, weightings and verdicts of the table of verdicts, and their words per language."""

NATION = "national31"
GROUPS = (
    NATION, "bloc_east", "bloc_central", "bloc_west", "bloc_northeast", "yreb", "yellow_river", "gba",
    "jjj", "yrd",
)  # fmt: skip
# The window that says most first; those that a change of basis makes untestable last.
WINDOWS = ("longest_without_break", "from_base_year", "to_base_year", "all_years")
WINDOW_NAMES = {
    "zh-Hans": ("最长的同口径时段", "对照基年以来", "截至对照基年", "全部年份"),
    "zh-Hant": ("最長的同口徑時段", "對照基年以來", "截至對照基年", "全部年份"),
    "en": (
        "longest run on one basis", "since the base year of official comparisons",
        "up to the base year of official comparisons", "all years",
    ),
}  # fmt: skip
WEIGHTINGS = {
    "zh-Hans": {"weighted": "人口加权", "unweighted": "不加权"},
    "zh-Hant": {"weighted": "人口加權", "unweighted": "不加權"},
    "en": {"weighted": "Weighted by people", "unweighted": "Unweighted"},
}
VERDICTS = {
    "zh-Hans": {
        "converging": "收敛", "diverging": "发散", "inconclusive": "尚无定论",
        "too few units": "成员过少，不作检验", "not testable (break)": "时段内口径有变，不可检验",
        "not testable (values)": "数值无法检验",
        "": "数值无法计算",
    },
    "zh-Hant": {
        "converging": "收斂", "diverging": "發散", "inconclusive": "尚無定論",
        "too few units": "成員過少，不作檢驗", "not testable (break)": "時段內口徑有變，不可檢驗",
        "not testable (values)": "數值無法檢驗",
        "": "數值無法計算",
    },
    "en": {
        "converging": "converging", "diverging": "diverging", "inconclusive": "inconclusive",
        "too few units": "too few units", "not testable (break)": "not testable (break)",
        "not testable (values)": "not testable (values)",
        "": "no figure",
    },
}  # fmt: skip
MEMBERS = {"zh-Hans": "成员数", "zh-Hant": "成員數", "en": "members"}
