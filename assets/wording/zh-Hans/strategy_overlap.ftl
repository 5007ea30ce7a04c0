title = 人均产出相对全国的年均变化：列入{ $most }项战略的省份{ $year }年前{ $most_before }，其后{ $most_after }；未列入的{ $none_before }，其后{ $none_after }
subtitle = 按所属重大战略数目归并的省份，人均地区生产总值相当于全国的百分比，{ $first }—{ $last }年，现行成员；虚线为首个战略之前的趋势及其外推
alt = 折线图：按所属重大战略数目分组的省份，人均地区生产总值与全国之比，{ $first }至{ $last }年，附{ $year }年前趋势的外推。
description = 与全国之比的年均变化（{ $year }年前；其后）：{ $trends }。{ $last }年未列入任何重大战略的省份为全国的{ $none_last }（{ $first }年{ $none_first }），列入{ $most }项的为{ $most_last }（{ $most_first }）。走势变化与战略在时间上重合，不能看作战略的效果。
note = 描述性比较：与战略时间重合，不代表战略效果；战略范围本就与发展水平有关。各组以首个战略生效年份划分前后，部分省份的战略到{ $reached }年才生效。斜率为对数差距的最小二乘估计（前{ $years_before }年、后{ $years_after }年），随数据版本和起始年份而变，未作检验；外推不是预测。
trend = { $n }项：{ $before }、{ $after }
