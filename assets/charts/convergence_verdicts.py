"""Did the members of each group draw closer in output per head, and how sure is that?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assets.charts.chart import Chart
from assets.charts.reading import Texts, column
from assets.charts.verdict_rows import drawn, years
from assets.charts.verdict_words import NATION, VERDICTS, WEIGHTINGS, WINDOWS

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.convergence_verdicts
where view_id = 'latest'
    and indicator_id = 'gdp_per_head'
order by period_end desc, window_id, group_id, weighting desc
"""

TEXTS = {
    "zh-Hans": Texts(
        title="31省份人均产出差异：{findings}",
        subtitle="地区内部人均地区生产总值对数标准差的变化；圆点为变化，粗线为95%区间，下方"
        "细线为逐一剔除成员后的范围",
        alt="点与区间图：各地区内部人均产出差异的变化、置信区间与结论，人口加权与不加权并列。",
        description="{statements}",
        note="检验概率小于0.05且区间不含0，才称收敛或发散；尚无定论不等于没有变化。成员少于5个不作检验。"
        "箭头表示区间超出图幅。共{tests}次检验，各自的p未作校正；按同一时段各地区一并校正（霍尔姆法）后，"
        "{signed}个收敛或发散结论中{kept}个仍小于0.05。大湾区以城市数据计算，口径不同。",
    ),
    "zh-Hant": Texts(
        title="31省份人均產出差異：{findings}",
        subtitle="地區內部人均地區生產總值對數標準差的變化；圓點為變化，粗線為95%區間，下方"
        "細線為逐一剔除成員後的範圍",
        alt="點與區間圖：各地區內部人均產出差異的變化、信賴區間與結論，人口加權與不加權並列。",
        description="{statements}",
        note="檢驗機率小於0.05且區間不含0，才稱收斂或發散；尚無定論不等於沒有變化。成員少於5個不作檢驗。"
        "箭頭表示區間超出圖幅。共{tests}次檢驗，各自的p未作校正；按同一時段各地區一併校正（霍爾姆法）後，"
        "{signed}個收斂或發散結論中{kept}個仍小於0.05。大灣區以城市資料計算，口徑不同。",
    ),
    "en": Texts(
        title="Output per head of the 31 provinces: {findings}",
        subtitle="Change in the dispersion of gross regional product per head inside each group (standard"
        " deviation of logs). Dot: change; bar: 95% interval; line below: range with each member left out",
        alt="Dots and intervals: change in the dispersion of output per head inside each group, with"
        " interval and verdict, weighted by people and unweighted side by side.",
        description="{statements}",
        note="Converging or diverging only where p < 0.05 and the interval excludes 0; inconclusive is not"
        " 'no change'. Below 5 members there is no test. Arrow: the interval"
        " goes on. {tests} tests, each p on its own; adjusted for the groups of a window (Holm), {kept} of"
        " {signed} verdicts of change stay below 0.05. GBA: city figures, on another basis.",
    ),
}  # fmt: skip


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """The nation's verdict in every window that could be tested, its sentences, and counts of tests."""
    import polars as pl

    nation = frame.filter(group_id=NATION)
    tested = nation.filter(pl.col("log_change").is_not_null())
    shown = nation if tested.is_empty() else tested
    parts = [shown.filter(window_id=window) for window in WINDOWS]
    findings = [_finding(part, language) for part in parts if len(part)]
    signed = frame.filter(pl.col("verdict").is_in(["converging", "diverging"]))
    return {
        "findings": (", " if language == "en" else "，").join(findings),
        "statements": (" " if language == "en" else "").join(shown[column("statement", language)]),
        "tests": str(len(frame.filter(pl.col("p_value").is_not_null()))),
        "signed": str(len(signed)),
        "kept": str(len(signed.filter(pl.col("p_adjusted") < 0.05))),
    }


def _finding(part: "pl.DataFrame", language: str) -> str:
    """The nation's verdict in a window, or both of them where the weighting decides."""
    found = list(zip(part["weighting"], part["verdict"], strict=True))
    if len(set(part["verdict"])) == 1:
        found = [("", part["verdict"][0])]
    gap, joint = (" ", " and ") if language == "en" else ("", "、")
    kinds = {name: f"{words.lower()}{gap}" for name, words in WEIGHTINGS[language].items()}
    words = [f"{kinds.get(weighting, '')}{VERDICTS[language][verdict or '']}" for weighting, verdict in found]
    return f"{years(part.row(0, named=True), language)}{gap}{joint.join(words)}"


CHART = Chart(
    chart_id="convergence_verdicts",
    mart="marts/convergence_verdicts",
    query=QUERY,
    texts=TEXTS,
    facts=facts,
    body=drawn,
    table=(
        "group_short_name", "weighting", "n_members", "verdict", "log_change", "log_change_low",
        "log_change_high", "p_value", "p_adjusted", "most_influential_region_name", "statement",
    ),
    codes={"weighting": WEIGHTINGS, "verdict": VERDICTS},
)  # fmt: skip
