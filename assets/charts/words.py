"""Words several charts share, per language, and how numbers are written. Names of things are in marts."""

from assets.charts.reading import ChartError

Words = dict[str, str]


def _three(zh_hans: str, zh_hant: str, en: str) -> Words:
    return {"zh-Hans": zh_hans, "zh-Hant": zh_hant, "en": en}


SOURCE = _three("数据来源：{}", "資料來源：{}", "Source: {}")
VIEW = _three("口径：{}", "口徑：{}", "Basis: {}")
METHOD = _three("方法：{}", "方法：{}", "Method: {}")
EDITION = _three("棋盘 {} 第{}版", "棋盤 {} 第{}版", "Qipan {}, edition {}")
JOINT = _three("、", "、", ", ")
AND = _three("、", "、", "; ")
CLAUSES = _three("；", "；", "; ")
BREAK = _three("口径变更", "口徑變更", "new basis")
NATION_LINE = _three("全国 = 100%", "全國 = 100%", "Nation = 100%")
REST_LINE = _three("其余地区 = 100%", "其餘地區 = 100%", "Rest = 100%")
DATA = _three("数据表", "資料表", "Data table")
NO_VALUE = _three("表中无数据", "表中無資料", "no figure in this table")

COLUMNS: dict[str, Words] = {
    "period": _three("年份", "年份", "Year"),
    "earlier_period": _three("较早年份", "較早年份", "Earlier year"),
    "group_short_name": _three("地区", "地區", "Group"),
    "region_short_name": _three("省份", "省份", "Province"),
    "indicator_name": _three("指标", "指標", "Indicator"),
    "unit": _three("单位", "單位", "Unit"),
    "view_name": _three("口径", "口徑", "Basis"),
    "value": _three("数值", "數值", "Value"),
    "rest_value": _three("其余地区", "其餘地區", "Rest of the nation"),
    "reference_value": _three("参照值", "參照值", "Reference"),
    "nation_value": _three("全国", "全國", "Nation"),
    "ratio": _three("与参照之比", "與參照之比", "Ratio to reference"),
    "ratio_to_nation": _three("与全国之比", "與全國之比", "Ratio to nation"),
    "share": _three("占全国比重", "占全國比重", "Share of nation"),
    "basis_text": _three("口径代码", "口徑代碼", "Basis id"),
    "has_break": _three("口径变更", "口徑變更", "New basis"),
    "measure_id": _three("测度", "測度", "Measure"),
    "weighting": _three("加权方式", "加權方式", "Weighting"),
    "between_groups": _three("板块之间", "板塊之間", "Between blocs"),
    "within_groups": _three("板块内部", "板塊內部", "Within blocs"),
    "between_share": _three("板块间占比", "板塊間占比", "Share between blocs"),
    "n_strategies": _three("战略数目", "戰略數目", "Strategies"),
    "n_members": _three("省份数", "省份數", "Provinces"),
    "highest_region_name": _three("最高省份", "最高省份", "Highest province"),
    "highest_value": _three("最高值", "最高值", "Highest"),
    "lowest_region_name": _three("最低省份", "最低省份", "Lowest province"),
    "lowest_value": _three("最低值", "最低值", "Lowest"),
    "highest_to_lowest_ratio": _three("最高与最低之比", "最高與最低之比", "Highest to lowest"),
    "effective_from": _three("战略起始日", "戰略起始日", "In force from"),
    "strategy_ids": _three("战略代码", "戰略代碼", "Strategy ids"),
    "period_start": _three("年份", "年份", "Year"),
    "note": _three("说明", "說明", "Note"),
    "claim_id": _three("编号", "編號", "Claim"),
    "statement": _three("表述", "表述", "Statement"),
    "verdict": _three("结论", "結論", "Verdict"),
    "claimed_value": _three("公布值", "公布值", "As stated"),
    "computed_value": _three("复算值", "複算值", "Recomputed"),
    "value_rank": _three("位次", "位次", "Rank"),
    "source_title": _three("出处", "出處", "Source document"),
    "period_end": _three("末年", "末年", "Last year"),
    "log_change": _three("对数变化", "對數變化", "Change of logs"),
    "log_change_low": _three("区间下限", "區間下限", "Interval from"),
    "log_change_high": _three("区间上限", "區間上限", "Interval to"),
    "p_value": _three("检验概率", "檢驗機率", "p"),
    "p_adjusted": _three("校正后概率", "校正後機率", "Adjusted p"),
    "most_influential_region_name": _three("影响最大成员", "影響最大成員", "Most influential member"),
    "convention": _three("程序", "程式", "Program"),
    "merging": _three("合并方法", "合併方法", "Merging"),
    "club_number": _three("俱乐部", "俱樂部", "Club"),
    "log_t_slope": _three("斜率", "斜率", "Slope"),
    "t_statistic": _three("t值", "t值", "t"),
    "from_class": _three("当年档次", "當年檔次", "Class"),
    "to_class": _three("次年档次", "次年檔次", "Class a year later"),
    "n_moves": _three("次数", "次數", "Cases"),
    "probability": _three("比例", "比例", "Share"),
    "probability_low": _three("区间下限", "區間下限", "Interval from"),
    "probability_high": _three("区间上限", "區間上限", "Interval to"),
    "standard_score": _three("标准分", "標準分", "Standard score"),
    "neighbours_score": _three("相邻省份平均", "相鄰省份平均", "Mean of neighbours"),
    "quadrant": _three("象限", "象限", "Quadrant"),
    "n_present": _three("有数据的省份", "有資料的省份", "Provinces with a figure"),
    "local_p_value": _three("单省检验概率", "單省檢驗機率", "p of the province"),
}


def heading(name: str, language: str) -> str:
    """Heading of a mart column in the data table; ChartError when the column has no words yet."""
    if name not in COLUMNS:
        raise ChartError(f"words.py: no heading for column '{name}'; add it to COLUMNS")
    return COLUMNS[name][language]


def percent(value: float, digits: int = 0) -> str:
    """0.698 -> 70%."""
    return f"{value:.{digits}%}"


def times(value: float) -> str:
    """1.6943 -> 1.69."""
    return f"{value:.2f}"


def thousandths(value: float) -> str:
    """0.0664 -> 0.066, for indices well below one."""
    return f"{value:.3f}"


def grouped(value: float) -> str:
    """105221.9 -> 105,222."""
    return f"{value:,.0f}"
