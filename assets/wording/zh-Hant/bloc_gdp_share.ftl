title = 東部產出占比：{ $first }年{ $east_first }，{ $last }年{ $east_last }；東北從{ $northeast_first }到{ $northeast_last }
subtitle = 四大板塊占31省份地區生產總值合計的比重（現價），{ $first }—{ $last }年
alt = 堆積柱狀圖：四大板塊占31省份地區生產總值合計的比重，{ $first }至{ $last }年。
description = { $last }年東部占{ $east_last }，中部{ $central_last }，西部{ $west_last }，東北{ $northeast_last }；{ $first }年分別為{ $east_first }、{ $central_first }、{ $west_first }、{ $northeast_first }。虛線處資料口徑變更，兩側不宜直接相減。
note = 虛線處資料口徑變更，兩側年份不完全可比。
