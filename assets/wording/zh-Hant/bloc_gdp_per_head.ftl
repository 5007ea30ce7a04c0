title = 東北人均地區生產總值：{ $first }年為全國的{ $northeast_first }，{ $last }年為{ $northeast_last }
subtitle = 四大板塊人均地區生產總值相當於全國（31省份合計）的百分比，{ $first }—{ $last }年
alt = 折線圖：四大板塊人均地區生產總值與全國之比，{ $first }至{ $last }年，以全國為100%。
description = { $last }年，東部為全國的{ $east_last }（{ $first }年{ $east_first }），中部{ $central_last }（{ $central_first }），西部{ $west_last }（{ $west_first }），東北{ $northeast_last }（{ $northeast_first }）。虛線處資料口徑變更，折線在該處斷開。
note = 虛線處資料口徑變更，兩側年份不完全可比。
