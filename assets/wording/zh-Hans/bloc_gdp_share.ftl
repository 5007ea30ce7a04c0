title = 东部产出占比：{ $first }年{ $east_first }，{ $last }年{ $east_last }；东北从{ $northeast_first }到{ $northeast_last }
subtitle = 四大板块占31省份地区生产总值合计的比重（现价），{ $first }—{ $last }年
alt = 堆积柱状图：四大板块占31省份地区生产总值合计的比重，{ $first }至{ $last }年。
description = { $last }年东部占{ $east_last }，中部{ $central_last }，西部{ $west_last }，东北{ $northeast_last }；{ $first }年分别为{ $east_first }、{ $central_first }、{ $west_first }、{ $northeast_first }。虚线处数据口径变更，两侧不宜直接相减。
note = 虚线处数据口径变更，两侧年份不完全可比。
