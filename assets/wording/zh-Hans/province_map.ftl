title = { $highest }人均产出是全国的{ $highest_ratio }，{ $lowest }为{ $lowest_ratio }（{ $year }年）
subtitle = 各省份人均地区生产总值相当于全国（31省份合计）的百分比，{ $year }年
alt = 分级设色图：{ $year }年各省份人均地区生产总值与全国之比，以全国为100%。
description = { $year }年{ $above }个省份高于全国，{ $below }个低于全国。最高：{ $top }。最低：{ $bottom }。
note = 示意图，不作为划界依据；南海诸岛未在底图中绘出。底图：Apache ECharts。
