title = 东北人均地区生产总值：{ $first }年为全国的{ $northeast_first }，{ $last }年为{ $northeast_last }
subtitle = 四大板块人均地区生产总值相当于全国（31省份合计）的百分比，{ $first }—{ $last }年
alt = 折线图：四大板块人均地区生产总值与全国之比，{ $first }至{ $last }年，以全国为100%。
description = { $last }年，东部为全国的{ $east_last }（{ $first }年{ $east_first }），中部{ $central_last }（{ $central_first }），西部{ $west_last }（{ $west_first }），东北{ $northeast_last }（{ $northeast_first }）。虚线处数据口径变更，折线在该处断开。
note = 虚线处数据口径变更，两侧年份不完全可比。
